import { accept, refuse, type Outcome } from '../shared/index.ts'
import { SHAPE_NAMES } from './find-shapes.ts'
import { plantTerms, type TermFinder } from './find-terms.ts'
import type { Context, Detector, RuleEntry, RulebookPart, TermsDetector, WordList } from './rule-entry.ts'

/** A rulebook ready to lint with; built once, used for every text. */
export interface Rulebook {
  readonly version: string
  readonly entries: readonly RuleEntry[]
  readonly words: readonly WordList[]
  readonly terms: TermFinder
  /** The lists whose words state facts, in their order. */
  readonly stating: readonly WordList[]
  /** The facts that some condition asks for; of those asked only what they contain, the words asked for. */
  readonly askedFacts: ReadonlyMap<string, readonly string[] | null>
  /** Numbers of the lists whose words shelter the terms inside them. */
  readonly protecting: ReadonlySet<number>
}

const names = new WeakMap<readonly string[], string>()

/** Words written in a detector itself become a list of this name; asked for at every hit, so each name is made once. */
export function inlineList(words: readonly string[]): string {
  const known = names.get(words)
  if (known !== undefined) return known
  const name = `=${words.join('|')}`
  names.set(words, name)
  return name
}

/** Puts entries and word lists together. Refuses doubled ids and references that lead nowhere, all at once. */
export function compileRulebook(parts: readonly RulebookPart[], { version }: { version: string }): Outcome<Rulebook> {
  const entries = parts.filter((part): part is RuleEntry => part.kind !== 'words')
  const words = parts.filter((part): part is WordList => part.kind === 'words')
  const refusals = [...findDoubles(parts), ...findDangling(entries, words)]
  if (refusals.length > 0) return refuse(...refusals)
  const inline = [...entries.flatMap(listInlineWords), ...words.flatMap(({ near }) => inlineOf(near))].map((terms) => ({
    id: inlineList(terms),
    terms,
  }))
  const terms = plantTerms([...words, ...inline])
  return accept({
    version,
    entries,
    words,
    terms,
    stating: words.filter((list) => Object.keys(list.states).length > 0),
    askedFacts: listAskedFacts(entries),
    protecting: new Set(words.flatMap(({ id, protects }) => (protects ? (terms.numbers.get(id) ?? []) : []))),
  })
}

const contextsOf = (detector: TermsDetector) => [...detector.near, ...detector.unless]
const isTerms = (detector: Detector): detector is TermsDetector => detector.kind === 'terms'
const inlineOf = (contexts: readonly Context[]) => contexts.map(({ words }) => words).filter((terms) => terms.length > 0)

function listAskedFacts(entries: readonly RuleEntry[]): ReadonlyMap<string, readonly string[] | null> {
  const asked = new Map<string, string[] | null>(['category', 'platform', 'format'].map((fact) => [fact, null]))
  for (const { fact, orUnknown: _, ...tests } of entries.flatMap((entry) => (entry.detectors ?? []).flatMap(({ when }) => when))) {
    const words = [tests.contains, tests.lacks].filter((word) => word !== undefined)
    const known = asked.get(fact)
    if (known === null || words.length < Object.keys(tests).length) asked.set(fact, null)
    else asked.set(fact, [...new Set([...(known ?? []), ...words])])
  }
  return asked
}

function listInlineWords(entry: RuleEntry): string[][] {
  return (entry.detectors ?? [])
    .filter(isTerms)
    .flatMap((detector) => [...(detector.words.length > 0 ? [detector.words] : []), ...inlineOf(contextsOf(detector))])
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
