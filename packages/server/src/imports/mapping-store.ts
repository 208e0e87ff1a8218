import { mappingSchema, type Mapping } from '@kolibra/core/imports'
import type { Context } from '../platform/context.ts'

/** The mappings of the workspace, by name. */
export async function listMappings(ctx: Context): Promise<Mapping[]> {
  const rows = await ctx.tx
    .selectFrom('import_mappings')
    .select('mapping')
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('name')
    .execute()
  return rows.map(({ mapping }) => mappingSchema.parse(mapping))
}

/** Keeps a mapping under its name; one of that name is replaced. */
export async function saveMapping(ctx: Context, mapping: Mapping): Promise<void> {
  const values = { mapping: JSON.stringify(mapping), saved_by: ctx.actor.id, saved_at: ctx.now }
  await ctx.tx
    .insertInto('import_mappings')
    .values({ workspace_id: ctx.workspaceId, name: mapping.name, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doUpdateSet(values))
    .execute()
}
