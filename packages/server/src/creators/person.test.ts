import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const call = (line: string, body?: unknown, who = owner) => askJson(who, line, body)
const add = async (platform: string, accountId: string, displayName: string): Promise<string> =>
  (await call('POST /creators', { platform, accountId, displayName, mcn: '示例机构' })).body.id

async function freshPair() {
  owner = await house.visit(await house.openWorkspace(), 'owner')
  const ids = [await add('xiaohongshu', 'id-one', '示例·小鹿'), await add('douyin', 'id-two', '示例小鹿🦌')] as const
  await add('bilibili', 'id-three', '示例·别人')
  const { body } = await call('GET /merge-suggestions')
  return { ids, suggestion: body.items[0], total: body.total }
}
const decisionOn = ({ a, b }: { a: { personId: string }; b: { id: string; personId: string } }) => ({
  otherId: b.id,
  personId: a.personId,
  otherPersonId: b.personId,
})
const eventsOf = (id: string) =>
  house.inWorkspace(owner.workspaceId, (ctx) =>
    ctx.tx.selectFrom('events').select(['name', 'fields', 'actor_role']).where('subject_id', '=', id).orderBy('event_id').execute(),
  )

describe('a suggestion', () => {
  test('names both accounts side by side with the evidence, and merges nothing by itself', async () => {
    const { ids, suggestion, total } = await freshPair()
    expect(total).toBe(1)
    expect([suggestion.a.id, suggestion.b.id].sort()).toEqual([...ids].sort())
    expect(suggestion.evidence.map(({ code }: { code: string }) => code)).toEqual(['same_name', 'same_mcn'])
    expect((await call(`GET /creators/${ids[0]}/person`)).body).toMatchObject({
      personId: ids[0],
      accounts: [{ id: ids[0], linkedAt: null }],
    })
    expect((await call(`GET /merge-suggestions?creatorId=${ids[1]}`)).body.total).toBe(1)
  })
})

describe('suggestions', () => {
  test('read what an account says of itself: a bio that names another account', async () => {
    owner = await house.visit(await house.openWorkspace(), 'owner')
    await call('POST /creators', { platform: 'xiaohongshu', accountId: 'id-one', displayName: '示例·甲', bio: '抖音同名：invented_deer' })
    await call('POST /creators', { platform: 'douyin', accountId: 'id-two', displayName: '示例·乙', handle: 'invented_deer' })
    const { body } = await call('GET /merge-suggestions')
    expect(body.items.map(({ evidence }: { evidence: { code: string }[] }) => evidence.map(({ code }) => code))).toEqual([['mentions']])
  })

  test('pair accounts however far apart they stand among thousands', async () => {
    owner = await house.visit(await house.openWorkspace(), 'owner')
    await house.inWorkspace(owner.workspaceId, async (ctx) => {
      const id = sql`('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`
      await sql`
        INSERT INTO creators (workspace_id, creator_id, platform, account_id, created_at, display_name)
        SELECT ${ctx.workspaceId}, ${id}, 'douyin', 'far-' || n, ${ctx.now},
          CASE WHEN n IN (1, 2001, 4001) THEN '示例小鹿' ELSE '示例达人' || n END
        FROM generate_series(1, 4001) AS n`.execute(ctx.tx)
    })
    const { body } = await call('GET /merge-suggestions?limit=2')
    expect([body.total, body.items.length]).toEqual([3, 2])
  })
})

