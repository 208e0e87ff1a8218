import { isSent, type Playback, type ThreadMove } from '@kolibra/core/briefs'
import type { z } from '@hono/zod-openapi'
import { findCreatorVoice, listBriefs, listThreads, listThreadWords, openThread, stepThread, type StoredBrief } from '../briefs/index.ts'
import { isUnderstood, playBack, readChain, receiveBrief } from '../gates/index.ts'
import type { Context } from '../platform/context.ts'
import { found, RequestError } from '../platform/request-error.ts'
import type { CreatorPass } from './device-store.ts'
import type { talkSchema } from './page-schema.ts'

/** What a creator does in a thread that they opened. */
export const OWN_THREAD_MOVES = ['ask_on', 'resolve'] as const satisfies readonly ThreadMove[]
/** One of OWN_THREAD_MOVES. */
export type OwnThreadMove = (typeof OWN_THREAD_MOVES)[number]

type Talk = z.infer<typeof talkSchema>

/** The version a creator has on the screen: one that was sent to them, and still the newest of those; else `state.lost_race`. */
async function needBrief(ctx: Context, { campaignId }: CreatorPass, briefId: string): Promise<StoredBrief> {
  const sent = (await listBriefs(ctx, campaignId)).filter(({ state }) => isSent(state))
  const brief = found(
    sent.find(({ id }) => id === briefId),
    'brief',
    briefId,
  )
  if (brief !== sent[0]) throw new RequestError('state.lost_race')
  return brief
}

const voiceOf = (ctx: Context, { campaignId, creatorId }: CreatorPass) => findCreatorVoice(ctx, campaignId, creatorId)

/** The threads that a party opened, with what was said in them; who answered is not named. */
export async function readThreads(ctx: Context, campaignId: string, partyId: string): Promise<Talk['threads']> {
  const own = (await listThreads(ctx, campaignId)).filter((thread) => thread.partyId === partyId)
  const words = await listThreadWords(ctx, campaignId)
  return own.map(({ id, itemId, state }) => ({
    id,
    itemId,
    state,
    words: words
      .filter(({ threadId, words: said }) => threadId === id && said !== '')
      .map((one) => ({ words: one.words, at: one.at, isOwn: one.partyId === partyId })),
  }))
}

/** What a creator is asked to play back of the version they were sent, what they said, where it differs, and what they asked. */
export async function readTalk(ctx: Context, pass: CreatorPass, brief: StoredBrief): Promise<Talk> {
  // A creator who was chosen after the brief was sent has no place in the chain before they look.
  const party = found((await voiceOf(ctx, pass)).party ?? undefined, 'party', pass.creatorId)
  const link = found(
    (await readChain(ctx, brief)).find((each) => each.party.id === party.id),
    'party',
    party.id,
  )
  const { question, asked, playback, revision, differences } = link
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
  return {
    question: {
      deliverables: idsOf(question.deliverables),
      mustSay: idsOf(question.mustSay),
      mustNot: idsOf(question.mustNot),
    },
    asked: { deliverables: [...asked.deliverables], mustSay: [...asked.mustSay], mustNot: [...asked.mustNot] },
    playback,
    revision,
    isUnderstood: isUnderstood(link),
    differences: differences
      .filter(({ settlement }) => settlement === null)
      .map(({ key, field, itemId, expected, said }) => ({ key, field, itemId, expected: [...expected], said: [...said] })),
    threads: await readThreads(ctx, pass.campaignId, party.id),
  }
}

/** Keeps that this creator has the version in hand, once per device. */
export async function noteReceipt(ctx: Context, pass: CreatorPass, { briefId }: { briefId: string }): Promise<Talk> {
  const brief = await needBrief(ctx, pass, briefId)
  await receiveBrief(ctx, briefId, { voice: await voiceOf(ctx, pass), device: pass.deviceName ?? '' })
  return readTalk(ctx, pass, brief)
}

/** Keeps what a creator understood of the version. Refuses what `playBack` refuses. */
export async function playOwnBack(
  ctx: Context,
  pass: CreatorPass,
  { briefId, ...said }: { briefId: string; playback: Playback; revision: number },
): Promise<Talk> {
  const brief = await needBrief(ctx, pass, briefId)
  await playBack(ctx, briefId, { voice: await voiceOf(ctx, pass), ...said })
  return readTalk(ctx, pass, brief)
}

/** Goes on with a thread of the creator's own: asks on, or says that it is settled. Refuses what `stepThread` refuses. */
export async function stepOwnThread(
  ctx: Context,
  pass: CreatorPass,
  { briefId, threadId, ...step }: { briefId: string; threadId: string; move: OwnThreadMove; words: string },
): Promise<Talk> {
  const brief = await needBrief(ctx, pass, briefId)
  const voice = await voiceOf(ctx, pass)
  const thread = (await listThreads(ctx, pass.campaignId)).find(({ id, partyId }) => id === threadId && partyId === voice.party?.id)
  found(thread, 'thread', threadId)
  await stepThread(ctx, threadId, { voice, ...step })
  return readTalk(ctx, pass, brief)
}

/** Keeps a creator's question on an item of the version. Refuses what `openThread` refuses. */
export async function askOnItem(
  ctx: Context,
  pass: CreatorPass,
  { briefId, itemId, words }: { briefId: string; itemId: string; words: string },
): Promise<Talk> {
  const brief = await needBrief(ctx, pass, briefId)
  const input = { itemId, kind: 'question' as const, words, proposed: null }
  await openThread(ctx, briefId, { voice: await voiceOf(ctx, pass), input })
  return readTalk(ctx, pass, brief)
}
