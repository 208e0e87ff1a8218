import type { Context } from '../platform/context.ts'

/** Which deliverables of a campaign are under contract, with the price that was agreed (fen, null is not known). */
export async function listContracts(ctx: Context, campaignId: string): Promise<{ deliverableId: string; agreedFen: number | null }[]> {
  const rows = await ctx.tx
    .selectFrom('contracts')
    .select(['deliverable_id', 'agreed_fen'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .execute()
  return rows.map((row) => ({ deliverableId: row.deliverable_id, agreedFen: row.agreed_fen }))
}

/** Keeps a contract; false when the deliverable has one. */
export async function insertContract(
  ctx: Context,
  contract: { id: string; campaignId: string; deliverableId: string; goalHash: string; agreedFen: number | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('contracts')
    .values({
      workspace_id: ctx.workspaceId,
      contract_id: contract.id,
      campaign_id: contract.campaignId,
      deliverable_id: contract.deliverableId,
      goal_hash: contract.goalHash,
      agreed_fen: contract.agreedFen,
      created_at: ctx.now,
      created_by: ctx.actor.id,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
