import {
  bilingualSchema,
  THREAD_KINDS,
  threadStateSchema,
  type Bilingual,
  type ThreadInput,
  type ThreadKind,
  type ThreadState,
} from '@kolibra/core/briefs'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'
import type { Voice } from './find-voice.ts'

/** A question, comment or suggestion on an item; `partyId` null: the desk itself opened it. */
export interface StoredThread {
  readonly id: string
  readonly campaignId: string
  readonly briefId: string
  readonly itemId: string
  readonly kind: ThreadKind
  readonly state: ThreadState
  readonly partyId: string | null
  readonly proposed: Bilingual | null
  readonly at: string
}

/** What was said in a thread; `move` is "open" or a row of THREAD_MOVES. */
export interface StoredWords {
  readonly id: string
  readonly threadId: string
  readonly move: string
  readonly words: string
  readonly partyId: string | null
  readonly memberId: string | null
  readonly saidBy: string
  readonly saidByName: string | null
  readonly at: string
}

const kindSchema = z.enum(THREAD_KINDS)

function selectThreads(ctx: Context) {
  return ctx.tx
    .selectFrom('brief_threads')
    .select(['thread_id', 'campaign_id', 'brief_id', 'item_id', 'kind', 'state', 'party_id', 'proposed', 'opened_at'])
    .where('workspace_id', '=', ctx.workspaceId)
}
type ThreadRow = Awaited<ReturnType<ReturnType<typeof selectThreads>['execute']>>[number]

const parseThread = (row: ThreadRow): StoredThread => ({
  id: row.thread_id,
  campaignId: row.campaign_id,
  briefId: row.brief_id,
  itemId: row.item_id,
  kind: kindSchema.parse(row.kind),
  state: threadStateSchema.parse(row.state),
  partyId: row.party_id,
  proposed: row.proposed === null ? null : bilingualSchema.parse(row.proposed),
  at: row.opened_at,
})

/** The threads of a campaign, oldest first. */
export async function listThreads(ctx: Context, campaignId: string): Promise<StoredThread[]> {
  return (await selectThreads(ctx).where('campaign_id', '=', campaignId).orderBy('thread_id').execute()).map(parseThread)
}

/** One thread, or `request.not_found`. */
export async function loadThread(ctx: Context, id: string): Promise<StoredThread> {
  return parseThread(found(await selectThreads(ctx).where('thread_id', '=', id).executeTakeFirst(), 'thread', id))
}

/** Everything said in the threads of a campaign, oldest first. */
export async function listThreadWords(ctx: Context, campaignId: string): Promise<StoredWords[]> {
  const rows = await ctx.tx
    .selectFrom('brief_thread_words')
    .leftJoin('members', (join) =>
      join
        .onRef('members.workspace_id', '=', 'brief_thread_words.workspace_id')
        .onRef('members.user_id', '=', 'brief_thread_words.said_by'),
    )
    .select(['words_id', 'thread_id', 'move', 'words', 'party_id', 'member_id', 'said_by', 'members.name as said_by_name', 'said_at'])
    .where('brief_thread_words.workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .orderBy('words_id')
    .execute()
  return rows.map((row) => ({
    id: row.words_id,
    threadId: row.thread_id,
    move: row.move,
    words: row.words,
    partyId: row.party_id,
    memberId: row.member_id,
    saidBy: row.said_by,
    saidByName: row.said_by_name,
    at: row.said_at,
  }))
}

/** Opens a thread on an item of a version. */
export async function insertThread(
  ctx: Context,
  { id, campaignId, briefId, voice }: { id: string; campaignId: string; briefId: string; voice: Voice },
  { itemId, kind, proposed }: ThreadInput,
): Promise<void> {
  await ctx.tx
    .insertInto('brief_threads')
    .values({
      workspace_id: ctx.workspaceId,
      thread_id: id,
      campaign_id: campaignId,
      brief_id: briefId,
      item_id: itemId,
      kind,
      state: 'open',
      party_id: voice.party?.id ?? null,
      proposed: proposed === null ? null : JSON.stringify(proposed),
      opened_at: ctx.now,
    })
    .execute()
}

/** Keeps what somebody said in a thread. */
export async function insertWords(
  ctx: Context,
  thread: { id: string; campaignId: string },
  { move, words, voice }: { move: string; words: string; voice: Voice },
): Promise<void> {
  await ctx.tx
    .insertInto('brief_thread_words')
    .values({
      workspace_id: ctx.workspaceId,
      thread_id: thread.id,
      words_id: ctx.mintId(),
      campaign_id: thread.campaignId,
      move,
      words,
      party_id: voice.party?.id ?? null,
      member_id: voice.member?.memberId ?? null,
      said_by: ctx.actor.id,
      said_at: ctx.now,
    })
    .execute()
}

/** Moves a thread that still stands in `from`; false when somebody was faster. */
export async function updateThreadState(
  ctx: Context,
  { id, from, to }: { id: string; from: ThreadState; to: ThreadState },
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('brief_threads')
    .set({ state: to })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('thread_id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
