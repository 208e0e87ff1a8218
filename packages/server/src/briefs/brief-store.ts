import { briefSchema, briefStateSchema, type Brief, type BriefState } from '@kolibra/core/briefs'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'

/** One version of a brief as it is kept; its text never changes, only its state moves. */
export interface StoredBrief {
  readonly id: string
  readonly campaignId: string
  readonly version: number
  readonly state: BriefState
  readonly brief: Brief
  readonly authorId: string
  readonly authorName: string | null
  readonly createdAt: string
}

function selectBriefs(ctx: Context) {
  return ctx.tx
    .selectFrom('briefs')
    .leftJoin('members', (join) =>
      join.onRef('members.workspace_id', '=', 'briefs.workspace_id').onRef('members.user_id', '=', 'briefs.author_id'),
    )
    .select([
      'brief_id',
      'campaign_id',
      'version',
      'state',
      'brief',
      'author_id',
      'members.name as author_name',
      'briefs.created_at as created_at',
    ])
    .where('briefs.workspace_id', '=', ctx.workspaceId)
}
type BriefRow = Awaited<ReturnType<ReturnType<typeof selectBriefs>['execute']>>[number]

function parseRow(row: BriefRow): StoredBrief {
  return {
    id: row.brief_id,
    campaignId: row.campaign_id,
    version: row.version,
    state: briefStateSchema.parse(row.state),
    brief: briefSchema.parse(row.brief),
    authorId: row.author_id,
    authorName: row.author_name,
    createdAt: row.created_at,
  }
}

/** All versions of a campaign's brief, newest first. */
export async function listBriefs(ctx: Context, campaignId: string): Promise<StoredBrief[]> {
  const rows = await selectBriefs(ctx).where('campaign_id', '=', campaignId).orderBy('version', 'desc').execute()
  return rows.map(parseRow)
}

/** One version, or `request.not_found`. */
export async function loadBrief(ctx: Context, id: string): Promise<StoredBrief> {
  return parseRow(found(await selectBriefs(ctx).where('brief_id', '=', id).executeTakeFirst(), 'brief', id))
}

/** Keeps the next version in state draft; false when another took the number a moment before. */
export async function insertBrief(ctx: Context, row: { id: string; campaignId: string; version: number; brief: Brief }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('briefs')
    .values({
      workspace_id: ctx.workspaceId,
      brief_id: row.id,
      campaign_id: row.campaignId,
      version: row.version,
      state: 'draft',
      brief: JSON.stringify(row.brief),
      author_id: ctx.actor.id,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Moves a brief that still stands in `from`; false when somebody was faster. */
export async function updateBriefState(ctx: Context, move: { id: string; from: BriefState; to: BriefState }): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('briefs')
    .set({ state: move.to })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('brief_id', '=', move.id)
    .where('state', '=', move.from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
