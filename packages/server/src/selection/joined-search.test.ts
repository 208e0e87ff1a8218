import { discoveryQuerySchema } from '@kolibra/core/selection'
import { accountSchema } from '@kolibra/core/creators'
import { READ_LIMITS } from '@kolibra/files/read'
import { readXlsx } from '@kolibra/files/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAMPAIGN } from '../test/campaign-example.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { searchRows } from './discovery-store.ts'
import { findJoined } from './joined-store.ts'

let house: TestHouse
let workspaceId: string
let owner: Visitor
let shortlist: string
const idOf = new Map<string, string>()

async function ask(line: string, body?: unknown) {
  const [method, path] = line.split(' ')
  const answer = await owner.send(`${method} /api/v1${path}`, body)
  expect(answer.status, line).toBeLessThan(300)
  return answer.json()
}

/** A contracted post of ours on a day; null while nobody said the day. */
async function book(accountId: string, day: string | null): Promise<void> {
  const { id: campaignId } = await ask('POST /campaigns', { ...CAMPAIGN, brand: 'Alpensee' })
  const { id: planId } = await ask(`POST /campaigns/${campaignId}/plans`)
  await house.inWorkspace(workspaceId, async (ctx) => {
    const keys = { workspace_id: workspaceId, campaign_id: campaignId }
    const deliverableId = ctx.mintId()
    await ctx.tx
      .insertInto('deliverables')
      .values({
        ...keys,
        deliverable_id: deliverableId,
        creator_id: idOf.get(accountId) ?? '',
        plan_id: planId,
        platform: 'douyin',
        format: 'video',
        state: 'contracted',
        planned_for: day,
        published_url: null,
        published_at: null,
        revision_rounds: 0,
        created_at: ctx.now,
      })
      .execute()
    await ctx.tx
      .insertInto('contracts')
      .values({
        ...keys,
        contract_id: ctx.mintId(),
        deliverable_id: deliverableId,
        goal_hash: 'x',
        agreed_fen: null,
        created_at: ctx.now,
        created_by: owner.userId,
      })
      .execute()
  })
}

const engage = (accountId: string, engagement: object) =>
  ask(`POST /creators/${idOf.get(accountId)}/engagements`, {
    category: 'cosmetics',
    from: '2026-11-01',
    to: '2026-11-30',
    exclusive: false,
    source: '达人自述',
    ...engagement,
  })

beforeAll(async () => {
  house = await openTestHouse()
  workspaceId = await house.openWorkspace()
  owner = await house.visit(workspaceId, 'owner')
  for (const [at, accountId] of ['booked', 'dayless', 'bound', 'rival', 'nothing'].entries()) {
    const { id } = await ask('POST /creators', { platform: 'douyin', accountId, displayName: `示例·${accountId}`, followers: 100 - at })
    idOf.set(accountId, id)
  }
  await book('booked', '2026-12-05')
  await book('dayless', null)
  await engage('bound', { brand: 'Talmilch', exclusive: true, to: '2026-12-31', platforms: ['douyin', 'weibo'] })
  // Bound where this account is not.
  await engage('rival', { brand: 'Dorfbach', exclusive: true, to: '2026-12-31', platforms: ['weibo'] })
  await engage('rival', { brand: 'Bergquell' })
  await ask(`POST /creators/${idOf.get('nothing')}/absences`, { from: '2026-12-24', to: '2027-01-02', source: '达人自述' })
  const list = await ask('POST /shortlists', { name: '名单', creatorIds: [idOf.get('rival'), idOf.get('nothing')] })
  shortlist = list.id
})
afterAll(() => house.close())

