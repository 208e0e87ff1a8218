import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { findAdoption, insertAdoption, type Adoption } from './adoption-store.ts'
import { findLatestPlan, loadPlan, type StoredPlan } from './plan-store.ts'
import { readStanding } from './read-invitations.ts'
import { listLive } from './standing-store.ts'

/** Which version becomes the plan of a campaign, and whom of it one takes. */
export interface PlanChoice {
  readonly campaignId: string
  readonly planId: string
  readonly creatorIds: readonly string[]
  /** The plan that was the campaign's when this one was chosen; null: none. Left out: only the newest version may be chosen. */
  readonly instead?: string | null | undefined
}

/** Makes a version the plan of its campaign. Refuses an outdated choice, one that leaves out creators who were asked, and one with creators who said no or are not held. */
export async function adoptPlan(ctx: Context, { campaignId, planId, creatorIds, instead }: PlanChoice): Promise<StoredPlan> {
  const stored = await loadPlan(ctx, campaignId, planId)
  const current = await findAdoption(ctx, campaignId)
  if (instead === undefined) await refuseOutdated(ctx, stored, current)
  else if ((current?.planId ?? null) !== instead) throw new RequestError('state.lost_race', { currentPlanId: current?.planId ?? null })
  const live = await listLive(ctx, creatorIds)
  const strangers = creatorIds.filter((id) => !live.includes(id))
  if (strangers.length > 0) throw new RequestError('request.not_found', { kind: 'creator', ids: strangers })
  const { held, gone } = await readStanding(ctx, campaignId)
  const refused = creatorIds.filter((id) => gone.includes(id))
  if (refused.length > 0) throw new RequestError('choice.includes_gone', { creatorIds: refused })
  const dropped = held.filter((id) => !creatorIds.includes(id))
  if (dropped.length > 0) throw new RequestError('choice.drops_held', { creatorIds: dropped })
  const adopted = await insertAdoption(ctx, campaignId, { adoption: (current?.adoption ?? 0) + 1, planId, creatorIds })
  if (!adopted) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'plan.adopted', subject: { kind: 'plan', id: planId }, campaignId })
  return stored
}

async function refuseOutdated(ctx: Context, { id, campaignId }: StoredPlan, current: Adoption | null): Promise<void> {
  if (current?.planId === id) return
  const latest = await findLatestPlan(ctx, campaignId)
  if (latest !== null && latest.id !== id) throw new RequestError('state.lost_race', { latestPlanId: latest.id })
}

/** The plan that counts for a campaign: the chosen one, before that the newest version; null when there is none. */
export async function findCurrentPlan(ctx: Context, campaignId: string): Promise<StoredPlan | null> {
  const adoption = await findAdoption(ctx, campaignId)
  return adoption === null ? findLatestPlan(ctx, campaignId) : loadPlan(ctx, campaignId, adoption.planId)
}
