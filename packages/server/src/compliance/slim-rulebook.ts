import type { RuleEntry, Rulebook } from '@kolibra/core/compliance'

// What a browser does not judge by: told on the pages of the rules.
const UNSAID = {
  examples: { valid: [], invalid: [] },
  notes: null,
  notesZh: null,
  penalty: null,
  penaltyZh: null,
  exemptions: [],
  supersedes: [],
}

// What the rulebook's format fills in again where it is left out.
const FILLED_IN: readonly (readonly [string, unknown])[] = [
  ['within', 'sentence'],
  ['side', 'either'],
  ['negation', true],
  ['protects', false],
  ['heardAs', null],
  ['note', null],
]

function isFilledIn(name: string, value: unknown): boolean {
  const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0
  return isEmpty || FILLED_IN.some(([known, filled]) => known === name && filled === value)
}

/** Leaves out, at any depth, what the format fills in again. */
function leaveOut(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(leaveOut)
  if (typeof value !== 'object' || value === null) return value
  const said = Object.entries(value).filter(([name, inner]) => !isFilledIn(name, inner))
  return Object.fromEntries(said.map(([name, inner]) => [name, leaveOut(inner)]))
}

// An exemption may name a fact; a browser that is not given facts would find its name leading nowhere.
function listRules({ entries }: Rulebook): RuleEntry[] {
  const rules = entries.filter(({ kind }) => kind === 'rule')
  const ids = new Set(rules.map(({ id }) => id))
  return rules.flatMap((entry) => {
    const exempts = entry.exempts.filter((id) => ids.has(id))
    return entry.exempts.length > 0 && exempts.length === 0 ? [] : [{ ...entry, exempts }]
  })
}

/** The parts of a rulebook that a browser lints with, without what only readers need: a phone loads them before the first finding. */
export function slimRulebook(rulebook: Rulebook): unknown[] {
  const words = rulebook.words.map((list) => leaveOut({ ...list, note: null }))
  const rules = listRules(rulebook).map((entry) => ({ ...entry, ...UNSAID, detectors: leaveOut(entry.detectors) }))
  return [...words, ...rules]
}
