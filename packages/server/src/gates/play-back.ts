import {
  BRIEF_MOVES,
  listStrangeIds,
  mergePlayback,
  moveBrief,
  settleDifference,
  type Playback,
  type PlaybackSide,
  type Settlement,
} from '@kolibra/core/briefs'
import {
  insertPlayback,
  insertReceipt,
  insertSettlement,
  loadBrief,
  updateBriefState,
  type Spoken,
  type StoredBrief,
  type Voice,
} from '../briefs/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RefusedRequest, RequestError, settle } from '../platform/request-error.ts'
import { isUnderstood, readChain, type ChainLink } from './read-chain.ts'
import { insertReview } from './review-store.ts'

interface Place {
  readonly brief: StoredBrief
  readonly link: ChainLink
  readonly spoken: Spoken
}

// A party that may not see a version learns nothing of it but that it is not there for them yet.
async function findPlace(
  ctx: Context,
  briefId: string,
  { voice, partyId = voice.party?.id }: { voice: Voice; partyId?: string },
): Promise<Place> {
  const brief = await loadBrief(ctx, briefId)
  const link = found((await readChain(ctx, brief)).find(({ party }) => party.id === partyId) ?? undefined, 'party', partyId ?? 'none')
  if (!link.canSee) throw new RefusedRequest([{ code: 'brief.not_sent', state: brief.state }])
  return { brief, link, spoken: { campaignId: brief.campaignId, briefId, partyId: link.party.id, voice } }
}

const fieldsOf = ({ party }: ChainLink, { isEnteredFor }: Voice) => [party.role, ...(isEnteredFor ? ['entered_for'] : [])]

/** Keeps that a party has a version in hand, once per device ('' is not known). Refuses `brief.not_sent`. */
export async function receiveBrief(ctx: Context, briefId: string, { voice, device }: { voice: Voice; device: string }): Promise<void> {
  const { link, spoken } = await findPlace(ctx, briefId, { voice })
  if (!(await insertReceipt(ctx, spoken, device))) return
  const subject = { kind: 'brief', id: briefId }
  const fields = [link.party.id, ...fieldsOf(link, voice)]
  await recordEvent(ctx, { name: 'brief.received', subject, campaignId: spoken.campaignId, fields })
}

/** What a party sends: only what is asked, or what it corrects; `revision` is the number of playbacks of this version it has seen (0: none). */
export interface NewPlayback {
  readonly voice: Voice
  readonly playback: Playback
  readonly revision: number
}

/**
 * Keeps what a party understood of a version. What did not change since it last played back stays as it was said. Refuses `brief.not_sent`,
 * `playback.strange_item` with the ids, and `state.lost_race`. The last creator's playback without a difference acknowledges the version.
 */
export async function playBack(ctx: Context, briefId: string, { voice, playback, revision }: NewPlayback): Promise<void> {
  const { brief, link, spoken } = await findPlace(ctx, briefId, { voice })
  const strange = listStrangeIds(brief.brief, playback)
  if (strange.length > 0) throw new RefusedRequest([{ code: 'playback.strange_item', items: strange }])
  if (revision !== link.revision) throw new RequestError('state.lost_race')
  const merged = mergePlayback(link.question, { sent: playback, earlier: link.playback, asked: link.asked })
  if (!(await insertPlayback(ctx, spoken, { revision: revision + 1, playback: merged }))) throw new RequestError('state.lost_race')
  await insertReceipt(ctx, spoken, '')
  const fields = [link.party.id, ...fieldsOf(link, voice)]
  await recordEvent(ctx, { name: 'brief.played_back', subject: { kind: 'brief', id: briefId }, campaignId: spoken.campaignId, fields })
  await finish(ctx, brief)
}

/** What one side accepts: the key of a difference, and whether the brief or the playback stands. */
export interface NewSettlement {
  readonly voice: Voice
  readonly partyId: string
  readonly key: string
  readonly how: Settlement
  readonly note: string | null
}

// Who speaks as the party itself receives; the desk, the brand and whoever stands above in the chain ask.
const sideOf = (voice: Voice, partyId: string): PlaybackSide | null => {
  if (voice.party?.id === partyId) return 'receiver'
  return voice.party?.role === 'creator' ? null : 'issuer'
}

/** Settles one difference for one party. Refuses `playback.no_difference`, `playback.wrong_side`, `party.not_yours` and `state.lost_race`. */
export async function settlePlayback(ctx: Context, briefId: string, { voice, partyId, key, how, note }: NewSettlement): Promise<void> {
  const { brief, link, spoken } = await findPlace(ctx, briefId, { voice, partyId })
  const side = sideOf(voice, partyId)
  if (side === null) throw new RefusedRequest([{ code: 'party.not_yours', partyId }])
  const { field, itemId } = settle(settleDifference(link.differences, { key, how, side }))
  if (!(await insertSettlement(ctx, spoken, { key, how, note }))) throw new RequestError('state.lost_race')
  const fields = [link.party.id, how, field, itemId, ...(voice.isEnteredFor ? ['entered_for'] : [])]
  await recordEvent(ctx, { name: 'brief.settled', subject: { kind: 'brief', id: briefId }, campaignId: spoken.campaignId, fields })
  await finish(ctx, brief)
}

// A version is acknowledged when every creator it asks has understood it.
async function finish(ctx: Context, brief: StoredBrief): Promise<void> {
  await enqueueJob(ctx, 'gates.record_passes', brief.campaignId)
  if (brief.state !== 'sent') return
  const creators = (await readChain(ctx, brief)).filter(({ party, isAsked }) => party.role === 'creator' && isAsked)
  if (creators.length === 0 || !creators.every(isUnderstood)) return
  const to = settle(moveBrief(brief.state, 'acknowledge', { roles: ['creator'], isAuthor: false, hasReviewer: true }))
  const { id, campaignId } = brief
  // Another creator was last at the same moment: it is acknowledged already.
  if (!(await updateBriefState(ctx, { id, from: brief.state, to }))) return
  await insertReview(ctx, { campaignId, kind: 'brief', subjectId: id, move: 'acknowledge', note: null })
  await recordEvent(ctx, { name: BRIEF_MOVES.acknowledge.event, subject: { kind: 'brief', id }, campaignId, fields: ['creator'] })
}
