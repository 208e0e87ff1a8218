import type { RuleNews, SourceCheck } from '@kolibra/core/compliance'
import type { Context } from '../platform/context.ts'

/** A look at a source as it is kept. `by` is the name of the member, null when they are gone. */
export interface StoredCheck extends Omit<SourceCheck, 'by'> {
  readonly by: string | null
  readonly note: string | null
  readonly endedIds: readonly string[]
  readonly endsOn: string | null
  readonly checkedAt: string
}

async function selectChecks(ctx: Context): Promise<StoredCheck[]> {
  const rows = await ctx.tx
    .selectFrom('source_checks')
    .leftJoin('members', (join) =>
      join.onRef('members.workspace_id', '=', 'source_checks.workspace_id').onRef('members.user_id', '=', 'checked_by'),
    )
    .select(['source', 'result', 'looked_at', 'note', 'ended_ids', 'ends_on', 'checked_on', 'members.name as by', 'checked_at'])
    .where('source_checks.workspace_id', '=', ctx.workspaceId)
    .orderBy('check_id', 'desc')
    .execute()
  return rows.map((row) => ({
    source: row.source,
    result: row.result,
    lookedAt: row.looked_at,
    note: row.note,
    endedIds: row.ended_ids,
    endsOn: row.ends_on,
    checkedOn: row.checked_on,
    by: row.by,
    checkedAt: row.checked_at,
  }))
}

/** Every look at a source, newest first. */
export const listStoredChecks = selectChecks

/** The same as what news of rules are worked out from. */
export async function listSourceChecks(ctx: Context): Promise<SourceCheck[]> {
  return (await selectChecks(ctx)).map(({ by, ...check }) => ({ ...check, by: by ?? '' }))
}

/** The last days that checks found out, by entry. */
export async function listEndings(ctx: Context): Promise<RuleNews[]> {
  return (await selectChecks(ctx)).flatMap(({ endedIds, endsOn }) =>
    endsOn === null ? [] : endedIds.map((id) => ({ id, validTo: endsOn })),
  )
}

/** The id of the newest look; null before the first. */
export async function readNewestCheck(ctx: Context): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('source_checks')
    .select('check_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('check_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.check_id ?? null
}

/** Keeps a look. */
export async function insertSourceCheck(
  ctx: Context,
  check: Pick<StoredCheck, 'source' | 'result' | 'lookedAt' | 'note' | 'endedIds' | 'endsOn'> & { id: string },
): Promise<void> {
  await ctx.tx
    .insertInto('source_checks')
    .values({
      workspace_id: ctx.workspaceId,
      check_id: check.id,
      source: check.source,
      result: check.result,
      looked_at: check.lookedAt,
      note: check.note,
      ended_ids: [...check.endedIds],
      ends_on: check.endsOn,
      checked_on: ctx.today,
      checked_by: ctx.actor.id,
      checked_at: ctx.now,
    })
    .execute()
}
