import { inlineList, type Rulebook } from './compile.ts'
import { askAll } from './conditions.ts'
import type { Detector, RuleEntry, TermsDetector } from './rule-entry.ts'
import { rulesInForce } from './rulebook-queries.ts'
import type { LintOutcome } from './outcomes.ts'
import type { FactsView } from './view-facts.ts'

/** A detector that may judge on these facts; what is not `unknown` about them is settled. */
export interface ReadyDetector {
  readonly detector: Detector
  readonly outcome: LintOutcome
  /** The facts it waits for. */
  readonly unknown: readonly string[]
  /** The facts it relies on that only the text states. */
  readonly stated: readonly string[]
}

/** A rule in force whose gate stands open on these facts. */
export interface ReadyRule {
  readonly order: number
  readonly entry: RuleEntry
  readonly ready: readonly ReadyDetector[]
}

/** What is left to do for a text once day and facts are known. */
export interface ReadyRules {
  /** Rules that a hit of a word list or shape may set off. */
  readonly byList: ReadonlyMap<string, readonly ReadyRule[]>
  /** Rules that look at lengths, topics or links: asked of every text. */
  readonly always: readonly ReadyRule[]
  /** Rules whose facts alone are enough. */
  readonly byFacts: readonly ReadyRule[]
  /** Shapes that set a rule off; they are looked for only when a text is asked. */
  readonly shapes: readonly string[]
}

/** Works out which rules and detectors are left on a day and for these facts. */
export function prepareRules(rulebook: Rulebook, view: FactsView): ReadyRules {
  const rules = rulesInForce(rulebook, view.day).flatMap((entry, order) => prepareRule(entry, order, view))
  const byList = new Map<string, ReadyRule[]>()
  for (const rule of rules)
    for (const list of new Set(rule.ready.flatMap(({ detector }) => (detector.kind === 'terms' ? listsOf(detector) : [])))) {
      const known = byList.get(list)
      if (known) known.push(rule)
      else byList.set(list, [rule])
    }
  const has = (rule: ReadyRule, isMeant: (kind: Detector['kind']) => boolean) => rule.ready.some(({ detector }) => isMeant(detector.kind))
  return {
    byList,
    always: rules.filter((rule) => has(rule, (kind) => kind !== 'terms' && kind !== 'facts')),
    byFacts: rules.filter((rule) => has(rule, (kind) => kind === 'facts')),
    shapes: [...byList.keys()].filter((list) => list.startsWith('@')),
  }
}

const listsOf = ({ find, words }: TermsDetector) => (words.length > 0 ? [...find, inlineList(words)] : find)

function prepareRule(entry: RuleEntry, order: number, view: FactsView): ReadyRule[] {
  const gate = askAll(gateConditions(entry), view)
  if (gate === false) return []
  const ready = (entry.detectors ?? []).flatMap((detector) => prepareDetector(entry, detector, view))
  return ready.length === 0 ? [] : [{ order, entry, ready }]
}

function prepareDetector(entry: RuleEntry, detector: Detector, view: FactsView): ReadyDetector[] {
  const conditions = [...gateConditions(entry), ...detector.when]
  const answer = askAll(conditions, view)
  if (answer === false) return []
  const stated = conditions.map((condition) => condition.fact).filter((fact) => view.isStated(fact))
  return [{ detector, outcome: detector.outcome ?? entry.outcome, unknown: answer === true ? [] : answer, stated }]
}

function gateConditions({ appliesTo }: RuleEntry) {
  const reaches = [
    ['category', appliesTo.categories],
    ['platform', appliesTo.platforms],
    ['format', appliesTo.formats],
  ] as const
  return reaches.filter(([, values]) => values[0] !== '*').map(([fact, values]) => ({ fact, in: [...values] }))
}
