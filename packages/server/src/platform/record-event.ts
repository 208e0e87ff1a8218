import { changesTurns } from '@kolibra/core/portal'
import type { Context } from './context.ts'
import { enqueueJob } from './jobs.ts'
import { queueDeliveries } from './queue-deliveries.ts'

/** What happened to what. Ids and field names only: a value about a person never enters an event. */
export interface Happening {
  readonly name: `${string}.${string}`
  readonly subject: { readonly kind: string; readonly id: string }
  readonly campaignId?: string
  readonly fields?: readonly string[]
}

/** Records an event in the transaction of the change, and with it the messages to whoever asked to be told and a look at whom to remind. If it cannot be recorded, it did not happen. */
export async function recordEvent(ctx: Context, { name, subject, campaignId, fields = [] }: Happening): Promise<void> {
  await ctx.tx
    .insertInto('events')
    .values({
      workspace_id: ctx.workspaceId,
      event_id: ctx.mintId(),
      at: ctx.now,
      actor_id: ctx.actor.id,
      actor_role: ctx.actor.role,
      name,
      subject_kind: subject.kind,
      subject_id: subject.id,
      campaign_id: campaignId ?? null,
      fields: [...fields],
    })
    .execute()
  await queueDeliveries(ctx, { name, subject, campaignId: campaignId ?? null })
  if (campaignId !== undefined && changesTurns(name)) await enqueueJob(ctx, 'turns.remind', campaignId)
}
