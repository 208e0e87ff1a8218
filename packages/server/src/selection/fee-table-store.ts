import { FEE_TABLE, feeTableSchema, type FeeTable } from '@kolibra/core/selection'
import type { Context } from '../platform/context.ts'

/** The fees of a workspace: revision 0 are the shipped ones. */
export interface StoredFeeTable {
  readonly revision: number
  readonly table: FeeTable
}

/** The newest fees the workspace set, else the shipped ones. */
export async function loadFeeTable(ctx: Context): Promise<StoredFeeTable> {
  const row = await ctx.tx
    .selectFrom('fee_tables')
    .select(['revision', 'fee_table'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? { revision: 0, table: FEE_TABLE } : { revision: row.revision, table: feeTableSchema.parse(row.fee_table) }
}

/** Keeps fees as the given revision. False when that revision is taken. */
export async function insertFeeTable(ctx: Context, { revision, table }: StoredFeeTable): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('fee_tables')
    .values({ workspace_id: ctx.workspaceId, revision, fee_table: JSON.stringify(table), set_by: ctx.actor.id, set_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'revision']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows !== 0n
}
