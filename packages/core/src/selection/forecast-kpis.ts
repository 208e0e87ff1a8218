import type { Campaign } from '../campaigns/index.ts'
import { describeDraws } from '../planning/index.ts'
import { say, type Localized } from '../shared/index.ts'
import { ASSUMPTIONS } from './assumption-table.ts'
import { drawKpi, listBroughtKpis } from './brought-kpis.ts'
import { sumDraws, type DrawOf, type ForecastMember } from './keep-draws.ts'
import type { PlanResult } from './schema.ts'

const FORECASTABLE = ['views', 'interactions', 'reach'] as const
type Forecastable = (typeof FORECASTABLE)[number]

export interface KpiInputs<M extends ForecastMember> {
  readonly campaign: Campaign
  readonly segments: readonly { readonly size: number }[]
  /** The share of each segment that one view of a creator's reaches, before the cap; null where that is not known. */
  readonly perViewOf: (member: M) => readonly number[] | null
  readonly drawOf: DrawOf
}

const UNITS: Readonly<Record<Forecastable, string>> = { views: 'views', interactions: 'interactions', reach: 'people' }

/** P10, P50, P90 of each KPI of the chosen mix, and the chance of its target. KPIs of the goal that nothing held can forecast are not listed. */
export function forecastKpis<M extends ForecastMember>(chosen: readonly M[], inputs: KpiInputs<M>): PlanResult['kpis'] {
  const told = FORECASTABLE.filter((name) => isKnown(name, chosen, inputs))
  const fromPosts = told.map((name) => {
    const target = targetOf(name, inputs)
    return { name, unit: UNITS[name], ...describe(drawTotal(name, chosen, inputs), target) }
  })
  const views = drawTotal('views', chosen, inputs)
  const fromViews = listBroughtKpis(inputs.campaign).flatMap((kpi) => {
    const drawn = drawKpi(kpi, views, inputs.campaign)
    if ('missing' in drawn) return []
    const { basis, because } = drawn
    return [{ name: kpi.name, unit: kpi.unit, ...describe(drawn.draws, kpi.target), basis, because: joinLines(because) }]
  })
  return [...fromPosts, ...fromViews]
}

// Reach is known where it is of everybody, interactions where they are of anybody. A choice of nobody brings a known nothing.
function isKnown<M extends ForecastMember>(
  name: Forecastable,
  chosen: readonly M[],
  { perViewOf }: Pick<KpiInputs<M>, 'perViewOf'>,
): boolean {
  if (name === 'reach') return chosen.every((member) => perViewOf(member) !== null)
  return name === 'views' || chosen.length === 0 || chosen.some((member) => member[name] !== null)
}

function describe(draws: Float64Array, target: number | null) {
  const { p10, p50, p90, pAtLeast } = describeDraws(draws.toSorted())
  const [low, middle, high] = [p10, p50, p90].map((value) => Math.round(value))
  return { p10: low ?? 0, p50: middle ?? 0, p90: high ?? 0, target, pTarget: target === null ? null : pAtLeast(target) }
}

const joinLines = (lines: readonly Localized[]): Localized => say(lines.map(({ en }) => en).join(' '), lines.map(({ zh }) => zh).join(''))

const targetOf = (name: Forecastable, { campaign }: Pick<KpiInputs<ForecastMember>, 'campaign'>) =>
  campaign.goal?.kpis.find((kpi) => kpi.name === name)?.target ?? null

function drawTotal<M extends ForecastMember>(name: Forecastable, chosen: readonly M[], inputs: KpiInputs<M>): Float64Array {
  if (name === 'reach') return drawReach(chosen, inputs)
  return sumDraws(chosen.map((candidate) => inputs.drawOf(candidate, name)))
}

const least = (chances: readonly number[]) => (chances.length === 0 ? null : Math.min(...chances))

/** The least likely target decides; null when no KPI that can be forecast has a target. What rests on an assumption decides nothing. */
export const leastChance = (kpis: PlanResult['kpis']): number | null =>
  least(kpis.flatMap(({ pTarget, basis }) => (basis === 'assumed' ? [] : (pTarget ?? []))))

/** The chance of the least likely target, as `forecastKpis` tells it; null when no KPI that can be forecast has one. Draws nothing else. */
export function leastChanceOf<M extends ForecastMember>(chosen: readonly M[], inputs: KpiInputs<M>): number | null {
  const { campaign } = inputs
  const chances = FORECASTABLE.flatMap((name) => {
    const target = targetOf(name, inputs)
    if (target === null || !isKnown(name, chosen, inputs)) return []
    return [chanceOfTarget({ kpi: name, target }, chosen, inputs)]
  })
  const brought = listBroughtKpis(campaign).flatMap((kpi) => {
    const drawn = drawKpi(kpi, drawTotal('views', chosen, inputs), campaign)
    return 'missing' in drawn || drawn.basis === 'assumed' ? [] : [shareAtLeast(drawn.draws, kpi.target)]
  })
  return least([...chances, ...brought])
}

const shareAtLeast = (draws: Float64Array, target: number) => draws.filter((total) => total >= target).length / draws.length

/** The chance that the chosen reach a target of a KPI, by the same draws as the plan's ranges. */
export function chanceOfTarget<M extends ForecastMember>(
  { kpi, target }: { kpi: Forecastable; target: number },
  chosen: readonly M[],
  inputs: KpiInputs<M>,
): number {
  return shareAtLeast(drawTotal(kpi, chosen, inputs), target)
}

function drawReach<M extends ForecastMember>(chosen: readonly M[], { segments, perViewOf, drawOf }: KpiInputs<M>): Float64Array {
  const { draws } = ASSUMPTIONS
  const missed = segments.map(() => new Float64Array(draws).fill(1))
  for (const member of chosen) {
    // Reach grows in proportion to views up to its cap, so one unit of views is enough to know it all.
    const perView = perViewOf(member) ?? []
    const drawn = drawOf(member, 'views')
    segments.forEach((_, at) => missOut(missed[at] ?? new Float64Array(), drawn, perView[at] ?? 0))
  }
  const reached = new Float64Array(draws)
  segments.forEach(({ size }, at) => {
    const row = missed[at] ?? new Float64Array()
    for (let draw = 0; draw < draws; draw += 1) reached[draw] = (reached[draw] ?? 0) + size * (1 - (row[draw] ?? 1))
  })
  return reached
}

function missOut(row: Float64Array, drawn: Float64Array, perView: number): void {
  const most = ASSUMPTIONS.mostReach
  for (let draw = 0; draw < row.length; draw += 1) {
    const share = (drawn[draw] ?? 0) * perView
    row[draw] = (row[draw] ?? 1) * (1 - (share < most ? share : most))
  }
}
