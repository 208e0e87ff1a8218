import type { Rulebook } from './compile.ts'
import { detect, type Sight, type Spot } from './detectors.ts'
import { prepareRules, type ReadyRule, type ReadyRules } from './prepare-rules.ts'
import { sortBy } from './neighbours.ts'
import { isWorse, type LintOutcome } from './outcomes.ts'
import type { RuleEntry } from './rule-entry.ts'
import { signFacts, type DraftFacts } from './view-facts.ts'

export interface Judgement extends Spot {
  readonly entry: RuleEntry
  readonly outcome: LintOutcome
  readonly stated: readonly string[]
}

/** A judgement that waits for facts. */
export interface Waiting {
  readonly outcome: LintOutcome
  readonly facts: readonly string[]
}

interface Judged {
  readonly judgements: readonly Judgement[]
  readonly waiting: readonly Waiting[]
}

/** What the rules say of a text; what waits for facts whatever the text says is kept apart, for a batch shares it. */
interface JudgedText extends Judged {
  readonly alwaysWaiting: readonly Waiting[]
}

interface JudgedRule extends Judged {
  readonly rule: ReadyRule
}

/** The rules for a day and facts, and what they say of a text in which they find nothing. */
interface Bench {
  readonly rules: ReadyRules
  readonly idle: readonly JudgedRule[]
  readonly alwaysWaiting: readonly Waiting[]
}

// A batch of texts shares its facts; what they settle is worked out once for each set of facts, and not for ever.
const MOST_BENCHES = 256
const benches = new WeakMap<Rulebook, Map<string, Bench>>()

function findBench(rulebook: Rulebook, view: DraftFacts): Bench {
  const known = benches.get(rulebook) ?? new Map<string, Bench>()
  benches.set(rulebook, known)
  const key = signFacts(view, rulebook.askedFacts)
  const found = known.get(key)
  if (found) return found
  const rules = prepareRules(rulebook, view)
  const idle = rules.byFacts.map((rule) => judgeRule(rule, null))
  const alwaysWaiting = idle.flatMap((one) => one.waiting)
  const bench = { rules, idle: idle.filter((one) => one.judgements.length > 0), alwaysWaiting }
  if (known.size >= MOST_BENCHES) known.clear()
  known.set(key, bench)
  return bench
}

/** Judges a text by the rules of its day, in their order: only those rules run whose words, lengths or links may be met. */
export function judgeText(rulebook: Rulebook, sight: Sight, view: DraftFacts): JudgedText {
  const { rules, idle, alwaysWaiting } = findBench(rulebook, view)
  const called = callRules(rules, sight)
  const judged = [...idle.filter(({ rule }) => !called.has(rule)), ...Array.from(called, (rule) => judgeRule(rule, sight))]
  judged.sort((a, b) => a.rule.order - b.rule.order)
  return { judgements: judged.flatMap((one) => one.judgements), waiting: judged.flatMap((one) => one.waiting), alwaysWaiting }
}

function callRules(rules: ReadyRules, { scans }: Sight): ReadonlySet<ReadyRule> {
  const called = new Set(rules.always)
  const call = (list: string) => {
    for (const rule of rules.byList.get(list) ?? []) called.add(rule)
  }
  for (const scan of scans) {
    for (const list of scan.hits.lists()) call(list)
    for (const shape of rules.shapes) if (scan.hits.has(shape)) call(shape)
  }
  return called
}

// Without a sight only the facts are judged: what a text says beyond them is not looked at.
function judgeRule(rule: ReadyRule, sight: Sight | null): JudgedRule {
  const { entry, ready } = rule
  const judgements: Judgement[] = []
  const waiting: Waiting[] = []
  for (const { detector, outcome, unknown, stated } of ready) {
    if (sight === null && detector.kind !== 'facts') continue
    const spots = detect(detector, sight ?? NOTHING, unknown.length > 0 ? 1 : Infinity)
    if (spots.length === 0) continue
    if (unknown.length > 0) waiting.push({ outcome, facts: unknown })
    else for (const { field, span } of spots) judgements.push({ field, span, entry, outcome, stated })
  }
  return { rule, judgements: dropDoubles(judgements), waiting }
}

const NOTHING: Sight = { facts: { id: '', text: '' }, scans: [] }

// Two detectors of one rule may point at the same words; the harder one is told.
function dropDoubles(judgements: readonly Judgement[]): Judgement[] {
  if (judgements.length < 2) return [...judgements]
  const kept: Judgement[] = []
  for (const one of sortBy(judgements, comparePlaces)) {
    const last = kept.at(-1)
    if (!last || last.field !== one.field || !doOverlap(last, one)) kept.push(one)
    else if (isWorse(one.outcome, last.outcome)) kept[kept.length - 1] = one
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
