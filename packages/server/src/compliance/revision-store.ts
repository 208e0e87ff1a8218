import type { Context } from '../platform/context.ts'

/** How often the workspace changed what it judges by; `id` tells two revisions of one number apart, one of which was rolled back. */
export interface RulebookRevision {
  readonly revision: number
  readonly id: string | null
}

/** The newest revision; 0 before the first change. */
export async function readRevision(ctx: Context): Promise<RulebookRevision> {
  const row = await ctx.tx
    .selectFrom('rulebook_revisions')
    .select(['revision', 'revision_id as id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { revision: 0, id: null }
}

/** Counts one change; false when somebody else changed the rulebook at the same time. */
export async function insertRevision(ctx: Context): Promise<boolean> {
  const { revision } = await readRevision(ctx)
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('rulebook_revisions')
    .values({
      workspace_id: ctx.workspaceId,
      revision: revision + 1,
      revision_id: ctx.mintId(),
      changed_by: ctx.actor.id,
      changed_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
