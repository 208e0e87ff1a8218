import { DIGEST_EVENT } from '@kolibra/core/accounts'
import type { Context } from '../platform/context.ts'
import { queueDelivery } from '../platform/queue-deliveries.ts'
import { listHeld, packIntoDigest } from './delivery-store.ts'

/** Puts all that a channel holds on its way as one message; nothing held, nothing sent. Safe to repeat. */
export async function sendDigest(ctx: Context, channelId: string): Promise<void> {
  const held = await listHeld(ctx, channelId)
  if (held.length === 0) return
  const told = { name: DIGEST_EVENT, subject: { kind: 'channel', id: channelId }, campaignId: null }
  await packIntoDigest(ctx, await queueDelivery(ctx, channelId, told), held)
}
