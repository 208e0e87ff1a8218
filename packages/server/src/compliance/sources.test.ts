import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FACTS, OWN_RULES } from '../test/campaign-example.ts'
import { askJson, openTestHouse, TEST_NOW, type TestHouse, type Visitor } from '../test/test-house.ts'

const DAY_MS = 86_400_000
const STRANGER = '01a20000-0000-7000-8000-000000000001'
const SOURCE = '示例品牌规范'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const ask = (line: string, body?: unknown, visitor = owner) => askJson(visitor, line, body)

/** A workspace whose own rule stands on a source of its own. */
async function openWithRule(): Promise<Visitor> {
  const visitor = await house.visit(await house.openWorkspace(), 'owner')
  expect((await ask('POST /rules/own', { text: OWN_RULES }, visitor)).status).toBe(201)
  return visitor
}
interface Line {
  readonly source: string
  readonly checks: readonly object[]
}
async function lineOf(visitor: Visitor, source = SOURCE): Promise<Line> {
  const { body } = await ask('GET /rules/sources', undefined, visitor)
  return body.items.find((line: Line) => line.source === source)
}
const check = async (visitor: Visitor, text = '比示例竞品更润。') => (await ask('POST /checks', { ...FACTS, text }, visitor)).body

describe('the due list', () => {
  test('names every source once, with owner, interval and days; without an owner of its own it falls to the workspace’s', async () => {
    owner = await openWithRule()
    const { body } = await ask('GET /rules/sources')
    expect(new Set(body.items.map(({ source }: Line) => source)).size).toBe(body.items.length)
    const line = { kind: 'law', intervalDays: 90, lastCheckedOn: '2026-11-22', dueOn: '2027-02-20', lateDays: 0, isDue: false }
    expect(await lineOf(owner)).toMatchObject({ ...line, owner: { name: 'Owner' }, entries: [{ id: 'own.rival' }], checks: [] })
  })

  test('gives a source to a member', async () => {
    const manager = await house.visit(owner.workspaceId, 'manager')
    await ask('PUT /rules/sources/owners', { source: SOURCE, ownerId: manager.userId })
    expect(await lineOf(owner)).toMatchObject({ owner: { id: manager.userId, name: 'A manager' } })
    const foreign = await ask('PUT /rules/sources/owners', { source: SOURCE, ownerId: STRANGER })
    expect(foreign.body.code).toBe('request.not_found')
  })
})

