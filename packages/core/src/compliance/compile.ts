import { accept, refuse, type Outcome } from '../shared/index.ts'
import { SHAPE_NAMES } from './find-shapes.ts'
import { plantTerms, type TermFinder } from './find-terms.ts'
import { seekNegation, type NegationLists } from './negation.ts'
import type { Context, Detector, RuleEntry, RulebookPart, TermsDetector, WordList } from './rule-entry.ts'
import { inlineList, seekContext, seekTerms, type SoughtContext, type SoughtTerms } from './sought-lists.ts'

/** A rulebook ready to lint with; built once, used for every text. */
export interface Rulebook {
  readonly version: string
  readonly entries: readonly RuleEntry[]
  readonly words: readonly WordList[]
  readonly terms: TermFinder
  /** What each detector of terms asks for, its lists by number. */
  readonly sought: ReadonlyMap<Detector, SoughtTerms>
  readonly negation: NegationLists
  /** The lists whose words state facts, in their order. */
  readonly stating: readonly StatingList[]
  /** The facts that some condition asks for; of those asked only what they contain, the words asked for. */
  readonly askedFacts: ReadonlyMap<string, readonly string[] | null>
  /** The lowest bound of likeness that a rule asks for: no fix leaves a sentence that is more alike. */
  readonly alikeAbove: number
}

/** Words that state facts when something of each of these stands around them. */
export interface StatingList {
  readonly number: number
  readonly states: WordList['states']
  readonly near: readonly SoughtContext[]
}

/** Puts entries and word lists together. Refuses doubled ids and references that lead nowhere, all at once. */
export function compileRulebook(parts: readonly RulebookPart[], { version }: { version: string }): Outcome<Rulebook> {
  const entries = parts.filter((part): part is RuleEntry => part.kind !== 'words')
  const words = parts.filter((part): part is WordList => part.kind === 'words')
  const refusals = [...findDoubles(parts), ...findDangling(entries, words)]
  if (refusals.length > 0) return refuse(...refusals)
  const inline = [...listTermsDetectors(entries).flatMap(listInlineWords), ...words.flatMap(({ near }) => inlineOf(near))].map((terms) => ({
    id: inlineList(terms),
    terms,
  }))
  const terms = plantTerms([...words, ...inline])
  return accept({
    version,
    entries,
    words,
    terms,
    sought: new Map(listTermsDetectors(entries).map((detector) => [detector, seekTerms(detector, terms.numbers)])),
    negation: seekNegation(terms),
    stating: words.filter((list) => Object.keys(list.states).length > 0).flatMap((list) => seekStating(list, terms.numbers)),
    askedFacts: listAskedFacts(entries),
    alikeAbove: Math.min(
      ...entries.flatMap(({ detectors }) => detectors ?? []).map((one) => (one.kind === 'likeness' ? one.above : Infinity)),
    ),
  })
}

const contextsOf = (detector: TermsDetector) => [...detector.near, ...detector.unless]
const isTerms = (detector: Detector): detector is TermsDetector => detector.kind === 'terms'
const inlineOf = (contexts: readonly Context[]) => contexts.map(({ words }) => words).filter((terms) => terms.length > 0)

function listAskedFacts(entries: readonly RuleEntry[]): ReadonlyMap<string, readonly string[] | null> {
  const asked = new Map<string, string[] | null>(['category', 'platform', 'format', 'place'].map((fact) => [fact, null]))
  for (const { fact, orUnknown: _, ...tests } of entries.flatMap((entry) => (entry.detectors ?? []).flatMap(({ when }) => when))) {
    const words = [tests.contains, tests.lacks].filter((word) => word !== undefined)
    const known = asked.get(fact)
    if (known === null || words.length < Object.keys(tests).length) asked.set(fact, null)
    else asked.set(fact, [...new Set([...(known ?? []), ...words])])
  }
  return asked
}

const listInlineWords = (detector: TermsDetector) => [
  ...(detector.words.length > 0 ? [detector.words] : []),
  ...inlineOf(contextsOf(detector)),
]
const listTermsDetectors = (entries: readonly RuleEntry[]) => entries.flatMap(({ detectors }) => detectors ?? []).filter(isTerms)

function seekStating({ id, states, near }: WordList, numbers: ReadonlyMap<string, number>): StatingList[] {
  const number = numbers.get(id)
  return number === undefined ? [] : [{ number, states, near: near.map((context) => seekContext(context, numbers)) }]
}

function findDoubles(parts: readonly RulebookPart[]) {
  const ids = parts.map((part) => part.id)
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => ({ code: 'rulebook.doubled_id', entry: id }))
}

function findDangling(entries: readonly RuleEntry[], words: readonly WordList[]) {
  const lists = new Set(words.map((list) => list.id))
  const ids = new Set(entries.map((entry) => entry.id))
  const isMissing = (name: string) => !SHAPE_NAMES.has(name) && !lists.has(name)
  const ofWords = words.flatMap(({ id, near, heardAs }) =>
    [...near.flatMap((context) => context.any), ...(heardAs === null ? [] : [heardAs])]
      .filter(isMissing)
      .map((name) => ({ code: 'rulebook.unknown_reference', entry: id, name })),
  )
  const ofEntries = entries.flatMap((entry) => {
    const named = (entry.detectors ?? [])
      .filter(isTerms)
      .flatMap((detector) => [...detector.find, ...contextsOf(detector).flatMap((context) => context.any)])
    const missing = named.filter(isMissing)
    return [...missing, ...[...entry.exempts, ...entry.supersedes].filter((id) => !ids.has(id))].map((name) => ({
      code: 'rulebook.unknown_reference',
      entry: entry.id,
      name,
    }))
  })
  return [...ofEntries, ...ofWords]
}
