import { isNoticeEvent, nextTry, NOTICE_EVENTS, TEST_NOTICE, type Delivery } from '@kolibra/core/accounts'
import type { Language } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import type { Server } from '../platform/http.ts'
import { enqueueJobAt } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { deriveChannelKey } from '../platform/secrets.ts'
import { sendMessage, type Message, type Target } from '../platform/send-message.ts'
import { findChannel, openSealed } from './channel-store.ts'
import { deleteDelivery, findWaiting, updateDelivery, type StoredDelivery } from './delivery-store.ts'

/** What sending needs: a transaction at a time, what a campaign is called, and the server's ways out. */
export interface Desk {
  readonly inContext: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>
  readonly nameCampaign: (ctx: Context, id: string) => Promise<string>
  readonly server: Pick<Server, 'linkSecret' | 'outside' | 'publicUrl' | 'clock'>
}

interface Prepared {
  readonly delivery: StoredDelivery
  readonly target: Target | null
  readonly message: Message
}

/** Sends one message outside any transaction and keeps how it ended: arrived, later again, or a dead letter. Safe to repeat. */
export async function deliverNotice(deliveryId: string, desk: Desk): Promise<void> {
  const prepared = await desk.inContext((ctx) => prepare(ctx, deliveryId, desk))
  if (prepared === null) return
  const { delivery, target, message } = prepared
  const { outside, clock } = desk.server
  const ended: Delivery =
    target === null ? { state: 'dead', problem: 'channel.sealed' } : await sendMessage(target, message, { outside, nowMs: clock() })
  await desk.inContext((ctx) => keepEnd(ctx, delivery, ended))
}

async function prepare(ctx: Context, deliveryId: string, { nameCampaign, server }: Desk): Promise<Prepared | null> {
  const delivery = await findWaiting(ctx, deliveryId)
  const channel = delivery === null ? null : await findChannel(ctx, delivery.channelId)
  if (delivery === null || channel === null) return null
  const sealed = openSealed(channel, deriveChannelKey(server.linkSecret))
  const { campaignId } = delivery
  const campaign = campaignId === null ? null : await nameCampaign(ctx, campaignId)
  const message = writeMessage(delivery, { campaign, language: channel.language, publicUrl: server.publicUrl })
  return { delivery, target: sealed === null ? null : { kind: channel.kind, ...sealed }, message }
}

function writeMessage(
  { id, eventName, subject, campaignId, happenedAt }: StoredDelivery,
  { campaign, language, publicUrl }: { campaign: string | null; language: Language; publicUrl: string },
): Message {
  const sentence = (isNoticeEvent(eventName) ? NOTICE_EVENTS[eventName] : TEST_NOTICE)[language]
  const place = campaignId === null ? publicUrl : `${publicUrl}/campaigns/${campaignId}`
  const text = [`Kolibra: ${sentence}`, ...(campaign === null ? [] : [campaign]), place].join('\n')
  const facts = { event: eventName, subjectKind: subject.kind, subjectId: subject.id, campaignId, happenedAt }
  return { id, subject: `Kolibra: ${sentence}`, text, facts }
}

async function keepEnd(ctx: Context, delivery: StoredDelivery, ended: Delivery): Promise<void> {
  const { id, channelId, eventName } = delivery
  const subject = { kind: 'channel', id: channelId }
  if (ended.state === 'sent') {
    if (await deleteDelivery(ctx, delivery)) await recordEvent(ctx, { name: 'notice.sent', subject, fields: [eventName] })
    return
  }
  const attempts = delivery.attempts + 1
  const at = ended.state === 'dead' ? null : nextTry(attempts, ctx.now)
  const { problem } = ended
  if (!(await updateDelivery(ctx, delivery, { state: at === null ? 'dead' : 'waiting', attempts, problem }))) return
  if (at === null) await recordEvent(ctx, { name: 'notice.given_up', subject, fields: [eventName, problem] })
  else await enqueueJobAt(ctx, { task: 'notices.deliver', subjectId: id, at })
}
