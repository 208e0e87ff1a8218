import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { queueDelivery } from '../platform/queue-deliveries.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import {
  deleteChannel,
  insertChannel,
  loadOwnChannel,
  updateChannel,
  type ChannelChange,
  type Sealed,
  type StoredChannel,
} from './channel-store.ts'
import { deleteDelivery, loadDelivery, updateDelivery, type StoredDelivery } from './delivery-store.ts'

type NewChannel = Pick<StoredChannel, 'kind' | 'name' | 'language' | 'events' | 'rhythm'> & Sealed

const subjectOf = (id: string) => ({ kind: 'channel', id })

/** Adds a channel of whoever asks. */
export async function addChannel(ctx: Context, channel: NewChannel, key: Buffer): Promise<StoredChannel> {
  const id = ctx.mintId()
  await insertChannel(ctx, { id, ...channel }, key)
  await recordEvent(ctx, { name: 'channel.added', subject: subjectOf(id), fields: [channel.kind, ...channel.events] })
  return loadOwnChannel(ctx, id)
}

/**
 * Changes name, language, events, rhythm and whether it rests. With another rhythm, what waited for the old digest goes out at once. Refuses
 * `state.lost_race` when it no longer stands at the revision that was read.
 */
export async function changeChannel(ctx: Context, change: ChannelChange): Promise<StoredChannel> {
  const { id, rhythm, isPaused } = await loadOwnChannel(ctx, change.id)
  if (!(await updateChannel(ctx, change))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'channel.changed', subject: subjectOf(id), fields: [...change.events] })
  if (change.isPaused !== isPaused)
    await recordEvent(ctx, { name: change.isPaused ? 'channel.paused' : 'channel.resumed', subject: subjectOf(id) })
  if (change.rhythm !== rhythm) await enqueueJob(ctx, 'notices.digest', id)
  return loadOwnChannel(ctx, id)
}

/** Takes a channel out, with what was on its way to it. */
export async function removeChannel(ctx: Context, channelId: string): Promise<void> {
  const { id, kind } = await loadOwnChannel(ctx, channelId)
  if (!(await deleteChannel(ctx, id))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'channel.removed', subject: subjectOf(id), fields: [kind] })
}

/** Sends a test through the same queue as everything else. */
export async function testChannel(ctx: Context, channelId: string): Promise<void> {
  const { id } = await loadOwnChannel(ctx, channelId)
  await queueDelivery(ctx, id, { name: 'channel.tested', subject: subjectOf(id), campaignId: null })
  await recordEvent(ctx, { name: 'channel.tested', subject: subjectOf(id) })
}

async function loadOwnDead(ctx: Context, id: string): Promise<StoredDelivery> {
  const delivery = await loadDelivery(ctx, id)
  await loadOwnChannel(ctx, delivery.channelId)
  if (delivery.state !== 'dead') throw new RequestError('state.lost_race')
  return delivery
}

/** Sends a dead letter anew, with all its tries before it. Refuses `state.lost_race` when it is on its way already. */
export async function retryDead(ctx: Context, deliveryId: string): Promise<void> {
  const delivery = await loadOwnDead(ctx, deliveryId)
  const { id, channelId, eventName, problem } = delivery
  if (!(await updateDelivery(ctx, delivery, { state: 'waiting', attempts: 0, problem }))) throw new RequestError('state.lost_race')
  await enqueueJob(ctx, 'notices.deliver', id)
  await recordEvent(ctx, { name: 'notice.retried', subject: subjectOf(channelId), fields: [eventName] })
}

/** Throws a dead letter away. */
export async function dropDead(ctx: Context, deliveryId: string): Promise<void> {
  const delivery = await loadOwnDead(ctx, deliveryId)
  if (!(await deleteDelivery(ctx, delivery))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'notice.dropped', subject: subjectOf(delivery.channelId), fields: [delivery.eventName] })
}
