import {
  creatorAnswerSchema,
  deliverableSchema,
  deliverableStateSchema,
  type CreatorAnswer,
  type Deliverable,
  type DeliverableState,
} from '@kolibra/core/content'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'

/** A deliverable with the ids that the wire shape leaves out. */
export interface StoredDeliverable {
  readonly campaignId: string
  readonly planId: string
  /** What its creator said of it; null: nothing yet, or they are asked again. */
  readonly answer: CreatorAnswer | null
  readonly deliverable: Deliverable
}

function selectDeliverables(ctx: Context) {
  return ctx.tx
    .selectFrom('deliverables')
    .leftJoin('creators', (join) =>
      join.onRef('creators.workspace_id', '=', 'deliverables.workspace_id').onRef('creators.creator_id', '=', 'deliverables.creator_id'),
    )
    .selectAll('deliverables')
    .select('creators.display_name')
    .where('deliverables.workspace_id', '=', ctx.workspaceId)
}
type DeliverableRow = Awaited<ReturnType<ReturnType<typeof selectDeliverables>['execute']>>[number]

function parseRow(row: DeliverableRow): StoredDeliverable {
  const deliverable = deliverableSchema.parse({
    id: row.deliverable_id,
    creatorId: row.creator_id,
    creatorName: row.display_name,
    platform: row.platform,
    format: row.format,
    state: deliverableStateSchema.parse(row.state),
    plannedFor: row.planned_for,
    publishedUrl: row.published_url,
    publishedAt: row.published_at,
    revisionRounds: row.revision_rounds,
  })
  return { campaignId: row.campaign_id, planId: row.plan_id, answer: creatorAnswerSchema.nullable().parse(row.answer), deliverable }
}

/** The deliverables of a campaign, in the order they were chosen. */
export async function listDeliverables(ctx: Context, campaignId: string): Promise<StoredDeliverable[]> {
  const rows = await selectDeliverables(ctx)
    .where('deliverables.campaign_id', '=', campaignId)
    .orderBy('deliverables.deliverable_id')
    .execute()
  return rows.map(parseRow)
}

/** One deliverable, or `request.not_found`. */
export async function loadDeliverable(ctx: Context, id: string): Promise<StoredDeliverable> {
  return parseRow(found(await selectDeliverables(ctx).where('deliverable_id', '=', id).executeTakeFirst(), 'deliverable', id))
}

/** Adds a planned post of a creator; one that is there already stays as it is. */
export async function insertDeliverable(
  ctx: Context,
  row: { id: string; campaignId: string; creatorId: string; planId: string; platform: string; format: string },
): Promise<void> {
  await ctx.tx
    .insertInto('deliverables')
    .values({
      workspace_id: ctx.workspaceId,
      deliverable_id: row.id,
      campaign_id: row.campaignId,
      creator_id: row.creatorId,
      plan_id: row.planId,
      platform: row.platform,
      format: row.format,
      state: 'planned',
      planned_for: null,
      published_url: null,
      published_at: null,
      revision_rounds: 0,
      answer: null,
      created_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Another format for a post that nobody has agreed to yet, its creator neither. */
export async function reformatPlanned(ctx: Context, id: string, { planId, format }: { planId: string; format: string }): Promise<void> {
  await ctx.tx
    .updateTable('deliverables')
    .set({ plan_id: planId, format })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('deliverable_id', '=', id)
    .where('state', '=', 'planned')
    .where('answer', 'is distinct from', 'accept')
    .execute()
}

/** Takes a post out that nothing was agreed on yet. */
export async function deletePlanned(ctx: Context, id: string): Promise<void> {
  await ctx.tx
    .deleteFrom('deliverables')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('deliverable_id', '=', id)
    .where('state', '=', 'planned')
    .execute()
}

export interface DeliverableChange {
  readonly id: string
  readonly from: DeliverableState
  readonly to: DeliverableState
  readonly revisionRounds?: number
  readonly published?: { readonly url: string; readonly at: string }
  readonly plannedFor?: string
  readonly answer?: CreatorAnswer | null
}

/** Moves a deliverable that still stands in `from`; false when somebody was faster, also with the same answer. */
export async function updateDeliverable(
  ctx: Context,
  { id, from, to, revisionRounds, published, plannedFor, answer }: DeliverableChange,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('deliverables')
    .set({
      state: to,
      ...(revisionRounds === undefined ? {} : { revision_rounds: revisionRounds }),
      ...(published === undefined ? {} : { published_url: published.url, published_at: published.at }),
      ...(plannedFor === undefined ? {} : { planned_for: plannedFor }),
      ...(answer === undefined ? {} : { answer }),
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('deliverable_id', '=', id)
    .where('state', '=', from)
    .where((row) => (answer == null ? row.lit(true) : row('answer', 'is distinct from', answer)))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
