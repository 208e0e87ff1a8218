import { describe, expect, test } from 'vitest'
import { lintText, makeRule, makeRulebook } from '../../test/compliance/small-rulebook.ts'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'
import { contentFactsSchema, lint, type ContentFacts } from './index.ts'

const rulebook = makeRulebook(
  makeRule('national', { outcome: 'review' }),
  makeRule('province', { jurisdiction: 'CN-SC' }),
  makeRule('city', { jurisdiction: 'CN-SC-CD', outcome: 'warn' }),
  makeRule('sold', { jurisdiction: 'CN-BJ', detectors: [{ kind: 'facts', when: [{ fact: 'purchasePath', is: true }] }] }),
)
const rulesOf = (facts: Partial<ContentFacts>) => lintText(rulebook, '坏话', facts).findings.map(({ ruleId }) => ruleId)

describe('a rule of one place', () => {
  test.each<[string, string | null, string[]]>([
    ['its own place', 'CN-SC', ['province', 'national']],
    ['a city in it', 'CN-SC-CD', ['province', 'city', 'national']],
    ['another province', 'CN-GD', ['national']],
    ['elsewhere in the country', 'CN', ['national']],
    ['nobody knows where', null, ['national']],
  ])('%s', (_name, place, expected) => expect(rulesOf({ place })).toEqual(expected))

  test('a place that is not known is asked for and changes no verdict', () => {
    const unknown = lintText(rulebook, '坏话')
    expect([unknown.verdict, unknown.missing]).toEqual(['review', ['place', 'purchasePath']])
    expect(lintText(rulebook, '坏话', { place: 'CN', purchasePath: true }).missing).toEqual([])
  })

  test('it is not asked for where the rule could not speak anyway', () => {
    expect(lintText(rulebook, '好用', { purchasePath: false }).missing).toEqual([])
    expect(lintText(rulebook, '好用', { purchasePath: true }).missing).toEqual(['place'])
  })

  test.each([
    ['CN-BJ', true],
    ['CN-SC-CD', true],
    ['CN', true],
    ['北京', false],
    ['cn-bj', false],
    ['', false],
  ])('the place %s is a code: %s', (place, expected) =>
    expect(contentFactsSchema.safeParse({ id: 'd', text: '', place }).success).toBe(expected),
  )

  test('the shipped rule of Beijing speaks of lives from Beijing alone', () => {
    const shipped = openShippedRulebook()
    const speaks = (place: string) =>
      lint({ id: 'd', text: '全网最低价', format: 'live', place }, shipped, { at: '2026-11-22' }).findings.some(
        ({ ruleId }) => ruleId === 'local.bj-live',
      )
    expect(['CN-BJ', 'CN-SH', 'CN'].map(speaks)).toEqual([true, false, false])
  })
})
