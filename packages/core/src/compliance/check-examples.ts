import type { Rulebook } from './compile.ts'
import { lint } from './lint.ts'
import type { RuleEntry, RuleExample } from './rule-entry.ts'
import { contentFactsSchema, type ContentFacts } from './schema.ts'

/** An example of an entry that the entry itself judges wrongly, or a known miss (`todo`) that it no longer misses. */
export interface ExampleFault {
  readonly entry: string
  readonly kind: 'valid' | 'invalid' | 'todo'
  readonly example: RuleExample
  readonly fired: readonly string[]
}

const first = <T extends string>(values: readonly ('*' | T)[]): T | undefined => values.find((value): value is T => value !== '*')

/** An example as facts: what it does not say is taken from what the entry applies to and where, the day from when it is in force. */
export function exampleFacts(entry: RuleEntry, example: RuleExample, today: string): ContentFacts {
  const { categories, platforms, formats } = entry.appliesTo
  const [category, platform, format] = [first(categories), first(platforms), first(formats)]
  const started = entry.validFrom !== null && entry.validFrom > today ? entry.validFrom : today
  const day = entry.validTo !== null && entry.validTo < started ? entry.validTo : started
  return contentFactsSchema.parse({
    ...(category !== undefined && { category }),
    ...(platform !== undefined && { platform }),
    ...(format !== undefined && { format }),
    ...(entry.jurisdiction !== 'CN' && { place: entry.jurisdiction }),
    publishAt: example.at ?? day,
    ...example.facts,
    id: entry.id,
    text: example.text,
  })
}

/** The rules that speak when the example is linted, exemptions included. */
function firedBy(entry: RuleEntry, example: RuleExample, { rulebook, today }: { rulebook: Rulebook; today: string }): readonly string[] {
  const item = lint(exampleFacts(entry, example, today), rulebook, { at: today })
  return [...item.findings, ...item.exemptions].map(({ ruleId }) => ruleId)
}

/**
 * Runs every entry's own examples. A rule must stay silent on its valid texts and fire on its invalid ones;
 * an exemption must be used on its valid texts and not on its invalid ones. A known miss must still be missed.
 * `only`: the ids to look at, all when left out.
 */
export function checkExamples(rulebook: Rulebook, today: string, only?: ReadonlySet<string>): ExampleFault[] {
  const entries = rulebook.entries.filter(({ id }) => only === undefined || only.has(id))
  return entries.flatMap((entry) => {
    const isExemption = entry.exempts.length > 0
    const { valid, invalid, todo } = entry.examples
    const cases = [
      ...valid.map((example) => ({ kind: 'valid' as const, example, expected: isExemption })),
      ...invalid.map((example) => ({ kind: 'invalid' as const, example, expected: !isExemption })),
      ...todo.map((example) => ({ kind: 'todo' as const, example, expected: example.should === 'pass' })),
    ]
    return cases.flatMap(({ kind, example, expected }) => {
      const fired = firedBy(entry, example, { rulebook, today })
      return fired.includes(entry.id) === expected ? [] : [{ entry: entry.id, kind, example, fired }]
    })
  })
}
