import { creatorRequestSchema, type CreatorRequest, type RequestInput, type Settlement } from '@kolibra/core/portal'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'

/** A request with the campaign that the wire shape leaves out. */
export interface StoredRequest {
  readonly campaignId: string
  readonly request: CreatorRequest
}

function selectRequests(ctx: Context) {
  return ctx.tx.selectFrom('portal_requests').selectAll().where('workspace_id', '=', ctx.workspaceId)
}
type RequestRow = Awaited<ReturnType<ReturnType<typeof selectRequests>['execute']>>[number]

const parseRow = (row: RequestRow): StoredRequest => ({
  campaignId: row.campaign_id,
  request: creatorRequestSchema.parse({
    id: row.request_id,
    creatorId: row.creator_id,
    deliverableId: row.deliverable_id,
    kind: row.kind,
    text: row.words,
    field: row.field,
    at: row.at_moment,
    sentAt: row.sent_at,
    settlement: row.settlement,
    settledAt: row.settled_at,
    note: row.note,
  }),
})

/** What creators asked and told in a campaign, newest first; of one creator when `creatorId` is given. */
export async function listRequests(ctx: Context, campaignId: string, creatorId: string | null): Promise<CreatorRequest[]> {
  const all = selectRequests(ctx).where('campaign_id', '=', campaignId)
  const asked = creatorId === null ? all : all.where('creator_id', '=', creatorId)
  const rows = await asked.orderBy('request_id', 'desc').execute()
  return rows.map((row) => parseRow(row).request)
}

/** One request, or `request.not_found`. */
export async function loadRequest(ctx: Context, id: string): Promise<StoredRequest> {
  return parseRow(found(await selectRequests(ctx).where('request_id', '=', id).executeTakeFirst(), 'request', id))
}

/** Keeps a request of the acting creator; what asks nothing of the desk is noted at once. False when one of its kind came a moment before. */
export async function insertRequest(
  ctx: Context,
  row: { id: string; campaignId: string; input: RequestInput; asksDesk: boolean },
): Promise<boolean> {
  const { id, campaignId, input, asksDesk } = row
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('portal_requests')
    .values({
      workspace_id: ctx.workspaceId,
      creator_id: ctx.actor.id,
      request_id: id,
      campaign_id: campaignId,
      deliverable_id: input.deliverableId,
      kind: input.kind,
      words: input.text,
      field: input.field,
      at_moment: input.at,
      sent_at: ctx.now,
      settlement: asksDesk ? null : 'noted',
      note: null,
      settled_by: null,
      settled_at: asksDesk ? null : ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** A no to a post that nobody answered yet is noted only: its creator said yes since. */
export async function noteOwnNo(ctx: Context, deliverableId: string): Promise<void> {
  await ctx.tx
    .updateTable('portal_requests')
    .set({ settlement: 'noted', settled_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('deliverable_id', '=', deliverableId)
    .where('kind', '=', 'decline')
    .where('settlement', 'is', null)
    .execute()
}

/** Keeps the desk's answer to a request that still waits; false when somebody was faster. */
export async function updateSettlement(
  ctx: Context,
  answer: { id: string; settlement: Settlement; note: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('portal_requests')
    .set({ settlement: answer.settlement, note: answer.note, settled_by: ctx.actor.id, settled_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('request_id', '=', answer.id)
    .where('settlement', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
