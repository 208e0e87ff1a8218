import type { Context } from '../platform/context.ts'

/** A member who may be given a source. */
export interface Member {
  readonly id: string
  readonly name: string
}

/** The members of the workspace by name. */
export async function listMembers(ctx: Context): Promise<Member[]> {
  return ctx.tx
    .selectFrom('members')
    .select(['user_id as id', 'name'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('name')
    .orderBy('user_id')
    .execute()
}

/** To whom sources without an owner of their own fall: the first owner of the workspace. */
export async function readDefaultOwner(ctx: Context): Promise<string> {
  const row = await ctx.tx
    .selectFrom('members')
    .select('user_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('role', '=', 'owner')
    .orderBy('created_at')
    .orderBy('user_id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return row.user_id
}

/** The owners that somebody named, by source. */
export async function listSourceOwners(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.tx.selectFrom('source_owners').select(['source', 'user_id']).where('workspace_id', '=', ctx.workspaceId).execute()
  return new Map(rows.map(({ source, user_id }) => [source, user_id]))
}

/** Gives a source to a member. */
export async function upsertSourceOwner(ctx: Context, { source, ownerId }: { source: string; ownerId: string }): Promise<void> {
  const given = { user_id: ownerId, assigned_by: ctx.actor.id, assigned_at: ctx.now }
  await ctx.tx
    .insertInto('source_owners')
    .values({ workspace_id: ctx.workspaceId, source, ...given })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'source']).doUpdateSet(given))
    .execute()
}
