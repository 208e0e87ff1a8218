import { formatCount, formatFen } from '../shared/index.ts'
import { ROLES } from './assumption-table.ts'
import type { PlanCandidate } from './list-candidates.ts'
import type { PlanResult } from './schema.ts'

const count = (value: number) => formatCount(Math.round(value), 'en')

/** One chosen creator as the plan shows it. */
export function describeCreator(candidate: PlanCandidate): PlanResult['creators'][number] {
  const { id, type, costFen, quote, views } = candidate
  const role = type.value === null ? 'role open: type unknown' : ROLES[type.value]
  return { id, role, because: explainCreator(candidate), costFen, format: quote.format, filed: quote.filed, forecast: views }
}

function explainCreator({ type, costFen, priceBecause, views, interactions, knowsAudience }: PlanCandidate): string[] {
  return [
    `${type.value ?? 'type unknown'}: ${type.basis}.`,
    `${formatFen(costFen, 'en')}, ${priceBecause}`,
    `${count(views.p10)} to ${count(views.p90)} views (P10–P90), middle ${count(views.p50)}: ${formatFen((costFen * 1000) / Math.max(1, views.p50), 'en')} per thousand.`,
    interactions === null
      ? 'Interactions unknown.'
      : `${count(interactions.p10)} to ${count(interactions.p90)} interactions (P10–P90), middle ${count(interactions.p50)}.`,
    ...views.because,
    ...(knowsAudience
      ? []
      : ['Audience not fully known: the average of the other creators stands in for it; less certain than the range shows.']),
  ]
}

/** Why candidates that could be booked were not chosen. */
export function explainLeft(
  candidate: PlanCandidate,
  { leftFen, reserve }: { leftFen: number; reserve: readonly string[] },
): PlanResult['left'][number] {
  const { id, costFen } = candidate
  if (reserve.includes(id)) return { id, because: `in reserve: number ${reserve.indexOf(id) + 1} to step in.` }
  if (costFen > leftFen)
    return {
      id,
      because: `others bring more for the money; ${formatFen(costFen, 'en')} does not fit in the ${formatFen(leftFen, 'en')} left.`,
    }
  return { id, because: 'the constraints of the mix leave no place for it, or it adds nothing.' }
}