const december = { from: '2026-12-01', to: '2026-12-31' }
const clearOf = { brand: 'Alpensee', category: 'cosmetics', ...december }
const QUESTIONS = [
  { joined: {}, found: ['booked', 'dayless', 'bound', 'rival', 'nothing'], why: 'nothing asked' },
  { joined: { pastWork: 'worked' }, found: ['booked', 'dayless'], why: 'worked with us' },
  { joined: { pastWork: 'never' }, found: ['bound', 'rival', 'nothing'], why: 'never worked with us' },
  { joined: { brands: ['talmilch'] }, found: ['bound'], why: 'a brand, whatever its case' },
  { joined: { brands: ['Alpensee'] }, found: ['booked', 'dayless'], why: 'our own campaigns name their brand' },
  { joined: { brands: [null] }, found: ['nothing'], why: 'no brand is known' },
  { joined: { brands: ['Bergquell', null] }, found: ['rival', 'nothing'], why: 'a brand or none known' },
  { joined: { freeOn: december }, found: ['dayless', 'bound', 'rival'], why: 'free, or the day unknown' },
  { joined: { freeOn: { ...december, unknown: false } }, found: ['bound', 'rival'], why: 'free for sure' },
  {
    joined: { freeOn: { from: '2027-01-02', to: '2027-01-02' } },
    found: ['booked', 'dayless', 'bound', 'rival'],
    why: 'noted as not free until that day',
  },
  {
    joined: { freeOn: { from: '2027-01-03', to: '2027-01-03' } },
    found: ['booked', 'dayless', 'bound', 'rival', 'nothing'],
    why: 'near miss: free again the day after',
  },
  {
    joined: { freeOn: { from: '2026-12-06', to: '2026-12-06' } },
    found: ['booked', 'dayless', 'bound', 'rival', 'nothing'],
    why: 'near miss: the day after',
  },
  { joined: { clearOf }, found: ['booked', 'dayless', 'rival', 'nothing'], why: 'bound to another brand in the category' },
  {
    joined: { clearOf: { ...clearOf, category: 'food' } },
    found: ['booked', 'dayless', 'bound', 'rival', 'nothing'],
    why: 'near miss: another category',
  },
  {
    joined: { clearOf: { ...clearOf, brand: 'Talmilch' } },
    found: ['booked', 'dayless', 'bound', 'rival', 'nothing'],
    why: 'bound to this very brand',
  },
  {
    joined: { clearOf: { ...clearOf, brand: 'ＴALMILCH' } },
    found: ['booked', 'dayless', 'bound', 'rival', 'nothing'],
    why: 'bound to this very brand, in other letters',
  },
  {
    joined: { clearOf: { ...clearOf, competitors: ['bergquell'] } },
    found: ['booked', 'dayless', 'nothing'],
    why: 'lately at work for a competitor',
  },
  {
    joined: { clearOf: { ...clearOf, competitors: ['Bergquell'], competitorDays: 0 } },
    found: ['booked', 'dayless', 'rival', 'nothing'],
    why: 'near miss: the competitor is long ago',
  },
  { joined: { clearOf: { ...clearOf, unknown: false } }, found: ['rival'], why: 'of whom work is known' },
  {
    joined: { pastWork: 'never', freeOn: { from: '2026-12-01', to: '2026-12-20' }, brands: [null] },
    found: ['nothing'],
    why: 'all at once',
  },
]

describe('conditions on our own work', () => {
  test('are answered by the index as soon as it is there', async () => {
    await expect.poll(async () => (await ask('POST /creator-searches', {})).from).toBe('index')
  })

  test.each(QUESTIONS)('index and plain SQL agree: $why', async ({ joined, found }) => {
    const answer = await ask('POST /creator-searches', { joined })
    expect(answer.from).toBe('index')
    expect(answer.items.map(({ accountId }: { accountId: string }) => accountId)).toEqual(found)
    const query = discoveryQuerySchema.parse({ joined })
    const plain = await house.inWorkspace(workspaceId, async (ctx) =>
      searchRows(ctx, query, (await findJoined(ctx, query.joined)) ?? undefined),
    )
    expect(plain).toEqual({ ids: answer.items.map(({ id }: { id: string }) => id), total: found.length, next: null })
  })

  test('one list', async () => {
    const answer = await ask('POST /creator-searches', { joined: { shortlist } })
    expect(answer.items.map(({ accountId }: { accountId: string }) => accountId)).toEqual(['rival', 'nothing'])
  })

  test('a booking counts in the very next search', async () => {
    const count = async () => (await ask('POST /creator-searches', { joined: { pastWork: 'worked' } })).total
    const before = await count()
    await book('nothing', '2027-03-01')
    expect(await count()).toBe(before + 1)
  })

  test('a moment of a post is the day of Shanghai', async () => {
    await book('rival', '2027-04-01T16:30:00Z')
    const isFree = async (day: string) => {
      const { items } = await ask('POST /creator-searches', { joined: { freeOn: { from: day, to: day } } })
      return items.some(({ accountId }: { accountId: string }) => accountId === 'rival')
    }
    expect([await isFree('2027-04-01'), await isFree('2027-04-02')]).toEqual([true, false])
  })

  test.each([
    { joined: { freeOn: { from: '2026-12-31', to: '2026-12-01' } }, why: 'days in the wrong order' },
    { joined: { brands: [''] }, why: 'an empty brand' },
    { joined: { surprise: 1 }, why: 'a key nobody knows' },
  ])('refused: $why', async ({ joined }) => {
    const answer = await owner.send('POST /api/v1/creator-searches', { joined })
    expect(answer.status).toBe(422)
  })
})

