import { describeDraws } from '../planning/index.ts'
import { sumDraws, type DrawOf, type ForecastMember } from './keep-draws.ts'
import type { CostPer } from './plan-parts-schema.ts'

/** A creator whose cost is known with it: all that is paid, room for a platform fee that nobody stated included. */
export interface PricedMember extends ForecastMember {
  readonly costFen: number
  readonly feeRoomFen: number
}

/** A cost per result of less than this many draws in which there is one says nothing. */
const LEAST_DRAWS = 100

/**
 * What one view and one interaction of a mix cost, in fen: draw by draw the cost of those who say yes over what they bring, so that nobody is
 * paid who declined. Who has no forecast of a result enters neither side of it. Null: nobody brings any.
 */
export function forecastCosts(chosen: readonly PricedMember[], drawOf: DrawOf): CostPer {
  const per = (metric: 'views' | 'interactions') => {
    const known = chosen.filter((member) => member[metric] !== null)
    const results = sumDraws(known.map((member) => drawOf(member, metric)))
    const costs = sumDraws(known.map((member) => drawOf(member, 'answer').map((answer) => answer * (member.costFen + member.feeRoomFen))))
    const ratios = costs.map((costFen, draw) => costFen / (results[draw] ?? 0)).filter(Number.isFinite)
    if (ratios.length < LEAST_DRAWS) return null
    const { p10, p50, p90 } = describeDraws(ratios.sort())
    return { p10, p50, p90 }
  }
  return { views: per('views'), interactions: per('interactions') }
}

/** Views of a group of creators together, by the plan's own draws: quantiles of single creators are never added. */
export function sumViews(group: readonly ForecastMember[], drawOf: DrawOf): { p10: number; p50: number; p90: number } {
  const { p10, p50, p90 } = describeDraws(sumDraws(group.map((member) => drawOf(member, 'views'))).sort())
  return { p10: Math.round(p10), p50: Math.round(p50), p90: Math.round(p90) }
}
