import type { PlanAsk } from '@kolibra/core/selection'
import type { Context } from '../platform/context.ts'
import { findAdoption } from './adoption-store.ts'
import { loadPlan } from './plan-store.ts'
import { readStanding } from './read-invitations.ts'
import type { PlannerTask } from './planner-task.ts'
import { findShortlist } from './shortlist-store.ts'
import { listLive } from './standing-store.ts'

/** A planning for a no: whose, and which plan it takes the place of. */
export type ReplacementTask = PlannerTask & { readonly origin: Required<PlannerTask['origin']>; readonly adoptInstead: string }

/**
 * How the plan is solved again without somebody who said no: asked for as the plan was, with all others locked.
 * Null where the plan has no such creator.
 */
export async function planReplacement(
  ctx: Context,
  campaignId: string,
  { creatorId, cause }: { creatorId: string; cause: 'declined' | 'withdrawn' },
): Promise<ReplacementTask | null> {
  const adoption = await findAdoption(ctx, campaignId)
  if (adoption === null || !adoption.creatorIds.includes(creatorId)) return null
  const { ask, plan } = await loadPlan(ctx, campaignId, adoption.planId)
  const isListThere = ask.shortlistId !== null && (await findShortlist(ctx, ask.shortlistId)) !== null
  const { gone } = await readStanding(ctx, campaignId)
  const left = adoption.creatorIds.filter((id) => id !== creatorId && !gone.includes(id))
  const keep = await listLive(ctx, left)
  const again: PlanAsk = {
    ...ask,
    scenario: null,
    madeFrom: adoption.planId,
    shortlistId: isListThere ? ask.shortlistId : null,
    keep,
    // What was told to the others is not changed by somebody's no.
    formats: plan.creators.flatMap(({ id, format }) => (keep.includes(id) ? [{ creatorId: id, format }] : [])),
    drop: ask.drop.filter((id) => !adoption.creatorIds.includes(id)),
  }
  return {
    campaignId,
    origin: { ask: again, answer: { cause, creatorId } },
    adoptInstead: adoption.planId,
  }
}
