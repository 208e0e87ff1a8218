import type { Rulebook } from './compile.ts'
import { askAll } from './conditions.ts'
import type { Detector, RuleEntry } from './rule-entry.ts'
import { rulesInForce } from './rulebook-queries.ts'
import type { LintOutcome } from './outcomes.ts'
import type { SoughtTerms } from './sought-lists.ts'
import type { FactsView } from './view-facts.ts'

/** A detector of a rule in force that may judge on these facts; what is not `unknown` about them is settled. */
export interface ReadyDetector {
  /** Its place among all detectors, those of one rule in a row. */
  readonly order: number
  readonly entry: RuleEntry
  readonly detector: Detector
  /** What it asks for when it looks for terms. */
  readonly sought: SoughtTerms | null
  readonly outcome: LintOutcome
  /** The facts it waits for. */
  readonly unknown: readonly string[]
  /** The facts it relies on that only the text states. */
  readonly stated: readonly string[]
}

/** What is left to do for a text once day and facts are known. */
export interface ReadyRules {
  /** By number of a word list, the detectors that a hit of it may set off. */
  readonly byList: readonly (readonly ReadyDetector[])[]
  /** Detectors of lengths, topics, links and shapes: asked of every text. */
  readonly always: readonly ReadyDetector[]
  /** Detectors for which the facts alone are enough. */
  readonly byFacts: readonly ReadyDetector[]
}

const NONE: readonly ReadyDetector[] = []
const NATIONAL = 'CN'

/** Works out which detectors are left on a day and for these facts. */
export function prepareRules(rulebook: Rulebook, view: FactsView): ReadyRules {
  const ready = rulesInForce(rulebook, view.day)
    .flatMap((entry) => prepareRule(rulebook, entry, view))
    .map((detector, order) => ({ ...detector, order }))
  const { firstShape } = rulebook.terms
  const byList = new Map<number, ReadyDetector[]>()
  for (const one of ready)
    for (const list of one.sought?.find ?? []) {
      const known = byList.get(list)
      if (known) known.push(one)
      else byList.set(list, [one])
    }
  const isAlways = ({ detector, sought }: ReadyDetector) =>
    sought === null ? detector.kind !== 'facts' : sought.find.some((list) => list >= firstShape)
  return {
    byList: Array.from({ length: firstShape }, (_, list) => byList.get(list) ?? NONE),
    always: ready.filter(isAlways),
    byFacts: ready.filter(({ detector }) => detector.kind === 'facts'),
  }
}

function prepareRule(rulebook: Rulebook, entry: RuleEntry, view: FactsView): Omit<ReadyDetector, 'order'>[] {
  const gate = gateConditions(entry)
  const local = localConditions(entry)
  if (askAll([...gate, ...local], view) === false) return []
  return (entry.detectors ?? []).flatMap((detector) => {
    // The place is asked last: most drafts fail the rest before.
    const conditions = [...gate, ...detector.when, ...local]
    const answer = askAll(conditions, view)
    if (answer === false) return []
    return [
      {
        entry,
        detector,
        sought: rulebook.sought.get(detector) ?? null,
        outcome: detector.outcome ?? entry.outcome,
        unknown: answer === true ? [] : answer,
        stated: conditions.map((condition) => condition.fact).filter((fact) => view.isStated(fact)),
      },
    ]
  })
}

function gateConditions({ appliesTo }: RuleEntry) {
  const reaches = [
    ['category', appliesTo.categories],
    ['platform', appliesTo.platforms],
    ['format', appliesTo.formats],
  ] as const
  return reaches.filter(([, values]) => values[0] !== '*').map(([fact, values]) => ({ fact, in: [...values] }))
}

// A code of a city contains that of its province: what holds in CN-SC holds in CN-SC-CD.
function localConditions({ jurisdiction }: RuleEntry) {
  return jurisdiction === NATIONAL ? [] : [{ fact: 'place', contains: jurisdiction }]
}
