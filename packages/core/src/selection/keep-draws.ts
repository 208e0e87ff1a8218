import type { Campaign } from '../campaigns/index.ts'
import { drawForecast, drawUniform, seedFrom, type Forecast } from '../planning/index.ts'
import { ASSUMPTIONS } from './assumption-table.ts'
import type { Acceptance } from './plan-parts-schema.ts'

/** What of a creator a plan's ranges are drawn from. */
export interface ForecastMember {
  readonly id: string
  /** The creator in this format: what draws are kept by. */
  readonly option: string
  readonly views: Forecast
  readonly interactions: Forecast | null
  readonly pAccepts: Pick<Acceptance, 'p'>
}

/** Draws of a creator's next post, or of its answer (1 is a yes); kept, because the same creators are asked for again and again. */
export type DrawOf = (member: ForecastMember, metric: 'views' | 'interactions' | 'answer') => Float64Array

/** Draws with the campaign's seed and a shock common to all; unknown interactions add nothing and are named in the reasons. */
export function keepDraws({ seed }: Pick<Campaign, 'seed'>): DrawOf {
  const kept = new Map<string, Float64Array>()
  const drawOf: DrawOf = (member, metric) => {
    const key = `${metric} ${member.option}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const drawn = metric === 'answer' ? drawAnswer(member, seed) : drawPost(member, { metric, seed })
    // One answer per draw, the same for every metric: who declines brings neither views nor interactions.
    if (metric !== 'answer' && member.pAccepts.p < 1) {
      const answers = drawOf(member, 'answer')
      drawn.forEach((value, draw) => (drawn[draw] = value * (answers[draw] ?? 0)))
    }
    kept.set(key, drawn)
    return drawn
  }
  return drawOf
}

function drawAnswer({ id, pAccepts: { p } }: ForecastMember, seed: number): Float64Array {
  const answers = new Float64Array(ASSUMPTIONS.draws).fill(1)
  if (p >= 1) return answers
  const uniform = drawUniform(seedFrom(seed, `answer of ${id}`))
  return answers.map(() => Number(uniform() < p))
}

function drawPost(member: ForecastMember, { metric, seed }: { metric: 'views' | 'interactions'; seed: number }): Float64Array {
  const { draws, rho } = ASSUMPTIONS
  const forecast = member[metric]
  return forecast === null ? new Float64Array(draws) : drawForecast(forecast, { seed, draws, rho })
}

/** Sums draw by draw: quantiles of single creators are never added. */
export function sumDraws(rows: readonly Float64Array[]): Float64Array {
  const totals = new Float64Array(ASSUMPTIONS.draws)
  for (const row of rows) for (let draw = 0; draw < totals.length; draw += 1) totals[draw] = (totals[draw] ?? 0) + (row[draw] ?? 0)
  return totals
}
