import { replaceTiers, TIERS, tierTableSchema, type TierTable } from '@kolibra/core/creators'
import type { Context } from '../platform/context.ts'
import type { Revised } from '../platform/revised-table.ts'

/** The newest table the workspace set, over the shipped rows of platforms it does not name. */
export async function loadTiers(ctx: Context): Promise<Revised<TierTable>> {
  const row = await ctx.tx
    .selectFrom('tier_tables')
    .select(['revision', 'version', 'tier_rows'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return { revision: 0, table: TIERS }
  return { revision: row.revision, table: replaceTiers(tierTableSchema.parse({ version: row.version, rows: row.tier_rows })) }
}

/** Keeps a table as the given revision. False when that revision is taken. */
export async function insertTiers(ctx: Context, { revision, table }: Revised<TierTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('tier_tables')
    .values({
      workspace_id: ctx.workspaceId,
      revision,
      version: table.version,
      tier_rows: JSON.stringify(table.rows),
      set_by: ctx.actor.id,
      set_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'revision']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows !== 0n
}
