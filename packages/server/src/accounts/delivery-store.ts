import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'

/** A message on its way, or given up. */
export interface StoredDelivery {
  readonly id: string
  readonly channelId: string
  readonly eventName: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly campaignId: string | null
  readonly happenedAt: string
  readonly state: 'held' | 'waiting' | 'dead'
  readonly attempts: number
  readonly problem: string | null
  readonly triedAt: string | null
}

function selectDeliveries(ctx: Context) {
  return ctx.tx.selectFrom('deliveries').selectAll().where('workspace_id', '=', ctx.workspaceId)
}
type DeliveryRow = Awaited<ReturnType<ReturnType<typeof selectDeliveries>['execute']>>[number]

function parseRow(row: DeliveryRow): StoredDelivery {
  return {
    id: row.delivery_id,
    channelId: row.channel_id,
    eventName: row.event_name,
    subject: { kind: row.subject_kind, id: row.subject_id },
    campaignId: row.campaign_id,
    happenedAt: row.happened_at,
    state: row.state,
    attempts: row.attempts,
    problem: row.problem,
    triedAt: row.tried_at,
  }
}

/** A message that still waits; null when it arrived, was given up or thrown away. */
export async function findWaiting(ctx: Context, id: string): Promise<StoredDelivery | null> {
  const row = await selectDeliveries(ctx).where('delivery_id', '=', id).where('state', '=', 'waiting').executeTakeFirst()
  return row === undefined ? null : parseRow(row)
}

/** What a channel tells in its next digest, oldest first. */
export async function listHeld(ctx: Context, channelId: string): Promise<StoredDelivery[]> {
  const rows = await selectDeliveries(ctx)
    .where('channel_id', '=', channelId)
    .where('state', '=', 'held')
    .where('digest_id', 'is', null)
    .orderBy('delivery_id')
    .execute()
  return rows.map(parseRow)
}

/** Lets a digest carry what was held; it goes where the digest goes. */
export async function packIntoDigest(ctx: Context, digestId: string, held: readonly StoredDelivery[]): Promise<void> {
  const ids = held.map(({ id }) => id)
  await ctx.tx
    .updateTable('deliveries')
    .set({ digest_id: digestId })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('delivery_id', 'in', ids)
    .execute()
}

/** What a digest carries, oldest first. */
export async function listCarried(ctx: Context, digestId: string): Promise<StoredDelivery[]> {
  const rows = await selectDeliveries(ctx).where('digest_id', '=', digestId).orderBy('delivery_id').execute()
  return rows.map(parseRow)
}

/** The dead letters of some channels, newest first. */
export async function listDead(ctx: Context, channelIds: readonly string[]): Promise<StoredDelivery[]> {
  if (channelIds.length === 0) return []
  const rows = await selectDeliveries(ctx)
    .where('state', '=', 'dead')
    .where('channel_id', 'in', channelIds)
    .orderBy('delivery_id', 'desc')
    .limit(200)
    .execute()
  return rows.map(parseRow)
}

/** A message by its id, or `request.not_found`. */
export async function loadDelivery(ctx: Context, id: string): Promise<StoredDelivery> {
  return parseRow(found(await selectDeliveries(ctx).where('delivery_id', '=', id).executeTakeFirst(), 'delivery', id))
}

/** Writes how a try ended, or that a dead letter is tried anew; false when it no longer stands as it was read. */
export async function updateDelivery(
  ctx: Context,
  { id, state, attempts }: StoredDelivery,
  to: Pick<StoredDelivery, 'state' | 'attempts' | 'problem'>,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('deliveries')
    .set({ ...to, tried_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('delivery_id', '=', id)
    .where('state', '=', state)
    .where('attempts', '=', attempts)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Forgets a message that stands as it was read; false when it does not. */
export async function deleteDelivery(ctx: Context, { id, state }: Pick<StoredDelivery, 'id' | 'state'>): Promise<boolean> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('deliveries')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('delivery_id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
