import {
  DIGEST_EVENT,
  isNoticeEvent,
  nextTry,
  NOTICE_EVENTS,
  PARTY_NOTE,
  PARTY_NOTE_EVENT,
  TEST_NOTICE,
  writeDigest,
  type Delivery,
  type DigestItem,
} from '@kolibra/core/accounts'
import type { Language, Localized } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import type { Server } from '../platform/http.ts'
import { enqueueJobAt } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { deriveChannelKey } from '../platform/secrets.ts'
import { sendMessage, type Message, type Target } from '../platform/send-message.ts'
import { findChannel, openSealed } from './channel-store.ts'
import { deleteDelivery, findWaiting, listCarried, updateDelivery, type StoredDelivery } from './delivery-store.ts'

/** What sending needs: a transaction at a time, what a campaign is called, what a note says, and the server's ways out. */
export interface Desk {
  readonly inContext: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>
  readonly nameCampaign: (ctx: Context, id: string) => Promise<string>
  /** The words of a note to a party; null when it is gone. */
  readonly findNoteWords: (ctx: Context, id: string) => Promise<string | null>
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

async function prepare(ctx: Context, deliveryId: string, { nameCampaign, findNoteWords, server }: Desk): Promise<Prepared | null> {
  const delivery = await findWaiting(ctx, deliveryId)
  const channel = delivery === null ? null : await findChannel(ctx, delivery.channelId)
  if (delivery === null || channel === null) return null
  const sealed = openSealed(channel, deriveChannelKey(server.linkSecret))
  const { campaignId } = delivery
  const campaign = campaignId === null ? null : await nameCampaign(ctx, campaignId)
  const words = delivery.eventName === PARTY_NOTE_EVENT ? await findNoteWords(ctx, delivery.subject.id) : null
  const place = { campaign, words, language: channel.language, publicUrl: server.publicUrl }
  const message =
    delivery.eventName === DIGEST_EVENT
      ? writeDigestMessage(delivery, await listItems(ctx, { delivery, nameCampaign, language: channel.language }), place)
      : writeMessage(delivery, place)
  return { delivery, target: sealed === null ? null : { kind: channel.kind, ...sealed }, message }
}

async function listItems(
  ctx: Context,
  { delivery, nameCampaign, language }: { delivery: StoredDelivery; nameCampaign: Desk['nameCampaign']; language: Language },
): Promise<DigestItem[]> {
  const carried = await listCarried(ctx, delivery.id)
  const names = new Map<string, string>()
  for (const { campaignId } of carried)
    if (campaignId !== null && !names.has(campaignId)) names.set(campaignId, await nameCampaign(ctx, campaignId))
  return carried.map(({ eventName, campaignId, happenedAt }) => ({
    sentence: sentenceOf(eventName)[language],
    at: happenedAt,
    campaign: campaignId === null ? null : { id: campaignId, name: names.get(campaignId) ?? '' },
  }))
}

function sentenceOf(eventName: string): Localized {
  if (eventName === PARTY_NOTE_EVENT) return PARTY_NOTE
  return isNoticeEvent(eventName) ? NOTICE_EVENTS[eventName] : TEST_NOTICE
}

const factsOf = ({ eventName, subject, campaignId, happenedAt }: StoredDelivery) => ({
  event: eventName,
  subjectKind: subject.kind,
  subjectId: subject.id,
  campaignId,
  happenedAt,
})

const writeDigestMessage = (delivery: StoredDelivery, items: readonly DigestItem[], place: Place): Message => ({
  id: delivery.id,
  ...writeDigest(items, place),
  facts: factsOf(delivery),
})

interface Place {
  readonly campaign: string | null
  /** What a person wrote; null: the event speaks for itself. */
  readonly words: string | null
  readonly language: Language
  readonly publicUrl: string
}

function writeMessage(delivery: StoredDelivery, { campaign, words, language, publicUrl }: Place): Message {
  const { id, eventName, campaignId } = delivery
  const sentence = sentenceOf(eventName)[language]
  const place = campaignId === null ? publicUrl : `${publicUrl}/campaigns/${campaignId}`
  const text = [`Kolibra: ${sentence}`, ...(campaign === null ? [] : [campaign]), ...(words === null ? [] : ['', words, '']), place].join(
    '\n',
  )
  return { id, subject: `Kolibra: ${sentence}`, text, facts: factsOf(delivery) }
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
