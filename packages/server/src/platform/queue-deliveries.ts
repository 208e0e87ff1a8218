import { isNoticeEvent } from '@kolibra/core/accounts'
import type { Context } from './context.ts'
import { enqueueJob } from './jobs.ts'

/** What a message is about; ids only. */
export interface Told {
  readonly name: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly campaignId: string | null
}

/** Puts a message to one channel on its way, in the transaction of what it tells. */
export async function queueDelivery(ctx: Context, channelId: string, { name, subject, campaignId }: Told): Promise<string> {
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
      state: 'waiting',
      attempts: 0,
      problem: null,
      tried_at: null,
    })
    .execute()
  await enqueueJob(ctx, 'notices.deliver', id)
  return id
}

/** Puts a message on its way to every channel that asked for this event. */
export async function queueDeliveries(ctx: Context, told: Told): Promise<void> {
  if (!isNoticeEvent(told.name)) return
  const channels = await ctx.tx
    .selectFrom('channels')
    .select('channel_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where((eb) => eb(eb.val(told.name), '=', eb.fn.any('events')))
    .execute()
  for (const { channel_id: id } of channels) await queueDelivery(ctx, id, told)
}
