import { describe, expect, test } from 'vitest'
import { exampleFacts, lint, ruleById, type ContentFacts, type Rulebook } from '../../src/compliance/index.ts'

/** A text a rule must pass or flag. `why` explains a near miss; `spans` are the words underlined, in order. */
export type Sample = string | { text: string; facts?: Partial<ContentFacts>; at?: string; why?: string; spans?: readonly string[] }

const TODAY = '2026-11-22'

/** One rule as two lists, in the manner of a linter's own tests. */
export function testRule(rulebook: Rulebook, id: string, lists: { pass: readonly Sample[]; flag: readonly Sample[] }): void {
  const entry = ruleById(rulebook, id)
  if (!entry) throw new Error(`no rule ${id}`)
  const run = (sample: Sample) => {
    const { text, facts = {}, at } = typeof sample === 'string' ? { text: sample } : sample
    const item = lint(exampleFacts(entry, { text, facts, ...(at !== undefined && { at }) }, TODAY), rulebook, { at: TODAY })
    return item.findings.filter((finding) => finding.ruleId === id)
  }
  const name = (sample: Sample) =>
    typeof sample === 'string'
      ? sample
      : `${sample.text} ${sample.facts ? JSON.stringify(sample.facts) : ''}${sample.why ? ` (${sample.why})` : ''}`
  describe(id, () => {
    for (const sample of lists.pass) test(`passes ${name(sample)}`, () => expect(run(sample)).toEqual([]))
    for (const sample of lists.flag) {
      test(`flags ${name(sample)}`, () => {
        const findings = run(sample)
        expect(findings.length).toBeGreaterThan(0)
        if (typeof sample !== 'string' && sample.spans) expect(findings.map((finding) => finding.match)).toEqual(sample.spans)
      })
    }
  })
}
