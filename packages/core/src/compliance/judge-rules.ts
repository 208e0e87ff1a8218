import type { Rulebook } from './compile.ts'
import { detect, type Judgement, type Sight, type Spot } from './detectors.ts'
import { prepareRules, type ReadyDetector, type ReadyRules } from './prepare-rules.ts'
import { sortBy } from './neighbours.ts'
import { isWorse } from './outcomes.ts'
import { findBranch, makeBranch, type DraftFacts, type FactsBranch } from './view-facts.ts'

/** A detector that found something and waits for facts. */
export type Waiting = Pick<ReadyDetector, 'outcome' | 'unknown'>

/** What the rules say of a text; what waits for facts whatever the text says is kept apart, for a batch shares it. */
interface JudgedText {
  readonly judgements: readonly Judgement[]
  readonly waiting: readonly Waiting[]
  readonly alwaysWaiting: readonly Waiting[]
}

/** The detectors for a day and facts, and those of them that wait for facts whatever a text says. */
interface Bench {
  readonly rules: ReadyRules
  /** What every text is asked, by order. */
  readonly always: readonly ReadyDetector[]
  readonly alwaysWaiting: readonly Waiting[]
}

// A batch of texts shares its facts; what they settle is worked out once for each set of facts, and not for ever.
const MOST_BENCHES = 256

interface Benches {
  count: number
  root: FactsBranch<Bench>
}

const benches = new WeakMap<Rulebook, Benches>()

function findBench(rulebook: Rulebook, view: DraftFacts): Bench {
  const known = benches.get(rulebook) ?? { count: 0, root: makeBranch<Bench>() }
  benches.set(rulebook, known)
  const branch = findBranch(known.root, view, rulebook.askedFacts)
  if (branch.content !== null) return branch.content
  branch.content = makeBench(prepareRules(rulebook, view))
  known.count += 1
  if (known.count > MOST_BENCHES) benches.delete(rulebook)
  return branch.content
}

function makeBench(rules: ReadyRules): Bench {
  const isWaiting = ({ unknown }: ReadyDetector) => unknown.length > 0
  const always = [...rules.always, ...rules.byFacts.filter((one) => !isWaiting(one))].sort((a, b) => a.order - b.order)
  return { rules, always, alwaysWaiting: rules.byFacts.filter(isWaiting) }
}

/** Judges a text by the rules of its day, in their order: only those detectors run whose words, lengths or links may be met. */
export function judgeText(rulebook: Rulebook, sight: Sight, view: DraftFacts): JudgedText {
  const bench = findBench(rulebook, view)
  const waiting: Waiting[] = []
  const judgements: Judgement[] = []
  let ofRule: Judgement[] = []
  let last: ReadyDetector | null = null
  for (const detector of callDetectors(bench, sight)) {
    if (detector === last) continue
    if (detector.entry !== last?.entry) {
      addTo(judgements, dropDoubles(ofRule))
      ofRule = []
    }
    last = detector
    const found = detect(detector, sight)
    if (found.length === 0) continue
    if (detector.unknown.length > 0) waiting.push(detector)
    else addTo(ofRule, found)
  }
  addTo(judgements, dropDoubles(ofRule))
  return { judgements, waiting, alwaysWaiting: bench.alwaysWaiting }
}

/** The detectors that may find something, by order; one that two lists call stands there twice. */
function callDetectors({ rules, always }: Bench, { scans }: Sight): readonly ReadyDetector[] {
  const called: ReadyDetector[] = []
  for (const { hits } of scans) for (const list of hits.lists()) addTo(called, rules.byList[list] ?? NONE)
  return called.length === 0 ? always : [...always, ...called].sort((a, b) => a.order - b.order)
}

const NONE: readonly ReadyDetector[] = []

function addTo<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one)
}

// Two detectors of one rule may point at the same words; the harder one is told.
function dropDoubles(judgements: readonly Judgement[]): readonly Judgement[] {
  if (judgements.length < 2) return judgements
  const kept: Judgement[] = []
  for (const one of sortBy(judgements, comparePlaces)) {
    const last = kept.at(-1)
    if (!last || last.field !== one.field || !doOverlap(last, one)) kept.push(one)
    else if (isWorse(one.by.outcome, last.by.outcome)) kept[kept.length - 1] = one
  }
  return kept
}

function comparePlaces(a: Judgement, b: Judgement): number {
  if (a.field !== b.field) return a.field < b.field ? -1 : 1
  return (a.span?.start ?? -1) - (b.span?.start ?? -1)
}

/** True when two spots share a character, or both speak of the facts. */
export function doOverlap(a: Spot, b: Spot): boolean {
  if (a.span === null || b.span === null) return a.span === b.span
  return a.span.start < b.span.end && b.span.start < a.span.end
}
