import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { queueDelivery } from '../platform/queue-deliveries.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import {
  deleteChannel,
  insertChannel,
  loadPerson,
  loadReachableChannel,
  maySetForOthers,
  updateChannel,
  type ChannelChange,
  type Sealed,
  type StoredChannel,
} from './channel-store.ts'
import { deleteDelivery, loadDelivery, updateDelivery, type StoredDelivery } from './delivery-store.ts'

type NewChannel = { readonly userId: string | null } & Pick<StoredChannel, 'kind' | 'name' | 'language' | 'events' | 'rhythm'> & Sealed

const subjectOf = (id: string) => ({ kind: 'channel', id })

// Whoever is named is told; oneself where nobody is. A member without the right to set others up names nobody else.
async function findPerson(ctx: Context, userId: string | null): Promise<string> {
  if (userId === null || userId === ctx.actor.id) return ctx.actor.id
  if (!maySetForOthers(ctx)) throw new RequestError('permission.denied', { permission: 'channels.assign', role: ctx.actor.role })
  return (await loadPerson(ctx, userId)).userId
}

/** Adds a channel of whoever asks, or of the member that they name. Refuses `permission.denied` for another without `channels.assign`. */
export async function addChannel(ctx: Context, channel: NewChannel, key: Buffer): Promise<StoredChannel> {
  const id = ctx.mintId()
  const userId = await findPerson(ctx, channel.userId)
  await insertChannel(ctx, { ...channel, id, userId }, key)
  await recordEvent(ctx, { name: 'channel.added', subject: subjectOf(id), fields: [channel.kind, ...channel.events] })
  if (userId !== ctx.actor.id) await recordEvent(ctx, { name: 'channel.assigned', subject: subjectOf(id), fields: [userId] })
  return loadReachableChannel(ctx, id)
}

/**
 * Changes name, language, events, rhythm, whether it rests, and who is told (`person` null: as before). With another rhythm, what waited for the old digest goes out at once. Refuses
 * `state.lost_race` when it no longer stands at the revision that was read.
 */
export async function changeChannel(
  ctx: Context,
  { person, ...wanted }: Omit<ChannelChange, 'userId'> & { readonly person: string | null },
): Promise<StoredChannel> {
  const { id, userId: before, rhythm, isPaused } = await loadReachableChannel(ctx, wanted.id)
  const userId = person === null || person === before ? before : await findPerson(ctx, person)
  const change = { ...wanted, userId }
  if (!(await updateChannel(ctx, change))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'channel.changed', subject: subjectOf(id), fields: [...change.events] })
  if (userId !== before) await recordEvent(ctx, { name: 'channel.assigned', subject: subjectOf(id), fields: [userId] })
  if (change.isPaused !== isPaused)
    await recordEvent(ctx, { name: change.isPaused ? 'channel.paused' : 'channel.resumed', subject: subjectOf(id) })
  if (change.rhythm !== rhythm) await enqueueJob(ctx, 'notices.digest', id)
  return loadReachableChannel(ctx, id)
}

/** Takes a channel out, with what was on its way to it. */
export async function removeChannel(ctx: Context, channelId: string): Promise<void> {
  const { id, kind } = await loadReachableChannel(ctx, channelId)
  if (!(await deleteChannel(ctx, id))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'channel.removed', subject: subjectOf(id), fields: [kind] })
}

/** Sends a test through the same queue as everything else. */
export async function testChannel(ctx: Context, channelId: string): Promise<void> {
  const { id } = await loadReachableChannel(ctx, channelId)
  await queueDelivery(ctx, id, { name: 'channel.tested', subject: subjectOf(id), campaignId: null })
  await recordEvent(ctx, { name: 'channel.tested', subject: subjectOf(id) })
}

async function loadReachableDead(ctx: Context, id: string): Promise<StoredDelivery> {
  const delivery = await loadDelivery(ctx, id)
  await loadReachableChannel(ctx, delivery.channelId)
  if (delivery.state !== 'dead') throw new RequestError('state.lost_race')
  return delivery
}

/** Sends a dead letter anew, with all its tries before it. Refuses `state.lost_race` when it is on its way already. */
export async function retryDead(ctx: Context, deliveryId: string): Promise<void> {
  const delivery = await loadReachableDead(ctx, deliveryId)
  const { id, channelId, eventName, problem } = delivery
  if (!(await updateDelivery(ctx, delivery, { state: 'waiting', attempts: 0, problem }))) throw new RequestError('state.lost_race')
  await enqueueJob(ctx, 'notices.deliver', id)
  await recordEvent(ctx, { name: 'notice.retried', subject: subjectOf(channelId), fields: [eventName] })
}

/** Throws a dead letter away. */
export async function dropDead(ctx: Context, deliveryId: string): Promise<void> {
  const delivery = await loadReachableDead(ctx, deliveryId)
  if (!(await deleteDelivery(ctx, delivery))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'notice.dropped', subject: subjectOf(delivery.channelId), fields: [delivery.eventName] })
}
