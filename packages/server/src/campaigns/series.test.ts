import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

const call = (line: string, body?: unknown, who = owner) => askJson(who, line, body)
const MENTIONS = { subject: 'brand:Alpensee', metric: 'mentions', source: 'listening tool' }
const type = (values: readonly object[], change: object = {}, who = owner) =>
  call('POST /series/values', { ...MENTIONS, ...change, values }, who)
const dayOf = (n: number) => new Date(Date.UTC(2026, 9, 24 + n)).toISOString().slice(0, 10)
const readDays = (subject = MENTIONS.subject, metric = MENTIONS.metric) =>
  call(`GET /series/values?subject=${encodeURIComponent(subject)}&metric=${metric}`)
async function upload(lines: readonly object[]) {
  const form = new FormData()
  form.set('file', new File([lines.map((line) => JSON.stringify(line)).join('\n')], 'series.jsonl'))
  return (await call('POST /imports', form)).body
}

describe('numbers typed in by day', () => {
  test('are kept with source and person; a correction keeps the old one beside it, and an undo brings it back', async () => {
    expect((await type([{ day: '2026-11-20', value: 12 }])).status).toBe(201)
    const { body: corrected } = await type([{ day: '2026-11-20', value: 15, seen: 12 }], { source: 'second look' })
    expect(corrected.items).toEqual([
      expect.objectContaining({
        day: '2026-11-20',
        stands: expect.objectContaining({ value: 15, source: 'second look', enteredBy: 'Owner', unit: 'posts' }),
        others: [expect.objectContaining({ value: 12, source: 'listening tool', withdrawnAt: null })],
      }),
    ])
    const { status, body: undone } = await call(`DELETE /series/values/${corrected.items[0].stands.id}`)
    expect(status).toBe(200)
    expect(undone.items[0].stands.value).toBe(12)
    expect(undone.withdrawn).toEqual([expect.objectContaining({ value: 15 })])
  })

  test('a number that changed since it was seen is a lost race, and so is a second undo', async () => {
    const { body } = await type([{ day: '2026-11-20', value: 12, seen: null }])
    const late = await type([{ day: '2026-11-20', value: 13, seen: null }])
    expect([late.status, late.body.code, late.body.days]).toEqual([409, 'state.lost_race', ['2026-11-20']])
    const both = await Promise.all([1, 2].map(() => call(`DELETE /series/values/${body.items[0].stands.id}`)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await readDays()).body.items).toEqual([])
  })

  test('a viewer may read and not type; another workspace sees nothing', async () => {
    const viewer = await house.visit(owner.workspaceId, 'viewer')
    const { body } = await type([{ day: '2026-11-20', value: 12 }])
    expect((await type([{ day: '2026-11-21', value: 1 }], {}, viewer)).body.code).toBe('permission.denied')
    expect((await call(`DELETE /series/values/${body.items[0].stands.id}`, undefined, viewer)).body.code).toBe('permission.denied')
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await call(`DELETE /series/values/${body.items[0].stands.id}`, undefined, stranger)).body.code).toBe('request.not_found')
    expect((await call('GET /series', undefined, stranger)).body.items).toEqual([])
    expect((await readDays()).body.items).toHaveLength(1)
  })

  test('an account that is a creator is refused, a bad day is named', async () => {
    await call('POST /creators', exampleCreator(1))
    const refused = await type([{ day: '2026-11-20', value: 1 }], { subject: 'xiaohongshu:test-1', metric: 'followers' })
    expect([refused.status, refused.body.code]).toEqual([409, 'series.of_creator'])
    const wrong = await type([{ day: '2026-11-20', value: -1 }])
    expect(wrong.body).toMatchObject({ code: 'request.invalid', fields: [{ problem: 'mentions cannot be below 0 (2026-11-20)' }] })
  })

  test('a day that has not come is refused, and nothing of the row is kept', async () => {
    const early = await type([
      { day: '2026-11-20', value: 1 },
      { day: '2099-01-01', value: 1 },
    ])
    expect([early.status, early.body.code]).toEqual([422, 'request.invalid'])
    expect(early.body.fields).toEqual([{ field: 'day', problem: '2099-01-01 lies in the future', problemZh: '2099-01-01 尚未到来' }])
    expect((await readDays()).body.items).toEqual([])
  })

  test.each(['account:test-1', 'host:test-1', 'brand:x xiaohongshu:test-1'])('%s names a creator too: refused', async (subject) => {
    await call('POST /creators', exampleCreator(1))
    expect((await type([{ day: '2026-11-20', value: 1 }], { subject, metric: 'followers' })).body.code).toBe('series.of_creator')
  })

  test.each(['douyin:test-1', 'account:test-10', 'brand:test-1'])('near miss: %s names none', async (subject) => {
    await call('POST /creators', exampleCreator(1))
    expect((await type([{ day: '2026-11-20', value: 1 }], { subject, metric: 'followers' })).status).toBe(201)
  })

  test('the event names the metric and no value', async () => {
    await type([{ day: '2026-11-20', value: 987_654 }])
    const events = await house.inWorkspace(owner.workspaceId, (ctx) =>
      ctx.tx.selectFrom('events').select(['name', 'fields', 'subject_kind']).where('name', 'like', 'series.%').execute(),
    )
    expect(events).toEqual([{ name: 'series.typed', fields: ['mentions'], subject_kind: 'series' }])
  })
})

