import { slimPart, type RuleEntry, type Rulebook } from '@kolibra/core/compliance'
import type { Language } from '@kolibra/core/shared'

// What a browser does not judge by: told on the pages of the rules, as is whom a rule speaks to (`who`).
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

type Wording = RuleEntry['title']

/** The wordings of a rule in the language that is read, the other left empty. */
function sayIn(language: Language, { title, requirement, fix }: RuleEntry): Pick<RuleEntry, 'title' | 'requirement' | 'fix'> {
  const only = (wording: Wording): Wording => ({ en: '', zh: '', [language]: wording[language] })
  return { title: only(title), requirement: only(requirement), fix: only(fix) }
}

/**
 * The parts of a rulebook that a browser lints with, without what only readers need: a phone loads them before the first finding. With a
 * language, without the wordings in the other one.
 */
export function slimRulebook(rulebook: Rulebook, language: Language | null): object[] {
  const words = rulebook.words.map((list) => slimPart({ ...list, note: null }))
  const rules = listRules(rulebook).map((entry) => {
    const said = language === null ? entry : { ...entry, ...sayIn(language, entry) }
    const { source, appliesTo } = entry
    return slimPart({ ...said, ...UNSAID, appliesTo: { ...appliesTo, who: ['*'] }, source: { ...source, ...UNSAID_OF_SOURCE } })
  })
  return [...words, ...rules]
}
