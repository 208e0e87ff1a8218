import { slimPart, type RuleEntry, type Rulebook } from '@kolibra/core/compliance'

// What a browser does not judge by: told on the pages of the rules.
const UNSAID = {
  examples: { valid: [], invalid: [], todo: [] },
  notes: null,
  notesZh: null,
  penalty: null,
  penaltyZh: null,
  exemptions: [],
  supersedes: [],
  announcedOn: null,
  status: '',
  validFromConfidence: '',
}
const UNSAID_OF_SOURCE = { confidence: null, articleConfidence: null, addressNote: null }

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
export function slimRulebook(rulebook: Rulebook): object[] {
  const words = rulebook.words.map((list) => slimPart({ ...list, note: null }))
  const rules = listRules(rulebook).map((entry) => slimPart({ ...entry, ...UNSAID, source: { ...entry.source, ...UNSAID_OF_SOURCE } }))
  return [...words, ...rules]
}
