import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../test/sha256.ts'
import { OUTCOMES } from '../compliance/index.ts'
import { makeEntry, on } from '../compliance/test/entry-fixture.ts'
import { effectiveDay, hashFactEntries, listComingDays, listFactChanges, listRuleChanges, stageOf } from './rule-impact.ts'
import { makeHit, makeLint } from './test/gate-fixture.ts'

const TITLED = [makeEntry('r1', '最佳')]
const changes = (before: ReturnType<typeof makeHit>[], after: ReturnType<typeof makeHit>[]) =>
  listRuleChanges(makeLint({ findings: before }), makeLint({ findings: after }), TITLED).map(
    ({ ruleId, before: was, after: is, words }) => [ruleId, was, is, words.join('、')],
  )

describe('two checks of one text', () => {
  test.each<[string, ReturnType<typeof makeHit>[], ReturnType<typeof makeHit>[], unknown[]]>([
    ['the same: nothing', [makeHit('warn', 'r1')], [makeHit('warn', 'r1')], []],
    ['a rule began to speak', [], [makeHit('error', 'r1', '最佳')], [['r1', null, 'error', '最佳']]],
    ['a rule fell silent', [makeHit('warn', 'r1', '最佳')], [], [['r1', 'warn', null, '最佳']]],
    ['harder', [makeHit('warn', 'r1')], [makeHit('block', 'r1')], [['r1', 'warn', 'block', '最佳']]],
    ['softer', [makeHit('block', 'r1')], [makeHit('review', 'r1')], [['r1', 'block', 'review', '最佳']]],
    ['other words', [makeHit('warn', 'r1', '最佳')], [makeHit('warn', 'r1', '第一')], [['r1', 'warn', 'warn', '第一']]],
    ['near miss: the same words twice', [makeHit('warn', 'r1')], [makeHit('warn', 'r1'), makeHit('warn', 'r1')], []],
    [
      'near miss: in another order',
      [makeHit('warn', 'r1', '甲'), makeHit('warn', 'r1', '乙')],
      [makeHit('warn', 'r1', '乙'), makeHit('warn', 'r1', '甲')],
      [],
    ],
    [
      'the worst of several hits counts',
      [makeHit('warn', 'r1')],
      [makeHit('warn', 'r1'), makeHit('block', 'r1')],
      [['r1', 'warn', 'block', '最佳']],
    ],
    ['a rule without a place', [], [makeHit('review', 'r1', null)], [['r1', null, 'review', '']]],
  ])('%s', (_why, before, after, expected) => expect(changes(before, after)).toEqual(expected))

  test('name the rule where it is still known', () => {
    const [known, gone] = listRuleChanges(makeLint(), makeLint({ findings: [makeHit('warn', 'r1'), makeHit('warn', 'r2')] }), TITLED)
    expect([known?.title, gone?.title]).toEqual([TITLED[0]?.title, null])
  })

  test('property: backwards, every change is turned round', () => {
    const hits = fc.array(
      fc.record({ outcome: fc.constantFrom(...OUTCOMES), rule: fc.constantFrom('a', 'b', 'c'), word: fc.constantFrom('甲', '乙', null) }),
    )
    const itemOf = (list: readonly { outcome: (typeof OUTCOMES)[number]; rule: string; word: string | null }[]) =>
      makeLint({ findings: list.map(({ outcome, rule, word }) => makeHit(outcome, rule, word)) })
    fc.assert(
      fc.property(hits, hits, (one, other) => {
        const there = listRuleChanges(itemOf(one), itemOf(other), [])
        const back = listRuleChanges(itemOf(other), itemOf(one), [])
        expect(back.map(({ ruleId, before, after }) => [ruleId, after, before])).toEqual(
          there.map(({ ruleId, before, after }) => [ruleId, before, after]),
        )
        expect(listRuleChanges(itemOf(one), itemOf(one), [])).toEqual([])
      }),
    )
  })
})

describe('facts that changed', () => {
  const fact = (id: string, change: object = {}) => makeEntry(id, '', { kind: 'fact', detectors: null, ...change })
  const facts = { id: 'd1', text: '', platform: 'douyin' as const }
  const find = (before: ReturnType<typeof fact>[], after: ReturnType<typeof fact>[], day = '2026-12-01') =>
    listFactChanges(hashFactEntries(before, day, sha256), hashFactEntries(after, day, sha256), {
      entries: [...before, ...after],
      facts,
    }).map(({ ruleId }) => ruleId)

  test.each<[string, ReturnType<typeof fact>[], ReturnType<typeof fact>[], string[]]>([
    ['nothing changed', [fact('f')], [fact('f')], []],
    ['one was added', [], [fact('f')], ['f']],
    ['one was taken out', [fact('f')], [], ['f']],
    ['near miss: for another platform', [], [fact('f', on('weibo'))], []],
    ['near miss: not in force yet', [], [fact('f', { validFrom: '2026-12-02' })], []],
    ['near miss: only looked at again', [fact('f')], [fact('f', { validFromConfidence: 'read' })], []],
    ['near miss: a rule speaks for itself', [], [makeEntry('r', '甲')], []],
  ])('%s', (_why, before, after, expected) => expect(find(before, after)).toEqual(expected))

  test('a day that passes starts one and ends another', () => {
    const entries = [fact('ends', { validTo: '2026-11-30' }), fact('starts', { validFrom: '2026-12-01' })]
    const on30 = hashFactEntries(entries, '2026-11-30', sha256)
    expect(listFactChanges(on30, hashFactEntries(entries, '2026-12-01', sha256), { entries, facts }).map(({ ruleId }) => ruleId)).toEqual([
      'ends',
      'starts',
    ])
  })

  test('that read otherwise count once', () => {
    expect(find([fact('f')], [fact('f', { requirement: { en: 'other', zh: '另' } })])).toEqual(['f'])
  })
})

describe('days of changes', () => {
  const entries = [
    makeEntry('starts', '甲', { validFrom: '2026-12-10' }),
    makeEntry('ends', '乙', { validTo: '2026-12-31' }),
    makeEntry('old', '丙', { validFrom: '2026-11-22' }),
    makeEntry('fact', '丁', { kind: 'fact', detectors: null, validFrom: '2026-12-05' }),
  ]
  const day = (ruleId: string, after: 'warn' | null) =>
    effectiveDay({ ruleId, title: null, before: null, after, words: [] }, entries, '2026-11-22')

  test('a change counts from the day its entry starts or has ended, never before today', () => {
    expect([day('starts', 'warn'), day('ends', null), day('ends', 'warn'), day('old', 'warn'), day('unknown', null)]).toEqual([
      '2026-12-10',
      '2027-01-01',
      '2026-11-22',
      '2026-11-22',
      '2026-11-22',
    ])
  })

  test('coming days are those of rules, after today, up to the bound', () => {
    const list = (to: string) => listComingDays(entries, { today: '2026-11-22', to })
    expect([list('2027-01-31'), list('2027-01-01'), list('2026-12-31'), list('2026-12-09')]).toEqual([
      ['2026-12-10', '2027-01-01'],
      ['2026-12-10', '2027-01-01'],
      ['2026-12-10'],
      [],
    ])
  })
})

test.each([
  ['planned', null, 'draft'],
  ['draft_in_review', '2026-12-05', 'draft'],
  ['approved', null, 'draft'],
  ['approved', '2026-12-05', 'scheduled'],
  ['published', '2026-12-05', 'live'],
] as const)('a deliverable that is %s for %s is %s', (state, plannedFor, stage) => expect(stageOf({ state, plannedFor })).toBe(stage))
