import { planResultSchema, type PlanResult } from '@kolibra/core/selection'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'

/** A plan as it was computed. Its ids are creator ids of this workspace. */
export interface StoredPlan {
  readonly id: string
  readonly campaignId: string
  readonly plan: PlanResult
  readonly createdAt: string
}

function parseRow(row: { plan_id: string; campaign_id: string; plan: unknown; created_at: string }): StoredPlan {
  return { id: row.plan_id, campaignId: row.campaign_id, plan: planResultSchema.parse(row.plan), createdAt: row.created_at }
}

/** Keeps a plan; plans are never changed. */
export async function insertPlan(
  ctx: Context,
  { id, campaignId, plan }: { id: string; campaignId: string; plan: PlanResult },
): Promise<void> {
  await ctx.tx
    .insertInto('plans')
    .values({
      workspace_id: ctx.workspaceId,
      plan_id: id,
      campaign_id: campaignId,
      plan: JSON.stringify(plan),
      created_at: ctx.now,
      created_by: ctx.actor.id,
    })
    .execute()
}

/** The newest plan of a campaign; null when there is none. */
export async function findLatestPlan(ctx: Context, campaignId: string): Promise<StoredPlan | null> {
  const row = await ctx.tx
    .selectFrom('plans')
    .select(['plan_id', 'campaign_id', 'plan', 'created_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .orderBy('plan_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : parseRow(row)
}

/** One plan of a campaign, or `request.not_found`. */
export async function loadPlan(ctx: Context, campaignId: string, planId: string): Promise<StoredPlan> {
  const row = await ctx.tx
    .selectFrom('plans')
    .select(['plan_id', 'campaign_id', 'plan', 'created_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .where('plan_id', '=', planId)
    .executeTakeFirst()
  return parseRow(found(row, 'plan', planId))
}
