import { isNoticeEvent, nextDigest, NOTICE_RHYTHMS } from '@kolibra/core/accounts'
import { z } from 'zod'
import type { Context } from './context.ts'
import { enqueueJob, enqueueJobAt } from './jobs.ts'

/** What a message is about; ids only. */
export interface Told {
  readonly name: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly campaignId: string | null
}

/** Puts a message to one channel on its way, in the transaction of what it tells. */
export async function queueDelivery(ctx: Context, channelId: string, told: Told): Promise<string> {
  const id = await insertDelivery(ctx, channelId, { ...told, state: 'waiting' })
  await enqueueJob(ctx, 'notices.deliver', id)
  return id
}

async function insertDelivery(
  ctx: Context,
  channelId: string,
  { name, subject, campaignId, state }: Told & { readonly state: 'held' | 'waiting' },
): Promise<string> {
  const id = ctx.mintId()
  await ctx.tx
    .insertInto('deliveries')
    .values({
      workspace_id: ctx.workspaceId,
      delivery_id: id,
      channel_id: channelId,
      event_name: name,
      subject_kind: subject.kind,
      subject_id: subject.id,
      campaign_id: campaignId,
      happened_at: ctx.now,
      state,
      digest_id: null,
      attempts: 0,
      problem: null,
      tried_at: null,
    })
    .execute()
  return id
}

// The digest goes out by the oldest that waits for it: what comes while it is made asks for one more, and nothing is left behind.
async function holdForDigest(ctx: Context, channelId: string, told: Told & { readonly rhythm: 'daily' | 'weekly' }): Promise<void> {
  const { rhythm, ...what } = told
  await insertDelivery(ctx, channelId, { ...what, state: 'held' })
  const { happened_at: since } = await ctx.tx
    .selectFrom('deliveries')
    .select('happened_at')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('channel_id', '=', channelId)
    .where('state', '=', 'held')
    .where('digest_id', 'is', null)
    .orderBy('delivery_id')
    .limit(1)
    .executeTakeFirstOrThrow()
  await enqueueJobAt(ctx, { task: 'notices.digest', subjectId: channelId, at: nextDigest(rhythm, since) })
}

/** Puts a message on its way to every channel that asked for this event and does not rest; what a channel tells by day or week waits for its digest. */
export async function queueDeliveries(ctx: Context, told: Told): Promise<void> {
  if (!isNoticeEvent(told.name)) return
  const channels = await ctx.tx
    .selectFrom('channels')
    .select(['channel_id', 'rhythm'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('is_paused', '=', false)
    .where((eb) => eb(eb.val(told.name), '=', eb.fn.any('events')))
    .execute()
  for (const { channel_id: id, ...channel } of channels) {
    const rhythm = z.enum(NOTICE_RHYTHMS).parse(channel.rhythm)
    if (rhythm === 'immediate') await queueDelivery(ctx, id, told)
    else await holdForDigest(ctx, id, { ...told, rhythm })
  }
}
