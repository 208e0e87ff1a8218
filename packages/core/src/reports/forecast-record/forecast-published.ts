import type { Campaign } from '../../campaigns/index.ts'
import { forecastChoice, type ChosenPlan } from '../../selection/index.ts'

/**
 * What the frozen plan forecast of the posts that were really published: those of other creators are not in it, and that these said yes is no
 * longer a chance. Nothing while a post is by somebody of whom the frozen plan knew nothing.
 */
export function forecastPublished(frozen: ChosenPlan, creatorIds: readonly string[], campaign: Campaign): ChosenPlan['kpis'] {
  return creatorIds.length === 0 ? [] : forecastChoice(frozen, { creatorIds, accepted: creatorIds }, campaign).kpis
}
