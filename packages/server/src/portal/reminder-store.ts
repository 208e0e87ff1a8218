import type { PlannedReminder } from '@kolibra/core/portal'
import type { Context } from '../platform/context.ts'

/** Keeps that somebody is reminded of a turn now; false when they were before. */
export async function insertReminder(
  ctx: Context,
  { campaignId, key, stage }: { campaignId: string; key: string; stage: PlannedReminder['stage'] },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('reminders')
    .values({ workspace_id: ctx.workspaceId, campaign_id: campaignId, turn_key: key, stage, reminded_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
