import { momentSchema } from '@kolibra/core/shared'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'

/** A rule that is not used in this workspace, why and by whose decision. */
export const suspensionSchema = z.object({ ruleId: z.string(), reason: z.string(), by: z.string().nullable(), at: momentSchema })
type Suspension = z.infer<typeof suspensionSchema>

/** The suspensions that stand, by rule. */
export async function listSuspensions(ctx: Context): Promise<Suspension[]> {
  return ctx.tx
    .selectFrom('rule_suspensions')
    .leftJoin('members', (join) =>
      join.onRef('members.workspace_id', '=', 'rule_suspensions.workspace_id').onRef('members.user_id', '=', 'suspended_by'),
    )
    .select(['rule_id as ruleId', 'reason', 'members.name as by', 'suspended_at as at'])
    .where('rule_suspensions.workspace_id', '=', ctx.workspaceId)
    .where('ended_at', 'is', null)
    .orderBy('rule_id')
    .execute()
}

/** Suspends a rule; false when it is suspended already. */
export async function insertSuspension(ctx: Context, { ruleId, reason }: { ruleId: string; reason: string }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('rule_suspensions')
    .values({
      workspace_id: ctx.workspaceId,
      suspension_id: ctx.mintId(),
      rule_id: ruleId,
      reason,
      suspended_by: ctx.actor.id,
      suspended_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Ends the suspension that stands; false when there is none. */
export async function endSuspension(ctx: Context, ruleId: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('rule_suspensions')
    .set({ ended_by: ctx.actor.id, ended_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('rule_id', '=', ruleId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
