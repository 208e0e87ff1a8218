import { FIT_TABLE, fitTableSchema, type FitTable } from '@kolibra/core/selection'
import type { Context } from '../platform/context.ts'

/** The weights of a workspace: revision 0 are the shipped ones. */
export interface StoredFitTable {
  readonly revision: number
  readonly table: FitTable
}

/** The newest weights the workspace set, else the shipped ones. */
export async function loadFitTable(ctx: Context): Promise<StoredFitTable> {
  const row = await ctx.tx
    .selectFrom('fit_tables')
    .select(['revision', 'fit_table'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? { revision: 0, table: FIT_TABLE } : { revision: row.revision, table: fitTableSchema.parse(row.fit_table) }
}

/** Keeps weights as the given revision. False when that revision is taken. */
export async function insertFitTable(ctx: Context, { revision, table }: StoredFitTable): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('fit_tables')
    .values({ workspace_id: ctx.workspaceId, revision, fit_table: JSON.stringify(table), set_by: ctx.actor.id, set_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'revision']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows !== 0n
}
