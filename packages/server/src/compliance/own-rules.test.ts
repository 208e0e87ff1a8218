import { compileRulebook } from '@kolibra/core/compliance'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FACTS, OWN_RULES } from '../test/campaign-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { loadWorkspaceRulebook } from './workspace-rulebook.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

const ask = (line: string, body?: unknown, visitor = owner) => askJson(visitor, line, body)
const TEXT = '比示例竞品更润，国家级配方。'
const check = async (visitor = owner) => {
  const { body } = await ask('POST /checks', { ...FACTS, text: TEXT }, visitor)
  return { rulebook: body.rulebook, rules: new Set(body.findings.map(({ ruleId }: { ruleId: string }) => ruleId)) }
}
const inNewWorkspace = async () => house.visit(await house.openWorkspace(), 'owner')

describe('own rules and word lists', () => {
  test('judge from the moment they are added, in their workspace only, under a version of its own', async () => {
    const before = await check()
    const added = await ask('POST /rules/own', { text: OWN_RULES })
    expect(added.status).toBe(201)
    expect(added.body.items).toMatchObject([
      { id: 'own.rival', kind: 'rule', revision: 1, isDraft: false, changedBy: 'Owner', misfit: null },
      { id: 'own.rivals', kind: 'words', revision: 1 },
    ])
    const after = await check()
    expect(after.rulebook).toBe(`${before.rulebook}+1`)
    expect([before.rules.has('own.rival'), after.rules.has('own.rival')]).toEqual([false, true])
    const other = await check(await inNewWorkspace())
    expect(other).toEqual(before)
    const { body: rules } = await ask('GET /rules?q=竞品')
    expect(rules.items.map(({ id }: { id: string }) => id)).toEqual(['own.rival'])
    expect((await ask('GET /rules/own.rival')).body.requirement.zh).toBe('稿件不得提及品牌竞品。')
  })

  test('change at the revision that was read; a lost race is refused', async () => {
    const change = (term: string) =>
      ask('PUT /rules/own/own.rivals', { revision: 1, text: `- { kind: words, id: own.rivals, terms: [示例竞品, ${term}] }` })
    const answers = await Promise.all([change('甲'), change('乙')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('state.lost_race')
  })

  test('are tried on a sample before anybody is judged by them', async () => {
    const visitor = await inNewWorkspace()
    const tried = await ask('POST /rules/own/trials', { text: OWN_RULES, sample: { ...FACTS, text: TEXT } }, visitor)
    expect(tried.body.findings.map(({ match }: { match: string }) => match)).toEqual(['示例竞品'])
    expect((await ask('GET /rules/own', undefined, visitor)).body.items).toEqual([])
  })

  test('that start on a later day are tried as of that day, where the sample names none', async () => {
    const later = OWN_RULES.replace("validFrom: '2026-01-01'", "validFrom: '2027-02-03'")
    const { publishAt: _, ...facts } = { ...FACTS, text: TEXT }
    const visitor = await inNewWorkspace()
    const foundIn = async (sample: object) => (await ask('POST /rules/own/trials', { text: later, sample }, visitor)).body.findings.length
    expect([await foundIn(facts), await foundIn({ ...facts, publishAt: '2027-02-02' })]).toEqual([1, 0])
  })

  test.each<[string, string, object]>([
    ['no YAML', 'a: [', { code: 'rulebook.unreadable' }],
    [
      'a field that does not fit',
      OWN_RULES.replace('outcome: error', 'outcome: hard'),
      { code: 'rulebook.invalid', entry: 'own.rival', field: 'outcome' },
    ],
    [
      'an id that a shipped rule may take',
      OWN_RULES.replace('id: own.rival\n', 'id: rival\n'),
      { code: 'rulebook.own_prefix', entry: 'rival' },
    ],
    [
      'a word list that is not there',
      OWN_RULES.replace('find: [own.rivals]', 'find: [own.nowhere]'),
      { code: 'rulebook.unknown_reference', name: 'own.nowhere' },
    ],
    [
      'an example that the rule misses',
      OWN_RULES.replace('比示例竞品更润', '比某某更润'),
      { code: 'rulebook.example_fault', kind: 'invalid' },
    ],
    [
      'a valid example that the rule hits',
      OWN_RULES.replace('这款面霜很好', '示例竞品很好'),
      { code: 'rulebook.example_fault', kind: 'valid' },
    ],
  ])('are refused with %s, and nothing is kept', async (_name, text, problem) => {
    const visitor = await inNewWorkspace()
    const answer = await ask('POST /rules/own', { text }, visitor)
    expect(answer).toMatchObject({ status: 422, body: problem })
    expect((await ask('GET /rules/own', undefined, visitor)).body).toMatchObject({ items: [], version: expect.not.stringContaining('+') })
  })

  test('of an id that is taken are refused', async () => {
    expect((await ask('POST /rules/own', { text: OWN_RULES })).body).toMatchObject({ code: 'rulebook.doubled_id' })
  })

  test('are not taken out while another stands on them; then the word is free again', async () => {
    const standing = await ask('DELETE /rules/own/own.rivals')
    expect(standing.body).toMatchObject({ code: 'rulebook.unknown_reference', entry: 'own.rival', name: 'own.rivals' })
    expect((await ask('DELETE /rules/own/own.rival')).status).toBe(200)
    expect((await ask('DELETE /rules/own/own.rivals')).body.items).toEqual([])
    expect((await check()).rules.has('own.rival')).toBe(false)
    const again = await ask('POST /rules/own', { text: OWN_RULES })
    expect(again.body.items).toMatchObject([
      { id: 'own.rival', revision: 3 },
      { id: 'own.rivals', revision: 4 },
    ])
  })

  test('that a release takes the ground from are set aside and shown; the rest goes on judging', async () => {
    const visitor = await inNewWorkspace()
    const [list] = house.server.rulebook.words
    const leaning = OWN_RULES.replace('find: [own.rivals]', `find: [own.rivals], unless: [{ any: [${list?.id}] }]`)
    await ask('POST /rules/own', { text: leaning }, visitor)
    await ask('POST /rules/own', { text: OWN_RULES.replaceAll('own.', 'own.b-') }, visitor)
    const empty = compileRulebook([], { version: 'next' })
    if (!empty.ok) throw new Error('an empty rulebook compiles')
    const { rulebook, misfits } = await house.inWorkspace(visitor.workspaceId, (ctx) => loadWorkspaceRulebook(ctx, empty.value))
    expect(misfits).toMatchObject([{ entry: 'own.rival', name: list?.id }])
    expect(rulebook.entries.map(({ id }) => id)).toEqual(['own.b-rival'])
  })
})

test('the list starts with own rules and ends with customs and days of mourning', async () => {
  const visitor = await inNewWorkspace()
  await ask('POST /rules/own', { text: OWN_RULES }, visitor)
  const { body } = await ask('GET /rules', undefined, visitor)
  const [first, ...others] = body.items.map(({ id }: { id: string }) => id.split('.')[0])
  expect(first).toBe('own')
  expect(others.at(-1)).toBe('culture')
  expect(new Set(others.slice(others.indexOf('culture')))).toEqual(new Set(['culture']))
})

test('the timeline knows own rules too, by day and platform; another workspace does not', async () => {
  const visitor = await inNewWorkspace()
  const dated = OWN_RULES.replace("validFrom: '2026-01-01'", "validFrom: '2027-02-03'")
  await ask('POST /rules/own', { text: dated.replace("platforms: ['*']", 'platforms: [douyin]') }, visitor)
  const daysOf = async (query: string, who = visitor) => {
    const { body } = await ask(`GET /rules/timeline${query}`, undefined, who)
    expect(body.today).toBe('2026-11-22')
    return body.items
      .filter(({ started }: { started: { id: string }[] }) => started.some(({ id }) => id === 'own.rival'))
      .map(({ date }: { date: string }) => date)
  }
  expect([await daysOf(''), await daysOf('?platform=douyin'), await daysOf('?platform=weibo'), await daysOf('?to=2027-02-02')]).toEqual([
    ['2027-02-03'],
    ['2027-02-03'],
    [],
    [],
  ])
  expect(await daysOf('', await inNewWorkspace())).toEqual([])
})

describe('a suspended rule', () => {
  const suspend = (reason: string, visitor = owner) => ask('POST /rules/ad-law.art09-3/suspensions', { reason }, visitor)

  test('judges no longer, is still listed with who and why, and comes back', async () => {
    const visitor = await inNewWorkspace()
    expect((await check(visitor)).rules.has('ad-law.art09-3')).toBe(true)
    const suspended = await suspend('示例·法务确认不适用', visitor)
    const suspension = { ruleId: 'ad-law.art09-3', reason: '示例·法务确认不适用', by: 'Owner' }
    expect(suspended).toMatchObject({ status: 201, body: { suspensions: [suspension] } })
    expect((await check(visitor)).rules.has('ad-law.art09-3')).toBe(false)
    const { body: rules } = await ask('GET /rules', undefined, visitor)
    expect(rules).toMatchObject({ suspensions: [suspension] })
    expect(rules.items.filter(({ id }: { id: string }) => id === 'ad-law.art09-3')).toHaveLength(1)
    expect((await ask('GET /rules/ad-law.art09-3', undefined, visitor)).status).toBe(200)
    expect((await suspend('再次', visitor)).body.code).toBe('rule.suspended_already')
    expect((await ask('DELETE /rules/ad-law.art09-3/suspensions', undefined, visitor)).body.suspensions).toEqual([])
    expect((await check(visitor)).rules.has('ad-law.art09-3')).toBe(true)
    expect((await ask('DELETE /rules/ad-law.art09-3/suspensions', undefined, visitor)).body.code).toBe('rule.not_suspended')
  })

  test('needs a reason and a rule that exists', async () => {
    expect((await suspend('  ')).body).toMatchObject({ code: 'request.invalid', fields: [{ field: 'reason' }] })
    expect((await ask('POST /rules/nothing.here/suspensions', { reason: '示例' })).body.code).toBe('request.not_found')
  })

  test('is suspended once when two do it at the same time', async () => {
    const visitor = await inNewWorkspace()
    const answers = await Promise.all([suspend('一', visitor), suspend('二', visitor)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  })
})
