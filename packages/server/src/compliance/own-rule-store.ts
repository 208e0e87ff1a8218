import { rulebookPartSchema, type RulebookPart } from '@kolibra/core/compliance'
import type { Context } from '../platform/context.ts'

/** The newest version of an own entry or word list. A draft is kept and judges nothing. */
export interface OwnRule {
  readonly id: string
  readonly revision: number
  readonly part: RulebookPart
  readonly isDraft: boolean
  readonly changedBy: string | null
  readonly changedAt: string
}

/** Own entries and word lists that are there, by id; what was taken out is left out. */
export async function listOwnRules(ctx: Context): Promise<OwnRule[]> {
  const rows = await ctx.tx
    .selectFrom('own_rules')
    .leftJoin('members', (join) =>
      join.onRef('members.workspace_id', '=', 'own_rules.workspace_id').onRef('members.user_id', '=', 'own_rules.changed_by'),
    )
    .distinctOn('part_id')
    .select(['part_id', 'revision', 'part', 'is_draft', 'members.name as changed_by', 'changed_at'])
    .where('own_rules.workspace_id', '=', ctx.workspaceId)
    .orderBy('part_id')
    .orderBy('revision', 'desc')
    .execute()
  return rows
    .filter(({ part }) => part !== null)
    .map((row) => ({
      id: row.part_id,
      revision: row.revision,
      part: rulebookPartSchema.parse(row.part),
      isDraft: row.is_draft,
      changedBy: row.changed_by,
      changedAt: row.changed_at,
    }))
}

/** The number of the newest version of an id, taken out or not; 0 when it was never there. */
export async function readOwnRevision(ctx: Context, id: string): Promise<number> {
  const row = await ctx.tx
    .selectFrom('own_rules')
    .select((eb) => eb.fn.max('revision').as('revision'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('part_id', '=', id)
    .executeTakeFirst()
  return row?.revision ?? 0
}

/** Keeps the next version; a part of null takes the id out. False when that revision is taken. */
export async function insertOwnRule(
  ctx: Context,
  row: { id: string; revision: number; part: RulebookPart | null; isDraft: boolean },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('own_rules')
    .values({
      workspace_id: ctx.workspaceId,
      part_id: row.id,
      revision: row.revision,
      part: row.part === null ? null : JSON.stringify(row.part),
      is_draft: row.isDraft,
      changed_by: ctx.actor.id,
      changed_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
