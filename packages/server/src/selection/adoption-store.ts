import type { Context } from '../platform/context.ts'
import { listLive } from './standing-store.ts'

/** Which version is the plan of a campaign, and which of its creators. */
export interface Adoption {
  /** Rises by one with every choice. */
  readonly adoption: number
  readonly planId: string
  readonly creatorIds: readonly string[]
  readonly adoptedAt: string
}

/** The choice that counts, without whoever was erased since; null before the first. */
export async function findAdoption(ctx: Context, campaignId: string): Promise<Adoption | null> {
  const row = await ctx.tx
    .selectFrom('plan_adoptions')
    .select(['adoption', 'plan_id as planId', 'creator_ids as creatorIds', 'adopted_at as adoptedAt'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .orderBy('adoption', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { ...row, creatorIds: await listLive(ctx, row.creatorIds) }
}

/** Keeps a choice after the one that was read; false when somebody chose in between. */
export async function insertAdoption(ctx: Context, campaignId: string, adopted: Omit<Adoption, 'adoptedAt'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('plan_adoptions')
    .values({
      workspace_id: ctx.workspaceId,
      campaign_id: campaignId,
      adoption: adopted.adoption,
      plan_id: adopted.planId,
      creator_ids: [...adopted.creatorIds],
      adopted_by: ctx.actor.id,
      adopted_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
