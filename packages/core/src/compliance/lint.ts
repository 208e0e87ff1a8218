import type { Localized } from '../shared/index.ts'
import { capPlaces, tellFurther, type CappedPlace } from './cap-places.ts'
import type { Rulebook } from './compile.ts'
import { askAll } from './conditions.ts'
import { detect, type Sight, type Spot } from './detectors.ts'
import { staleDays } from './due.ts'
import { isWorse, type LintOutcome, type Verdict } from './outcomes.ts'
import type { Detector, RuleEntry } from './rule-entry.ts'
import { nameFactZh } from './fact-names.ts'
import { findAround } from './neighbours.ts'
import { rulesInForce } from './rulebook-queries.ts'
import { scanField } from './scan-field.ts'
import type { ContentFacts, LintExemption, LintFinding, LintItem } from './schema.ts'
import { suggestReplacement } from './suggest-replacement.ts'
import { publishDay, viewFacts, type FactsView } from './view-facts.ts'

interface Judgement extends Spot {
  readonly entry: RuleEntry
  readonly outcome: LintOutcome
  readonly stated: readonly string[]
}

/** A judgement that waits for facts. */
interface Waiting {
  readonly outcome: LintOutcome
  readonly facts: readonly string[]
}

interface Judged {
  readonly judgements: readonly Judgement[]
  readonly waiting: readonly Waiting[]
}

/** Checks one piece of content against the rules of its day. `at`: the Shanghai day used when the facts carry no publish day. */
export function lint(facts: ContentFacts, rulebook: Rulebook, { at }: { at: string }): LintItem {
  const day = publishDay(facts, at)
  const request = { rulebook, names: facts.product?.ownBrandWords ?? [] }
  const scans = [scanField('text', facts.text, request), ...(facts.title ? [scanField('title', facts.title, request)] : [])]
  const view = viewFacts(facts, scans, { rulebook, day })
  const judged = rulesInForce(rulebook, day).map((entry) => judgeRule(entry, { facts, scans }, view))
  const all = judged.flatMap((one) => one.judgements)
  const exempting = all.filter(({ entry }) => entry.exempts.length > 0)
  const { kept, exemptions } = applyExemptions(
    all.filter(({ entry }) => entry.exempts.length === 0),
    exempting,
  )
  const verdict = worstOf(kept.map((one) => one.outcome))
  return {
    id: facts.id,
    verdict,
    rulebook: rulebook.version,
    findings: capPlaces(kept, ({ entry }) => entry.id)
      .map((place) => describeFinding(place, facts, at))
      .sort(compareFindings),
    exemptions,
    missing: listMissing(
      judged.flatMap((one) => one.waiting),
      verdict,
    ),
  }
}

function judgeRule(entry: RuleEntry, sight: Sight, view: FactsView): Judged {
  const gate = askAll(gateConditions(entry), view)
  if (gate === false) return { judgements: [], waiting: [] }
  const parts = (entry.detectors ?? []).map((detector) => judgeDetector(entry, detector, { sight, view, gate: gate === true ? [] : gate }))
  return { judgements: dropDoubles(parts.flatMap((part) => part.judgements)), waiting: parts.flatMap((part) => part.waiting) }
}

function gateConditions({ appliesTo }: RuleEntry) {
  const reaches = [
    ['category', appliesTo.categories],
    ['platform', appliesTo.platforms],
    ['format', appliesTo.formats],
  ] as const
  return reaches.filter(([, values]) => values[0] !== '*').map(([fact, values]) => ({ fact, in: [...values] }))
}

function judgeDetector(
  entry: RuleEntry,
  detector: Detector,
  { sight, view, gate }: { sight: Sight; view: FactsView; gate: readonly string[] },
): Judged {
  const answer = askAll(detector.when, view)
  if (answer === false) return { judgements: [], waiting: [] }
  const spots = detect(detector, sight)
  if (spots.length === 0) return { judgements: [], waiting: [] }
  const outcome = detector.outcome ?? entry.outcome
  const unknown = [...gate, ...(answer === true ? [] : answer)]
  if (unknown.length > 0) return { judgements: [], waiting: [{ outcome, facts: unknown }] }
  const asked = [...gateConditions(entry), ...detector.when].map((condition) => condition.fact)
  const stated = asked.filter((fact) => view.isStated(fact))
  return { judgements: spots.map((spot) => ({ ...spot, entry, outcome, stated })), waiting: [] }
}