describe('series and baselines', () => {
  const MENTIONED = {
    ...CAMPAIGN,
    goal: {
      primary: 'product',
      reasonForOtherGoal: 'test',
      kpis: [{ ...CAMPAIGN.goal?.kpis[0], name: 'mentions', unit: 'posts', deadline: '2026-12-28' }],
    },
  }

  test('an imported file with a day that has not come is refused whole, the day named; today’s number is taken', async () => {
    const today = new Date(house.clock.nowMs + 8 * 3_600_000).toISOString().slice(0, 10)
    const line = (day: string) => ({ ...MENTIONS, unit: 'posts', day, value: 10 })
    const refused = await upload([line(dayOf(1)), line('2099-01-02'), line('2099-01-01'), line('2099-01-02')])
    expect(refused).toMatchObject({
      code: 'request.invalid',
      fields: ['2099-01-01', '2099-01-02'].map((day) => ({
        field: 'day',
        problem: `${day} lies in the future`,
        problemZh: `${day} 尚未到来`,
      })),
    })
    expect((await readDays()).body.items).toEqual([])
    await upload([line(today)])
    expect((await readDays()).body.items).toHaveLength(1)
  })

  test('imported and typed numbers are one series; a later typed one corrects an import', async () => {
    await upload([1, 2, 3].map((n) => ({ ...MENTIONS, unit: 'posts', day: dayOf(n), value: 10 * n })))
    await type([{ day: dayOf(3), value: 31, seen: 30 }])
    const { body } = await readDays()
    expect(body.items.map(({ stands }: { stands: { value: number } }) => stands.value)).toEqual([10, 20, 31])
    expect(body.items[2].others[0]).toMatchObject({ value: 30, source: 'listening tool', id: null })
    expect((await call('GET /series')).body.items).toEqual([
      { subject: 'brand:Alpensee', metric: 'mentions', unit: 'posts', days: 3, from: dayOf(1), to: dayOf(3) },
    ])
  })

  test('a csv with a date column comes in through a mapping, of the subject that was named', async () => {
    const mapping = {
      name: '品牌日报',
      holds: 'series',
      subject: 'brand:Alpensee',
      columns: [
        { header: '统计日', target: { to: 'seriesDay' } },
        { header: '声量', target: { to: 'series', metric: 'mentions', unit: 'posts' } },
      ],
    }
    const form = new FormData()
    form.set('file', new File(['统计日,声量\n2026-11-01,12\n2026-11-02,14\n'], 'daily.csv'))
    form.set('mapping', JSON.stringify(mapping))
    const { status, body } = await call('POST /imports', form)
    expect([status, body.report.accepted.series]).toEqual([200, 2])
    expect((await readDays()).body.items.map(({ stands }: { stands: object }) => stands)).toEqual([
      expect.objectContaining({ day: '2026-11-01', value: 12, source: 'mapped.品牌日报', importId: body.importId, enteredBy: 'Owner' }),
      expect.objectContaining({ day: '2026-11-02', value: 14 }),
    ])
    expect((await call(`DELETE /imports/${body.importId}`)).status).toBe(200)
    expect((await call('GET /series')).body.items).toEqual([])
  })

  test('followers of a creator are none of the brand’s series', async () => {
    await call('POST /creators', exampleCreator(1))
    const line = (subject: string) => ({ subject, metric: 'followers', unit: 'followers', day: dayOf(1), value: 5, source: 'own' })
    const own = ['douyin:test-1', 'xiaohongshu:brand-1', 'xiaohongshu:test-1:shop']
    // With its platform, bare, and by an id that holds a colon itself.
    await call('POST /creators', { ...exampleCreator(2), accountId: 'mcn:2' })
    await upload([...own, 'xiaohongshu:test-1', 'test-1', 'xiaohongshu:mcn:2', 'mcn:2'].map(line))
    expect((await call('GET /series')).body.items.map(({ subject }: { subject: string }) => subject)).toEqual(own)
  })

  test('the baseline of a KPI comes from the last 28 days, with n and source', async () => {
    const { body: opened } = await call('POST /campaigns', MENTIONED)
    const unknown = (await call(`GET /campaigns/${opened.id}/baselines`)).body.items[0]
    expect(unknown).toMatchObject({ name: 'mentions', metric: 'mentions', value: null, n: 0, subjects: [] })
    await type(Array.from({ length: 29 }, (_, n) => ({ day: dayOf(n), value: 4 })))
    const { body } = await call(`GET /campaigns/${opened.id}/baselines`)
    expect(body.items).toEqual([
      expect.objectContaining({
        name: 'mentions',
        n: 28,
        perDay: 4,
        value: 112,
        from: '2026-10-25',
        to: '2026-11-21',
        subjects: ['brand:Alpensee'],
        sources: ['listening tool'],
      }),
    ])
    expect(body.items[0].because[0].en).toContain('n = 28 of 28 days')
  })

  test('a KPI that is only being written is asked for by name, deadline and subjects', async () => {
    const { body: opened } = await call('POST /campaigns', { ...CAMPAIGN, goal: null })
    await type(
      Array.from({ length: 28 }, (_, n) => ({ day: dayOf(n + 1), value: 100 + n })),
      { subject: 'weibo:own', metric: 'followers' },
    )
    const ask = async (query: string) => (await call(`GET /campaigns/${opened.id}/baselines?${query}`)).body.items[0]
    expect(await ask('kpi=newFollowers&deadline=2026-12-07&subjects=weibo%3Aown')).toMatchObject({
      value: 7,
      n: 28,
      subjects: ['weibo:own'],
    })
    expect(await ask('kpi=newFollowers&deadline=2026-12-07')).toMatchObject({ value: null, n: 0, wanted: ['brand:Alpensee', 'Alpensee'] })
    expect(await ask('kpi=views')).toMatchObject({ metric: null, value: null, n: null })
  })

  test('without a goal there is none', async () => {
    const { body: opened } = await call('POST /campaigns', { ...CAMPAIGN, goal: null })
    expect((await call(`GET /campaigns/${opened.id}/baselines`)).body.items).toEqual([])
  })
})
