import type { Campaign } from '../../campaigns/index.ts'
import { forecastChoice, type ChosenPlan } from '../../selection/index.ts'

/** What a frozen plan says of the posts that were published, and which creators it says it of: whoever else published is not in `kpis`. */
export interface PublishedForecast {
  readonly kpis: ChosenPlan['kpis']
  readonly known: readonly string[]
}

/**
 * What the frozen plan forecast of the posts that were really published: those of other creators are not in it, and that these said yes is no
 * longer a chance. Creators whom the plan did not know, or had no forecast for, stay out; nobody known: no forecast.
 */
export function forecastPublished(frozen: ChosenPlan, creatorIds: readonly string[], campaign: Campaign): PublishedForecast {
  const known = frozen.creators.flatMap(({ id, forecast }) => (forecast !== null && creatorIds.includes(id) ? [id] : []))
  if (known.length === 0) return { kpis: [], known }
  return { kpis: forecastChoice(frozen, { creatorIds: known, accepted: known }, campaign).kpis, known }
}
