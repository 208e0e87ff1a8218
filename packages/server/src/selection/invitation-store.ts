import { invitationStateSchema, type InvitationState } from '@kolibra/core/selection'
import type { Context } from '../platform/context.ts'

/** One step of asking a creator; `step` counts from 1 in a campaign. */
export interface InvitationStepRow {
  readonly creatorId: string
  readonly campaignId: string
  readonly planId: string
  readonly step: number
  readonly move: string
  readonly to: InvitationState
  readonly note: string | null
  readonly at: string
}

function selectSteps(ctx: Context) {
  return ctx.tx
    .selectFrom('invitation_steps')
    .select([
      'creator_id as creatorId',
      'campaign_id as campaignId',
      'plan_id as planId',
      'step',
      'move',
      'to_state as to',
      'note',
      'moved_at as at',
    ])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('moved_at')
    .orderBy('step')
}

const parseStep = <T extends { to: string }>(row: T) => ({ ...row, to: invitationStateSchema.parse(row.to) })

/** Every step of a campaign, oldest first. */
export async function listSteps(ctx: Context, campaignId: string): Promise<InvitationStepRow[]> {
  return (await selectSteps(ctx).where('campaign_id', '=', campaignId).execute()).map(parseStep)
}

/** Every step with these creators in all campaigns, oldest first. */
export async function listStepsWith(ctx: Context, creatorIds: readonly string[]): Promise<InvitationStepRow[]> {
  if (creatorIds.length === 0) return []
  return (await selectSteps(ctx).where('creator_id', 'in', creatorIds).execute()).map(parseStep)
}

/** Keeps a step after the one that was read; false when somebody moved in between. */
export async function insertStep(ctx: Context, step: Omit<InvitationStepRow, 'at'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('invitation_steps')
    .values({
      workspace_id: ctx.workspaceId,
      creator_id: step.creatorId,
      campaign_id: step.campaignId,
      step: step.step,
      plan_id: step.planId,
      move: step.move,
      to_state: step.to,
      note: step.note,
      moved_by: ctx.actor.id,
      moved_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