// Two detectors of one rule may point at the same words; the harder one is told.
function dropDoubles(judgements: readonly Judgement[]): Judgement[] {
  const kept: Judgement[] = []
  for (const one of [...judgements].sort(comparePlaces)) {
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

function doOverlap(a: Spot, b: Spot): boolean {
  if (a.span === null || b.span === null) return a.span === b.span
  return a.span.start < b.span.end && b.span.start < a.span.end
}

function applyExemptions(judgements: readonly Judgement[], exempting: readonly Judgement[]) {
  const used = new Set<Judgement>()
  const whole = exempting.filter(({ span }) => span === null)
  const placed = exempting.flatMap((one) => (one.span ? [{ ...one.span, one }] : [])).sort((a, b) => a.start - b.start)
  const kept = judgements.filter((judgement) => {
    const frees = (exemption: Judgement) => exemption.entry.exempts.includes(judgement.entry.id)
    const overlaps = (exemption: Judgement) => exemption.field === judgement.field && doOverlap(exemption, judgement)
    const by =
      whole.find(frees) ??
      (judgement.span && findAround(placed, { position: judgement.span.start, window: 200 }, ({ one }) => frees(one) && overlaps(one))?.one)
    if (by) used.add(by)
    return !by
  })
  const exemptions: LintExemption[] = capPlaces([...used], ({ entry }) => entry.id).map(({ one: { entry, field, span } }) => ({
    ruleId: entry.id,
    field,
    span,
    because: entry.requirement,
  }))
  return { kept, exemptions }
}

function worstOf(outcomes: readonly LintOutcome[]): Verdict {
  const worst = outcomes.reduce<LintOutcome>((found, outcome) => (isWorse(outcome, found) ? outcome : found), 'info')
  return worst === 'info' ? 'pass' : worst
}

// Facts worked out from others are asked for by the name a person can give.
const DERIVED: Readonly<Record<string, string>> = {
  'price.isAboveLowest': 'price',
  filed: 'filing',
  'filing.channel': 'filing',
}

function listMissing(waiting: readonly Waiting[], verdict: Verdict): string[] {
  const current: LintOutcome = verdict === 'pass' ? 'info' : verdict
  // One question at a time: of a rule that waits for three facts, only the first is asked; its answer may settle the rest.
  const asked = waiting.filter(({ outcome }) => isWorse(outcome, current)).flatMap(({ facts }) => facts.slice(0, 1))
  return [...new Set(asked.map((path) => DERIVED[path] ?? path))].sort()
}

function describeFinding({ one, furtherPlaces }: CappedPlace<Judgement>, facts: ContentFacts, today: string): LintFinding {
  const { entry, outcome, field, span, stated } = one
  const { title, number, article, url, checkedOn } = entry.source
  const lastCheckedDays = staleDays(entry, today)
  const original = field === 'title' ? (facts.title ?? '') : facts.text
  return {
    ruleId: entry.id,
    outcome,
    field,
    span,
    match: span && original.slice(span.start, span.end),
    message: addDoubts(entry, { stated, furtherPlaces, lastCheckedDays }),
    fix: { ...entry.fix, replacement: suggestReplacement(original, span, entry.drops) },
    source: { title, number, article, url, checkedOn },
    validFrom: entry.validFrom,
    validTo: entry.validTo,
    ...(lastCheckedDays !== null && { lastCheckedDays }),
  }
}

interface Doubts {
  readonly stated: readonly string[]
  readonly furtherPlaces: number
  readonly lastCheckedDays: number | null
}

// What is not certain is said with the finding, not in a footnote.
function addDoubts(entry: RuleEntry, { stated, furtherPlaces, lastCheckedDays }: Doubts): Localized {
  const further = tellFurther(furtherPlaces)
  const doubts: Localized[] = further === null ? [] : [further]
  if (stated.length > 0)
    doubts.push({ en: `The text says so (${stated.join(', ')}).`, zh: `文中自述（${stated.map(nameFactZh).join('、')}）。` })
  if (entry.validFrom === null) doubts.push({ en: 'The day this rule started is not recorded.', zh: '该规则的生效日期未记录。' })
  if (entry.source.readKind === 'secondary_report')
    doubts.push({ en: 'Known from reports, not from the text itself.', zh: '仅见于二手报道，未读原文。' })
  if (entry.source.readKind === 'ui_observation')
    doubts.push({ en: 'Seen in publishing tools, not in a rule text.', zh: '仅见于发布界面，未见规则原文。' })
  if (entry.source.readKind === 'none') doubts.push({ en: 'From memory; nobody has read the source.', zh: '凭经验记录，来源未核读。' })
  if (lastCheckedDays !== null)
    doubts.push({ en: `Last checked ${lastCheckedDays} days ago.`, zh: `该来源距上次核对已 ${lastCheckedDays} 天。` })
  return {
    en: [entry.requirement.en, ...doubts.map((doubt) => doubt.en)].join(' '),
    zh: entry.requirement.zh + doubts.map((doubt) => doubt.zh).join(''),
  }
}

function compareFindings(a: LintFinding, b: LintFinding): number {
  const place = (a.span?.start ?? -1) - (b.span?.start ?? -1)
  if (place !== 0) return place
  if (a.outcome !== b.outcome) return isWorse(a.outcome, b.outcome) ? -1 : 1
  return a.ruleId < b.ruleId ? -1 : 1
}
