import { hashOf, type Sha256 } from '../shared/index.ts'
import type { Rulebook } from './compile.ts'
import type { Context, Detector, RuleEntry, WordList } from './rule-entry.ts'
import { rulesInForce } from './rulebook-queries.ts'
import { LIKENESS } from './scan/data/likeness-data.ts'
import { mayReach, type ReachFacts } from './stale-sources.ts'

/** What of a text decides which rules could matter to it: where it stands, what it is about, and the Shanghai day it is judged for. */
export interface RuleReach extends ReachFacts {
  readonly day: string
}

// A batch asks for the same few reaches again and again, and not for ever.
const MOST_KEPT = 256
const kept = new WeakMap<Rulebook, Map<string, string>>()

/**
 * The hash of all that could change the verdict on a text of this reach: the rules in force on its day that may reach it, by their reach,
 * outcome, detectors and exemptions, and the word lists these and the engine look into. A new title, requirement, advice, source check or
 * example, a rule of another platform, category, format or time, and a mere new version leave it as it is.
 */
export function hashRules(rulebook: Rulebook, reach: RuleReach, sha256: Sha256): string {
  const { platform = null, category = null, format = null, day } = reach
  const key = [platform, category, format, day].join(' ')
  const known = kept.get(rulebook) ?? new Map<string, string>()
  kept.set(rulebook, known)
  const before = known.get(key)
  if (before !== undefined) return before
  const rules = rulesInForce(rulebook, day).filter((entry) => mayReach(entry, reach))
  const parts = [...rules.map((entry) => hashOnce(entry, sha256)), ...listsOf(rules, rulebook.words).map((list) => hashOnce(list, sha256))]
  const hash = hashOf(parts.toSorted(), sha256)
  if (known.size >= MOST_KEPT) known.clear()
  known.set(key, hash)
  return hash
}

const hashes = new WeakMap<RuleEntry | WordList, string>()

function hashOnce(part: RuleEntry | WordList, sha256: Sha256): string {
  const known = hashes.get(part) ?? hashOf(part.kind === 'words' ? judgingList(part) : judgingRule(part), sha256)
  hashes.set(part, known)
  return known
}

function judgingRule({ id, appliesTo, jurisdiction, outcome, detectors, exempts }: RuleEntry) {
  const { categories, platforms, formats } = appliesTo
  // Anew learnt, likeness judges otherwise under the same rule.
  const isLearnt = detectors?.some(({ kind }) => kind === 'likeness') === true
  return { id, categories, platforms, formats, jurisdiction, outcome, detectors, exempts, ...(isLearnt && { learnt: LIKENESS }) }
}

function judgingList({ id, terms, states, near, heardAs, protects }: WordList) {
  return { id, terms, states, near, heardAs, protects }
}

/** The lists that rules look into, those around the words of such lists, and those the engine itself looks into. */
function listsOf(rules: readonly RuleEntry[], words: readonly WordList[]): WordList[] {
  const byId = new Map(words.map((list) => [list.id, list]))
  const used = new Set(words.filter(isEngines))
  const waiting = [...rules.flatMap(({ detectors }) => detectors ?? []).flatMap(listNames), ...[...used].flatMap(namesAround)]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const list = byId.get(name)
    if (list === undefined || used.has(list)) continue
    used.add(list)
    waiting.push(...namesAround(list))
  }
  return [...used]
}

// Words that shelter, that turn a claim around, that are heard as others or that state facts count for every rule.
function isEngines({ id, protects, heardAs, states }: WordList): boolean {
  return protects || heardAs !== null || Object.keys(states).length > 0 || id.startsWith('negation')
}

const namesOf = (contexts: readonly Context[]) => contexts.flatMap(({ any }) => any)
const namesAround = ({ near }: WordList) => namesOf(near)

function listNames(detector: Detector): string[] {
  return detector.kind === 'terms' ? [...detector.find, ...namesOf(detector.near), ...namesOf(detector.unless)] : []
}