describe('the suggestions of one account', () => {
  test('are those of the workspace in which it stands, whatever it shares with whom', async () => {
    owner = await house.visit(await house.openWorkspace(), 'owner')
    const letters = ['小鹿', '小鱼', '大象']
    const ids: string[] = []
    for (let n = 0; n < 24; n += 1) {
      const known = {
        platform: ['xiaohongshu', 'douyin', 'weibo'][n % 3],
        accountId: n % 8 === 0 ? `shared-${n % 16}` : `own-${n}`,
        displayName: `示例·${letters[n % 5] ?? `第${n}位`}`,
        handle: n % 7 === 0 ? 'Same_Handle' : null,
        bio: n % 6 === 1 ? `同名 @own-${n + 1}` : null,
      }
      ids.push((await call('POST /creators', known)).body.id)
    }
    const all = (await call('GET /merge-suggestions?limit=100')).body.items
    expect(all.length).toBeGreaterThan(20)
    for (const id of ids) {
      const own = all.filter(({ a, b }: { a: { id: string }; b: { id: string } }) => a.id === id || b.id === id)
      expect((await call(`GET /merge-suggestions?limit=100&creatorId=${id}`)).body).toEqual({ items: own, total: own.length })
    }
  })

  test('leave out a name that is everybody’s, and follow a name that an import changes', async () => {
    owner = await house.visit(await house.openWorkspace(), 'owner')
    const upload = async (rows: readonly string[]) => {
      const form = new FormData()
      form.set('file', new File([['平台,昵称,账号ID,粉丝数', ...rows].join('\n')], 'list.csv'))
      await call('POST /imports', form)
    }
    await upload(Array.from({ length: 21 }, (_, n) => `抖音,示例·日常,crowd-${n},1000`))
    const [first] = (await call('GET /creators?q=crowd-7')).body.items
    const totalOf = async () => (await call(`GET /merge-suggestions?creatorId=${first.id}`)).body.total
    expect(await totalOf()).toBe(0)
    await upload(['抖音,示例·别名,crowd-0,1000'])
    expect(await totalOf()).toBe(19)
  })

  test('are none of a person who was erased: nothing of their names is kept', async () => {
    const { ids } = await freshPair()
    const held = () =>
      house.inWorkspace(owner.workspaceId, (ctx) =>
        ctx.tx.selectFrom('merge_keys').select('merge_key').where('creator_id', '=', ids[0]).execute(),
      )
    expect((await held()).length).toBeGreaterThan(0)
    const { personId } = (await call(`GET /creators/${ids[0]}/person`)).body
    expect((await call(`POST /creators/${ids[0]}/erasures`, { personId })).status).toBe(201)
    expect(await held()).toEqual([])
    expect((await call(`GET /merge-suggestions?creatorId=${ids[1]}`)).body.total).toBe(0)
  })
})

