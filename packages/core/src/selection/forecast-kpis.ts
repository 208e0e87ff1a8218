import type { Campaign } from '../campaigns/index.ts'
import { describeDraws, drawForecast, drawUniform, seedFrom } from '../planning/index.ts'
import { say, type Localized } from '../shared/index.ts'
import { ASSUMPTIONS } from './assumption-table.ts'
import { reachOf, type AudienceSegment } from './audience-segments.ts'
import { drawKpi, listBroughtKpis } from './brought-kpis.ts'
import type { PlanCandidate, Pool } from './list-candidates.ts'
import type { PlanResult } from './schema.ts'

const FORECASTABLE = ['views', 'interactions', 'reach'] as const
type Forecastable = (typeof FORECASTABLE)[number]

/** Draws of a candidate's next post; kept, because the same creators are asked for again and again. */
export type DrawOf = (candidate: PlanCandidate, metric: 'views' | 'interactions') => Float64Array

export interface KpiInputs {
  readonly campaign: Campaign
  readonly pool: Pool
  readonly segments: readonly AudienceSegment[]
  readonly drawOf: DrawOf
}

/** Draws with the campaign's seed and a shock common to all; unknown interactions add nothing and are named in the reasons. */
export function keepDraws({ seed }: Pick<Campaign, 'seed'>): DrawOf {
  const kept = new Map<string, Float64Array>()
  return (candidate, metric) => {
    const key = `${metric} ${candidate.option}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const forecast = candidate[metric]
    const { draws, rho } = ASSUMPTIONS
    const drawn = forecast === null ? new Float64Array(draws) : drawForecast(forecast, { seed, draws, rho })
    // One answer per draw, the same for every metric: who declines brings neither views nor interactions.
    if (forecast !== null && candidate.pAccepts.p < 1) {
      const uniform = drawUniform(seedFrom(seed, `answer of ${candidate.id}`))
      drawn.forEach((value, draw) => (drawn[draw] = uniform() < candidate.pAccepts.p ? value : 0))
    }
    kept.set(key, drawn)
    return drawn
  }
}

/** P10, P50, P90 of each KPI of the chosen mix, and the chance of its target. KPIs of the goal that nothing held can forecast are not listed. */
export function forecastKpis(chosen: readonly PlanCandidate[], inputs: KpiInputs): PlanResult['kpis'] {
  const fromPosts = FORECASTABLE.map((name) => {
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

const UNITS: Readonly<Record<Forecastable, string>> = { views: 'views', interactions: 'interactions', reach: 'people' }

function describe(draws: Float64Array, target: number | null) {
  const { p10, p50, p90, pAtLeast } = describeDraws(draws.toSorted())
  const [low, middle, high] = [p10, p50, p90].map((value) => Math.round(value))
  return { p10: low ?? 0, p50: middle ?? 0, p90: high ?? 0, target, pTarget: target === null ? null : pAtLeast(target) }
}

const joinLines = (lines: readonly Localized[]): Localized => say(lines.map(({ en }) => en).join(' '), lines.map(({ zh }) => zh).join(''))

const targetOf = (name: Forecastable, { campaign }: KpiInputs) => campaign.goal?.kpis.find((kpi) => kpi.name === name)?.target ?? null

function drawTotal(name: Forecastable, chosen: readonly PlanCandidate[], inputs: KpiInputs): Float64Array {
  if (name === 'reach') return drawReach(chosen, inputs)
  return sumDraws(chosen.map((candidate) => inputs.drawOf(candidate, name)))
}

const least = (chances: readonly number[]) => (chances.length === 0 ? null : Math.min(...chances))

/** The least likely target decides; null when no KPI that can be forecast has a target. What rests on an assumption decides nothing. */
export const leastChance = (kpis: PlanResult['kpis']): number | null =>
  least(kpis.flatMap(({ pTarget, basis }) => (basis === 'assumed' ? [] : (pTarget ?? []))))

/** The chance of the least likely target, as `forecastKpis` tells it; null when no KPI that can be forecast has one. Draws nothing else. */
export function leastChanceOf(chosen: readonly PlanCandidate[], inputs: KpiInputs): number | null {
  const { campaign } = inputs
  const chances = FORECASTABLE.flatMap((name) => {
    const target = targetOf(name, inputs)
    if (target === null) return []
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
export function chanceOfTarget(
  { kpi, target }: { kpi: Forecastable; target: number },
  chosen: readonly PlanCandidate[],
  inputs: KpiInputs,
): number {
  return shareAtLeast(drawTotal(kpi, chosen, inputs), target)
}

/** Sums draw by draw: quantiles of single creators are never added. */
function sumDraws(rows: readonly Float64Array[]): Float64Array {
  const totals = new Float64Array(ASSUMPTIONS.draws)
  for (const row of rows) for (let draw = 0; draw < totals.length; draw += 1) totals[draw] = (totals[draw] ?? 0) + (row[draw] ?? 0)
  return totals
}

function drawReach(chosen: readonly PlanCandidate[], { pool, segments, drawOf }: KpiInputs): Float64Array {
  const { draws } = ASSUMPTIONS
  const missed = segments.map(() => new Float64Array(draws).fill(1))
  for (const candidate of chosen) {
    // Reach grows in proportion to views up to its cap, so one unit of views is enough to know it all.
    const perView = reachOf(candidate.account, 1, { segments, lent: pool.lent })
    const drawn = drawOf(candidate, 'views')
    segments.forEach(({ id }, at) => missOut(missed[at] ?? new Float64Array(), drawn, perView[id] ?? 0))
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
