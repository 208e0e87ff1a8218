import { describe, expect, test } from 'vitest'
import { compileRulebook, type Rulebook } from './compile.ts'
import { joinRules, type OwnRules } from './join-rules.ts'
import { lint } from './lint.ts'
import { rulebookPartSchema, type RulebookPart } from './rule-entry.ts'
import { makeEntry } from './test/entry-fixture.ts'

function compiled(...parts: RulebookPart[]): Rulebook {
  const outcome = compileRulebook(parts, { version: 'v1' })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}
const SHIPPED = compiled(
  makeEntry('law.sweet', '甜'),
  makeEntry('law.salt', '咸'),
  makeEntry('guide.sweet', '示例词典', { exempts: ['law.sweet'] }),
)
const nothing: OwnRules = { parts: [], disabled: [] }
const join = (own: Partial<OwnRules>) => joinRules(SHIPPED, { ...nothing, ...own }, { version: 'v1+1' })
const rulesOf = (own: Partial<OwnRules>, text: string) => {
  const outcome = join(own)
  if (!outcome.ok) return outcome.refusals.map(({ code }) => code)
  return lint({ id: 'd', text }, outcome.value, { at: '2026-11-22' }).findings.map(({ ruleId }) => ruleId)
}
const because = { reason: '与法务确认不适用', by: '示例·阿白' }

describe('a workspace’s rulebook', () => {
  test('is the shipped one under a version of its own when nothing is put over it', () => {
    const outcome = join({})
    expect(outcome).toMatchObject({ ok: true, value: { version: 'v1+1', entries: SHIPPED.entries } })
    expect(rulesOf({}, '又甜又咸')).toEqual(['law.sweet', 'law.salt'])
  })

  test('judges by own rules, which may use own word lists and shipped ones', () => {
    const words = rulebookPartSchema.parse({ kind: 'words', id: 'own.competitors', terms: ['示例竞品'] })
    const rule = makeEntry('own.competitor', '', { detectors: [{ kind: 'terms', find: ['own.competitors'] }] })
    expect(rulesOf({ parts: [words, rule] }, '比示例竞品更甜')).toEqual(['own.competitor', 'law.sweet'])
  })

  test('is without a disabled rule, and without the exemption that served only that rule', () => {
    const disabled = [{ id: 'law.sweet', ...because }]
    expect(rulesOf({ disabled }, '又甜又咸，示例词典')).toEqual(['law.salt'])
    expect(join({ disabled })).toMatchObject({ value: { entries: [{ id: 'law.salt' }] } })
  })

  test('keeps an exemption for the rules that remain', () => {
    const wide = makeEntry('own.wide', '示例词典', { exempts: ['law.sweet', 'law.salt'] })
    const outcome = join({ parts: [wide], disabled: [{ id: 'law.sweet', ...because }] })
    expect(outcome.ok && outcome.value.entries.find(({ id }) => id === 'own.wide')?.exempts).toEqual(['law.salt'])
  })

  test('ends a rule on the day that was found out, never later than the shipped end', () => {
    expect(rulesOf({ news: [{ id: 'law.sweet', validTo: '2026-11-21' }] }, '甜')).toEqual([])
    expect(rulesOf({ news: [{ id: 'law.sweet', validTo: '2026-11-22' }] }, '甜')).toEqual(['law.sweet'])
    const ended = makeEntry('own.ended', '苦', { validTo: '2026-03-01' })
    const outcome = join({ parts: [ended], news: [{ id: 'own.ended', validTo: '2027-01-01' }] })
    expect(outcome.ok && outcome.value.entries.at(-1)?.validTo).toBe('2026-03-01')
  })

  test('knows the newest day on which a source was looked at', () => {
    const checked = (checkedOn: string) => {
      const outcome = join({ news: [{ id: 'law.salt', checkedOn }] })
      return outcome.ok && outcome.value.entries.find(({ id }) => id === 'law.salt')?.source.checkedOn
    }
    expect([checked('2026-12-06'), checked('2025-01-01')]).toEqual(['2026-12-06', '2026-11-22'])
  })

  test('leaves the shipped rulebook as it is', () => {
    const before = JSON.stringify(SHIPPED.entries)
    join({ disabled: [{ id: 'law.sweet', ...because }], news: [{ id: 'law.salt', validTo: '2026-01-02', checkedOn: '2027-01-01' }] })
    expect(JSON.stringify(SHIPPED.entries)).toBe(before)
  })

  test.each<[string, Partial<OwnRules>, string[]]>([
    ['an id that is taken', { parts: [makeEntry('law.sweet', '苦')] }, ['rulebook.doubled_id']],
    [
      'a word list that is not there',
      { parts: [makeEntry('own.a', '', { detectors: [{ kind: 'terms', find: ['nowhere'] }] })] },
      ['rulebook.unknown_reference'],
    ],
    ['a rule that nobody knows', { disabled: [{ id: 'law.bitter', ...because }] }, ['rulebook.unknown_rule']],
    ['an end of a rule that nobody knows', { news: [{ id: 'law.bitter', validTo: '2026-01-01' }] }, ['rulebook.unknown_rule']],
    ['a disabled rule without a reason', { disabled: [{ id: 'law.sweet', reason: ' ', by: '示例·阿白' }] }, ['rulebook.reason_missing']],
    ['a disabled rule without a name', { disabled: [{ id: 'law.sweet', reason: '不适用', by: '' }] }, ['rulebook.reason_missing']],
  ])('refuses %s', (_name, own, codes) => expect(rulesOf(own, '甜')).toEqual(codes))
})