describe('an export', () => {
  // Decoded by hand: text() would take the byte order mark away.
  const write = async (body: object) =>
    Buffer.from(await (await owner.send('POST /api/v1/creator-exports', body)).arrayBuffer()).toString('utf8')

  test('holds what the search shows: same rows, order and columns, in the language asked', async () => {
    const query = { filters: [{ field: 'followers', from: 97, below: null }], sort: 'followers', isDescending: false }
    const text = await write({ query, format: 'csv', columns: ['accountId', 'platform', 'followers', 'priceFen'], language: 'zh' })
    expect(text.split('\r\n')).toEqual([
      '\ufeff账号 ID,平台,粉丝数,报价 (元)',
      'rival,抖音,97,',
      'bound,抖音,98,',
      'dayless,抖音,99,',
      'booked,抖音,100,',
      '',
    ])
  })

  test('of accounts is accounts.jsonl with every passport', async () => {
    const lines = (await write({ query: { text: 'bound' }, format: 'jsonl' })).trim().split('\n')
    expect(lines).toHaveLength(1)
    expect(accountSchema.parse(JSON.parse(lines[0] ?? ''))).toMatchObject({ platform: 'douyin', accountId: 'bound', followers: 98 })
  })

  test('as a workbook holds the same rows, numbers as numbers', async () => {
    const body = {
      query: { text: 'bound' },
      format: 'xlsx',
      columns: ['accountId', 'followers', 'priceFen', 'observedDay'],
      language: 'zh',
    }
    const bytes = new Uint8Array(await (await owner.send('POST /api/v1/creator-exports', body)).arrayBuffer())
    const read = await readXlsx(bytes, { name: 'creators.xlsx', limits: READ_LIMITS })
    expect(read).toMatchObject({
      value: [{ name: '达人', header: ['账号 ID', '粉丝数', '报价 (元)', '数据时间'], rows: [['bound', 98, null, null]] }],
    })
  })

  const FORMULAS = ['=HYPERLINK("https://example.com")', '+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '\u200B=1']
  test.each(FORMULAS)('never carries the formula %j out: text in csv and workbook, as it was in lines', async (name) => {
    const text = `formula${FORMULAS.indexOf(name)}`
    await ask('POST /creators', { platform: 'weibo', accountId: text, displayName: name, followers: 1 })
    const wanted = { query: { text }, columns: ['name'] }
    expect(await write({ ...wanted, format: 'csv' })).toContain(`'${name.replaceAll('"', '""')}`)
    const sheet = await owner.send('POST /api/v1/creator-exports', { ...wanted, format: 'xlsx', language: 'en' })
    const read = await readXlsx(new Uint8Array(await sheet.arrayBuffer()), { name: 'creators.xlsx', limits: READ_LIMITS })
    expect(read.ok && read.value[0]?.rows).toEqual([[`'${name}`]])
    expect(JSON.parse(await write({ query: { text }, format: 'jsonl' })).displayName).toBe(name)
  })

  test('of more than one batch holds every row once', async () => {
    await house.inWorkspace(workspaceId, async (ctx) => {
      for (let n = 0; n < 1203; n++) {
        const keys = { workspace_id: workspaceId, creator_id: ctx.mintId() }
        await ctx.tx
          .insertInto('creators')
          .values({ ...keys, platform: 'bilibili', account_id: `many-${n}`, created_at: ctx.now })
          .execute()
        await ctx.tx
          .insertInto('creator_rows')
          .values({ ...keys, platform: 'bilibili', followers: n % 9, search_text: '', categories: [], sources: [], languages: [] })
          .execute()
      }
    })
    const query = { filters: [{ field: 'platform', any: ['bilibili'] }] }
    const lines = (await write({ query, format: 'csv', columns: ['accountId'] })).trim().split('\r\n').slice(1)
    expect(lines).toHaveLength(1203)
    expect(new Set(lines).size).toBe(1203)
  })

  test('is recorded before its first byte: what went out stays recorded if the rest breaks off', async () => {
    const answer = await owner.send('POST /api/v1/creator-exports', { query: {}, format: 'csv', columns: ['handle'] })
    const events = await house.inWorkspace(workspaceId, (ctx) =>
      ctx.tx.selectFrom('events').select('fields').where('name', '=', 'creators.exported').execute(),
    )
    await answer.text()
    expect(events.map(({ fields }) => fields)).toContainEqual(['handle'])
  })

  test('is recorded, and not for a viewer', async () => {
    const viewer = await house.visit(workspaceId, 'viewer')
    const refused = await viewer.send('POST /api/v1/creator-exports', { query: {}, format: 'csv' })
    expect(await refused.json()).toMatchObject({ code: 'permission.denied' })
    const events = await house.inWorkspace(workspaceId, (ctx) =>
      ctx.tx.selectFrom('events').select('fields').where('name', '=', 'creators.exported').execute(),
    )
    expect(events.map(({ fields }) => fields)).toContainEqual(['accountId', 'platform', 'followers', 'priceFen'])
  })
})