describe('a look at a source', () => {
  test('that found it unchanged moves the due day and leaves every check as it is', async () => {
    const early = await openWithRule()
    const before = await check(early)
    house.clock.nowMs = TEST_NOW + 100 * DAY_MS
    const visitor = await house.visit(early.workspaceId, 'owner')
    expect(await lineOf(visitor)).toMatchObject({ isDue: true, lateDays: 10 })
    const stale = await check(visitor)
    const ofRival = ({ findings }: { findings: { ruleId: string; lastCheckedDays?: number }[] }) =>
      findings.find(({ ruleId }) => ruleId === 'own.rival')
    expect(ofRival(stale)).toMatchObject({ lastCheckedDays: 100, message: { zh: expect.stringContaining('100 天') } })
    const looked = await ask('POST /rules/sources/checks', { source: SOURCE, lookedAt: '手册第 3 版' }, visitor)
    expect(looked.status).toBe(201)
    expect(await lineOf(visitor)).toMatchObject({
      isDue: false,
      lastCheckedOn: '2027-03-02',
      checks: [{ result: 'unchanged', lookedAt: '手册第 3 版', by: 'Owner', checkedOn: '2027-03-02', endsOn: null }],
    })
    const after = await check(visitor)
    expect(after.rulebook).toBe(before.rulebook)
    expect(ofRival(after)).not.toHaveProperty('lastCheckedDays')
    house.clock.nowMs = TEST_NOW
  })

  test('that found it changed ends the old rule on its day and drafts the next, which judges nothing until a person puts it in use', async () => {
    const visitor = await openWithRule()
    const change = { entryIds: ['own.rival'], endsOn: '2026-12-31' }
    const looked = await ask('POST /rules/sources/checks', { source: SOURCE, lookedAt: '手册第 4 版', change }, visitor)
    expect(looked.status).toBe(201)
    const judged = async (publishAt: string) => {
      const { body } = await ask('POST /checks', { ...FACTS, text: '比示例竞品更润。', publishAt }, visitor)
      return body.findings.map(({ ruleId }: { ruleId: string }) => ruleId).filter((id: string) => id.startsWith('own.'))
    }
    expect([await judged('2026-12-31'), await judged('2027-01-01')]).toEqual([['own.rival'], []])
    const { body: own } = await ask('GET /rules/own', undefined, visitor)
    const draft = own.items.find(({ isDraft }: { isDraft: boolean }) => isDraft)
    expect(draft).toMatchObject({ id: 'own.rival.20270101', revision: 1, changedBy: 'Owner' })
    const text = draft.text.replace('validFromConfidence: source check', 'validFromConfidence: exact')
    const used = await ask('PUT /rules/own/own.rival.20270101', { revision: 1, text }, visitor)
    expect(used.status).toBe(200)
    expect([await judged('2026-12-31'), await judged('2027-01-01')]).toEqual([['own.rival'], ['own.rival.20270101']])
  })

  test('told again leaves a successor that is in use as it was written', async () => {
    const visitor = await openWithRule()
    const change = { entryIds: ['own.rival'], endsOn: '2026-12-31' }
    const look = { source: SOURCE, lookedAt: '手册第 4 版', change }
    await ask('POST /rules/sources/checks', look, visitor)
    const ownParts = async () => (await ask('GET /rules/own', undefined, visitor)).body.items
    const draft = (await ownParts()).find(({ isDraft }: { isDraft: boolean }) => isDraft)
    const text = draft.text.replace('稿件不得提及品牌竞品。', '示例·改写后的要求。')
    expect((await ask(`PUT /rules/own/${draft.id}`, { revision: 1, text }, visitor)).status).toBe(200)
    const before = await ownParts()
    expect((await ask('POST /rules/sources/checks', look, visitor)).status).toBe(201)
    expect(await ownParts()).toEqual(before)
    expect((await lineOf(visitor)).checks).toHaveLength(2)
  })

  test('drafts what may be taken out again without making any check stale', async () => {
    const visitor = await openWithRule()
    const change = { entryIds: ['own.rival'], endsOn: '2026-12-31' }
    await ask('POST /rules/sources/checks', { source: SOURCE, lookedAt: '手册第 4 版', change }, visitor)
    const { rulebook } = await check(visitor)
    const removed = await ask('DELETE /rules/own/own.rival.20270101', undefined, visitor)
    expect(removed.body.items.map(({ id }: { id: string }) => id)).toEqual(['own.rival', 'own.rivals'])
    expect((await check(visitor)).rulebook).toBe(rulebook)
  })

  test.each<[string, object, object]>([
    ['a source nobody knows', { source: '无此来源', lookedAt: '某处' }, { code: 'request.not_found', kind: 'source' }],
    ['nothing that was looked at', { source: SOURCE, lookedAt: ' ' }, { code: 'request.invalid', fields: [{ field: 'lookedAt' }] }],
    [
      'a rule of another source',
      { source: SOURCE, lookedAt: '某处', change: { entryIds: ['ad-law.art09-3'], endsOn: '2026-12-31' } },
      { code: 'request.not_found', kind: 'rule' },
    ],
    [
      'a change of nothing',
      { source: SOURCE, lookedAt: '某处', change: { entryIds: [], endsOn: '2026-12-31' } },
      { code: 'request.invalid' },
    ],
    [
      'an end before the start',
      { source: SOURCE, lookedAt: '某处', change: { entryIds: ['own.rival'], endsOn: '2025-12-31' } },
      { code: 'rulebook.ends_before_start' },
    ],
  ])('is refused with %s, and nothing is kept', async (_name, body, problem) => {
    const visitor = await openWithRule()
    expect((await ask('POST /rules/sources/checks', body, visitor)).body).toMatchObject(problem)
    expect((await lineOf(visitor)).checks).toEqual([])
    expect((await ask('GET /rules/own', undefined, visitor)).body.items).toHaveLength(2)
  })

  test('of one workspace is none of another', async () => {
    const [mine, theirs] = [await openWithRule(), await openWithRule()]
    await ask('POST /rules/sources/checks', { source: SOURCE, lookedAt: '手册' }, theirs)
    expect((await lineOf(mine)).checks).toEqual([])
  })
})