describe('two accounts said to be one person', () => {
  test('are one, by whom and when; the suggestion is gone; a split takes it back and is remembered', async () => {
    const { suggestion } = await freshPair()
    const merged = await call(`POST /creators/${suggestion.a.id}/merges`, decisionOn(suggestion))
    expect(merged.status).toBe(201)
    expect(merged.body.accounts.map(({ id, linkedBy }: { id: string; linkedBy: string }) => [id, linkedBy])).toEqual(
      [suggestion.a.id, suggestion.b.id].sort().map((id) => [id, 'Owner']),
    )
    expect((await call('GET /merge-suggestions')).body).toEqual({ items: [], total: 0 })
    const { personId } = merged.body
    const split = await call(`POST /creators/${suggestion.a.id}/splits`, { personId })
    expect(split.body.accounts.map(({ id }: { id: string }) => id)).toEqual([suggestion.a.id])
    expect(split.body.personId).not.toBe(personId)
    expect((await call(`GET /creators/${suggestion.b.id}/person`)).body.accounts).toHaveLength(1)
    expect((await call('GET /merge-suggestions')).body.total).toBe(0)
    expect((await eventsOf(suggestion.a.id)).map(({ name }) => name)).toEqual(['creator.added', 'person.merged', 'person.split'])
  })

  test('keep their ids, and a third joins both', async () => {
    const { ids, suggestion } = await freshPair()
    const { body } = await call(`POST /creators/${suggestion.a.id}/merges`, decisionOn(suggestion))
    const third = await add('kuaishou', 'id-four', '示例·小鹿')
    const joined = await call(`POST /creators/${third}/merges`, { otherId: ids[0], personId: third, otherPersonId: body.personId })
    expect(joined.body.accounts).toHaveLength(3)
    for (const id of ids) expect((await call(`GET /creators/${id}`)).status).toBe(200)
  })

  test('of two who decide at once one is told', async () => {
    const { suggestion } = await freshPair()
    const merge = () => call(`POST /creators/${suggestion.a.id}/merges`, decisionOn(suggestion))
    const answers = await Promise.all([merge(), merge()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toMatch(/^(?:state\.lost_race|person\.same)$/)
  })

  test('a decision on what was seen before somebody else decided is refused', async () => {
    const { ids, suggestion } = await freshPair()
    await call(`POST /creators/${suggestion.a.id}/merges`, decisionOn(suggestion))
    const stale = { otherId: ids[1], personId: ids[0], otherPersonId: '01a20000-0000-7000-8000-000000000001' }
    expect((await call(`POST /creators/${ids[0]}/merges`, stale)).body.code).toBe('state.lost_race')
    expect((await call(`POST /creators/${ids[0]}/splits`, { personId: stale.otherPersonId })).body.code).toBe('state.lost_race')
  })
})

describe('two accounts said not to be one', () => {
  test('are never asked about again, and may still be put together by a person', async () => {
    const { suggestion } = await freshPair()
    expect((await call(`POST /creators/${suggestion.a.id}/separations`, decisionOn(suggestion))).status).toBe(201)
    expect((await call('GET /merge-suggestions')).body.total).toBe(0)
    expect((await call(`POST /creators/${suggestion.a.id}/merges`, decisionOn(suggestion))).body.accounts).toHaveLength(2)
    expect((await eventsOf(suggestion.a.id)).map(({ name }) => name)).toEqual(['creator.added', 'person.kept_apart', 'person.merged'])
  })

  test('an account that stands alone cannot be split', async () => {
    const { ids } = await freshPair()
    expect((await call(`POST /creators/${ids[0]}/splits`, { personId: ids[0] })).body.code).toBe('person.single')
  })
})

describe('a decision taken back', () => {
  const newest = async () => (await call('GET /merge-decisions')).body
  const undo = (id: string, otherId: string, decidedAt: string) => call(`POST /creators/${id}/decision-undos`, { otherId, decidedAt })

  test('puts the accounts that a merge moved back where they were, and the pair is asked about again', async () => {
    const { ids, suggestion } = await freshPair()
    const third = await add('kuaishou', 'id-four', '示例·另一个')
    const { body } = await call(`POST /creators/${ids[1]}/merges`, { otherId: third, personId: ids[1], otherPersonId: third })
    await call(`POST /creators/${ids[0]}/merges`, { otherId: ids[1], personId: ids[0], otherPersonId: body.personId })
    expect((await call(`GET /creators/${ids[0]}/person`)).body.accounts).toHaveLength(3)
    const { items, total } = await newest()
    expect([total, items[0]]).toMatchObject([2, { isSame: true, decidedBy: 'Owner' }])
    expect((await undo(ids[0], ids[1], items[0].decidedAt)).body.accounts).toHaveLength(1)
    expect((await call(`GET /creators/${third}/person`)).body).toMatchObject({ personId: body.personId, accounts: [{}, {}] })
    expect((await call('GET /merge-suggestions')).body.items[0].evidence).toEqual(suggestion.evidence)
    expect((await eventsOf(ids[0])).map(({ name }) => name)).toEqual(['creator.added', 'person.merged', 'person.decision_undone'])
  })

  test('of "not the same" asks again, once: the second who takes it back is told', async () => {
    const { suggestion } = await freshPair()
    const [one, other] = [suggestion.a.id, suggestion.b.id]
    await call(`POST /creators/${one}/separations`, decisionOn(suggestion))
    const { decidedAt } = (await newest()).items[0]
    const answers = await Promise.all([undo(other, one, decidedAt), undo(one, other, decidedAt)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await call('GET /merge-suggestions')).body.total).toBe(1)
    expect((await newest()).total).toBe(0)
  })
})
