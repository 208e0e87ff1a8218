import { forecastChoice, type ChosenPlan } from '@kolibra/core/selection'
import type { Campaign } from '@kolibra/core/campaigns'
import type { Context } from '../platform/context.ts'
import { findAdoption } from './adoption-store.ts'
import { findCurrentPlan } from './adopt-plan.ts'
import { readStanding } from './read-invitations.ts'

/** A campaign's choice: what the plan promises of it (null while there is no plan), and who said no or was withdrawn. */
export interface ReadChoice {
  readonly plan: ChosenPlan | null
  /** The version it was chosen from. */
  readonly stored: { readonly planId: string; readonly createdAt: string } | null
  readonly gone: readonly string[]
}

/** What the plan of a campaign promises of those who were chosen from it and did not say no; before a choice, of all whom the newest version planned. */
export async function readChoice(ctx: Context, campaignId: string, campaign: Campaign): Promise<ReadChoice> {
  const adoption = await findAdoption(ctx, campaignId)
  const stored = await findCurrentPlan(ctx, campaignId)
  const { accepted, gone } = await readStanding(ctx, campaignId)
  if (stored === null) return { stored: null, plan: null, gone }
  const chosen = adoption?.creatorIds ?? stored.plan.creators.map(({ id }) => id)
  const creatorIds = chosen.filter((id) => !gone.includes(id))
  return {
    stored: { planId: stored.id, createdAt: stored.createdAt },
    plan: forecastChoice(stored.plan, { creatorIds, accepted }, campaign),
    gone,
  }
}
