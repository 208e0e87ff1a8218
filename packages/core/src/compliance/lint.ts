import type { Localized } from '../shared/index.ts'
import { capPlaces, tellFurther, type CappedPlace } from './cap-places.ts'
import type { Rulebook } from './compile.ts'
import { staleDays } from './due.ts'
import type { Judgement } from './detectors.ts'
import { doOverlap, judgeText, type Waiting } from './judge-rules.ts'
import { nameFactZh } from './fact-names.ts'
import { leavesAlike } from './likeness/find-alike.ts'
import { speakLast } from './likeness/speak-last.ts'
import { findAround } from './neighbours.ts'
import { isWorse, type LintOutcome, type Verdict } from './outcomes.ts'
import type { RuleEntry } from './rule-entry.ts'
import { scanField } from './scan-field.ts'
import type { ContentFacts, LintExemption, LintFinding, LintItem, Span } from './schema.ts'
import { suggestReplacement } from './suggest-replacement.ts'
import { publishDay, viewFacts } from './view-facts.ts'

/** Checks one piece of content against the rules of its day. `at`: the Shanghai day used when the facts carry no publish day. */
export function lint(facts: ContentFacts, rulebook: Rulebook, { at }: { at: string }): LintItem {
  const day = publishDay(facts, at)
  const request = { rulebook, names: facts.product?.ownBrandWords ?? [] }
  const scans = [scanField('text', facts.text, request), ...(facts.title ? [scanField('title', facts.title, request)] : [])]
  const view = viewFacts(facts, scans, { rulebook, day })
  const { judgements, waiting, alwaysWaiting } = judgeText(rulebook, { facts, scans }, view)
  for (const { hits } of scans) hits.close()
  const { kept: held, exemptions } = applyExemptions(judgements)
  const kept = speakLast(held, exemptions)
  const verdict = worstOf(kept)
  return {
    id: facts.id,
    verdict,
    rulebook: rulebook.version,
    findings: capPlaces(kept, ({ by }) => by.entry.id)
      .map((place) => describeFinding(place, facts, { today: at, rulebook }))
      .sort(compareFindings),
    exemptions,
    missing: listMissing(alwaysWaiting, waiting, verdict),
  }
}

function applyExemptions(judgements: readonly Judgement[]): { kept: readonly Judgement[]; exemptions: LintExemption[] } {
  const exempting = judgements.filter(({ by }) => by.entry.exempts.length > 0)
  if (exempting.length === 0) return { kept: judgements, exemptions: [] }
  const used = new Set<Judgement>()
  const exempted = new Set(exempting.flatMap(({ by }) => by.entry.exempts))
  const whole = exempting.filter(({ span }) => span === null)
  const placed = exempting.flatMap((one) => (one.span ? [{ ...one.span, one }] : [])).sort((a, b) => a.start - b.start)
  const kept = judgements.filter((judgement) => {
    if (judgement.by.entry.exempts.length > 0) return false
    if (!exempted.has(judgement.by.entry.id)) return true
    const frees = (exemption: Judgement) => exemption.by.entry.exempts.includes(judgement.by.entry.id)
    const overlaps = (exemption: Judgement) => exemption.field === judgement.field && doOverlap(exemption, judgement)
    const by =
      whole.find(frees) ?? (judgement.span && findAround(placed, near(judgement.span), ({ one }) => frees(one) && overlaps(one))?.one)
    if (by) used.add(by)
    return !by
  })
  const exemptions = capPlaces([...used], ({ by }) => by.entry.id).map(({ one: { by, field, span } }) => ({
    ruleId: by.entry.id,
    field,
    span,
    because: by.entry.requirement,
  }))
  return { kept, exemptions }
}

// No exemption is longer.
const LONGEST_EXEMPTION = 200
const near = ({ start }: Span) => ({ position: start, first: start - LONGEST_EXEMPTION, last: start + LONGEST_EXEMPTION })

function worstOf(judgements: readonly Judgement[]): Verdict {
  const worst = judgements.reduce<LintOutcome>((found, { by }) => (isWorse(by.outcome, found) ? by.outcome : found), 'info')
  return worst === 'info' ? 'pass' : worst
}

// Facts worked out from others are asked for by the name a person can give.
const DERIVED: Readonly<Record<string, string>> = {
  'price.isAboveLowest': 'price',
  filed: 'filing',
  'filing.channel': 'filing',
  'filing.reference': 'filing',
}

// One question at a time: of a rule that waits for three facts, only the first is asked; its answer may settle the rest.
function askFacts(waiting: readonly Waiting[], verdict: Verdict): string[] {
  const current: LintOutcome = verdict === 'pass' ? 'info' : verdict
  const asked = waiting.filter(({ outcome }) => isWorse(outcome, current)).flatMap(({ unknown }) => unknown.slice(0, 1))
  return [...new Set(asked.map((path) => DERIVED[path] ?? path))].sort()
}

const askedAlways = new WeakMap<readonly Waiting[], Map<Verdict, readonly string[]>>()

function listMissing(always: readonly Waiting[], waiting: readonly Waiting[], verdict: Verdict): string[] {
  const known = askedAlways.get(always) ?? new Map<Verdict, readonly string[]>()
  askedAlways.set(always, known)
  const missing = known.get(verdict) ?? askFacts(always, verdict)
  known.set(verdict, missing)
  return waiting.length === 0 ? [...missing] : [...new Set([...missing, ...askFacts(waiting, verdict)])].sort()
}

function describeFinding(
  { one, furtherPlaces }: CappedPlace<Judgement>,
  facts: ContentFacts,
  { today, rulebook }: { today: string; rulebook: Rulebook },
): LintFinding {
  const { by, field, span } = one
  const { entry, outcome, stated } = by
  const { title, number, article, url, checkedOn } = entry.source
  const lastCheckedDays = staleDays(entry, today)
  const original = field === 'title' ? (facts.title ?? '') : facts.text
  const replacement = suggestReplacement(original, span, entry.drops)
  const isFixed = replacement !== null && span !== null && !leavesAlike(original, { ...span, replacement }, rulebook.alikeAbove)
  return {
    ruleId: entry.id,
    outcome,
    field,
    span,
    match: span && original.slice(span.start, span.end),
    message: addDoubts(entry, { stated, furtherPlaces, lastCheckedDays }),
    fix: { ...entry.fix, replacement: isFixed ? replacement : null },
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
