import { describe, expect, test } from 'vitest'
import { contentFactsSchema, lint, ruleById } from './index.ts'
import cases from './fixtures/as-of.json' with { type: 'json' }
import { addDays } from '../shared/index.ts'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'

const rulebook = openShippedRulebook()
const firedOn = (input: object, publishAt: string) =>
  lint(contentFactsSchema.parse({ ...input, publishAt }), rulebook, { at: '2026-11-22' }).findings.map(({ ruleId }) => ruleId)

describe('rules change on their day', () => {
  test('there are 19 situations, each about a rule that starts or ends', () => {
    expect(cases).toHaveLength(19)
    const ids = new Set(cases.flatMap(({ speaks, silent }) => [...speaks, ...silent]))
    expect([...ids].filter((id) => ruleById(rulebook, id) === undefined)).toEqual([])
  })

  test.each(cases)('$input.publishAt $why', ({ input, speaks, silent }) => {
    const fired = firedOn(input, input.publishAt)
    expect(fired).toEqual(expect.arrayContaining(speaks))
    for (const id of silent) expect(fired).not.toContain(id)
  })

  test.each(cases.filter(({ speaks }) => speaks.length > 0))('$why: not on the day before its start', ({ input, speaks }) => {
    for (const id of speaks) {
      const validFrom = ruleById(rulebook, id)?.validFrom
      if (validFrom) expect(firedOn(input, addDays(validFrom, -1))).not.toContain(id)
      else expect(firedOn(input, '2000-01-01')).toContain(id)
    }
  })

  test('the day the text is published decides, not the day it is looked at', () => {
    for (const { input } of cases) {
      const facts = contentFactsSchema.parse(input)
      const [now, later] = ['2026-11-22', '2031-01-01'].map((at) => lint(facts, rulebook, { at }).findings.map(({ ruleId }) => ruleId))
      expect(later).toEqual(now)
    }
  })
})
