import {
  findItemText,
  isSent,
  listBriefItems,
  moveThread,
  replaceItemText,
  THREAD_MOVES,
  type ThreadInput,
  type ThreadMove,
  type ThreadRole,
} from '@kolibra/core/briefs'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RefusedRequest, RequestError, settle } from '../platform/request-error.ts'
import { listBriefs, loadBrief } from './brief-store.ts'
import type { Voice } from './find-voice.ts'
import * as store from './thread-store.ts'
import { writeBrief } from './write-brief.ts'

/**
 * Opens a question, comment or suggestion on an item of a version. Refuses `brief.not_sent` for creators before it is sent,
 * `request.not_found` for an item the version does not have, and `brief.no_such_sentence` for a suggestion where there is none to replace.
 */
export async function openThread(ctx: Context, briefId: string, { voice, input }: { voice: Voice; input: ThreadInput }): Promise<string> {
  const { brief, campaignId, state } = await loadBrief(ctx, briefId)
  if (voice.party?.role === 'creator' && !isSent(state)) throw new RefusedRequest([{ code: 'brief.not_sent', state }])
  found(listBriefItems(brief).find(({ id }) => id === input.itemId) ?? undefined, 'briefItem', input.itemId)
  if (input.proposed !== null) settle(replaceItemText(brief, input.itemId, input.proposed))
  const id = ctx.mintId()
  await store.insertThread(ctx, { id, campaignId, briefId, voice }, input)
  await store.insertWords(ctx, { id, campaignId }, { move: 'open', words: input.words, voice })
  const fields = [input.kind, input.itemId, ...(voice.isEnteredFor ? ['entered_for'] : [])]
  await recordEvent(ctx, { name: 'thread.opened', subject: { kind: 'thread', id }, campaignId, fields })
  return id
}

/** What a person does in a thread; words may be empty where the move says it all. */
export interface ThreadStep {
  readonly voice: Voice
  readonly move: ThreadMove
  readonly words: string
}

// The desk and the brand wrote the brief; a creator only ever speaks in threads of their own.
function rolesIn(thread: store.StoredThread, { party }: Voice): ThreadRole[] {
  const isOpener = (party?.id ?? null) === thread.partyId
  if (party?.role === 'creator') return isOpener ? ['opener'] : []
  const isIssuer = party === null || party.role === 'brand'
  return [...(isOpener ? (['opener'] as const) : []), isIssuer ? 'issuer' : 'other']
}

/**
 * Moves a thread and keeps the words. Accepting a suggestion writes a new version with that one sentence changed. Refuses
 * `thread.wrong_state`, `thread.wrong_role`, `thread.words_missing`, `thread.item_changed` when the sentence is another one by now, and
 * `state.lost_race`.
 */
export async function stepThread(ctx: Context, threadId: string, { voice, move, words }: ThreadStep): Promise<void> {
  const thread = await store.loadThread(ctx, threadId)
  const to = settle(moveThread(thread, move, rolesIn(thread, voice)))
  const isSaying = move === 'answer' || move === 'ask_on'
  if (isSaying && words.trim() === '') throw new RefusedRequest([{ code: 'thread.words_missing' }])
  if (!(await store.updateThreadState(ctx, { id: thread.id, from: thread.state, to }))) throw new RequestError('state.lost_race')
  await store.insertWords(ctx, thread, { move, words: words.trim(), voice })
  const { event } = THREAD_MOVES[move]
  const fields = [thread.kind, thread.itemId, ...(voice.isEnteredFor ? ['entered_for'] : [])]
  await recordEvent(ctx, { name: event, subject: { kind: 'thread', id: thread.id }, campaignId: thread.campaignId, fields })
  if (move === 'accept') await takeSuggestion(ctx, thread)
}

async function takeSuggestion(ctx: Context, { briefId, campaignId, itemId, proposed }: store.StoredThread): Promise<void> {
  const { brief: then } = await loadBrief(ctx, briefId)
  const newest = found((await listBriefs(ctx, campaignId))[0], 'brief', briefId)
  const isSame = JSON.stringify(findItemText(newest.brief, itemId)) === JSON.stringify(findItemText(then, itemId))
  if (!isSame || proposed === null) throw new RefusedRequest([{ code: 'thread.item_changed', itemId }])
  await writeBrief(ctx, campaignId, { brief: settle(replaceItemText(newest.brief, itemId, proposed)), after: newest.version })
}
