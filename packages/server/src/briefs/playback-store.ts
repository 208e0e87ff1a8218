import { playbackSchema, SETTLEMENTS, type Playback, type Settlement } from '@kolibra/core/briefs'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Voice } from './find-voice.ts'

/** That a party has a version in hand; `device` is empty when not known. */
export interface Receipt {
  readonly partyId: string
  readonly device: string
  readonly at: string
}

/** What a party understood of a version; `revision` counts from 1 per version. */
export interface StoredPlayback {
  readonly briefId: string
  readonly partyId: string
  readonly revision: number
  readonly playback: Playback
  readonly at: string
}

/** A difference that one side accepted. */
export interface StoredSettlement {
  readonly partyId: string
  readonly key: string
  readonly how: Settlement
  readonly note: string | null
  readonly at: string
}

const isSettlement = (text: string): text is Settlement => text in SETTLEMENTS
const howSchema = z.string().refine(isSettlement)

/** Whom a row is about: which version, which party, and who said it. */
export interface Spoken {
  readonly campaignId: string
  readonly briefId: string
  readonly partyId: string
  readonly voice: Voice
}

const keysOf = (ctx: Context, { campaignId, partyId }: { campaignId: string; partyId: string }) => ({
  workspace_id: ctx.workspaceId,
  campaign_id: campaignId,
  party_id: partyId,
})

/** Keeps a receipt; false when this device left one before. */
export async function insertReceipt(ctx: Context, { briefId, voice, ...of }: Spoken, device: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('brief_receipts')
    .values({
      ...keysOf(ctx, of),
      brief_id: briefId,
      device,
      received_at: ctx.now,
      entered_by: ctx.actor.id,
      member_id: voice.member?.memberId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The receipts of a version, oldest first. */
export async function listReceipts(ctx: Context, briefId: string): Promise<Receipt[]> {
  const rows = await ctx.tx
    .selectFrom('brief_receipts')
    .select(['party_id', 'device', 'received_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('brief_id', '=', briefId)
    .orderBy('received_at')
    .execute()
  return rows.map((row) => ({ partyId: row.party_id, device: row.device, at: row.received_at }))
}

/** Keeps a playback under the next revision; false when somebody was faster. */
export async function insertPlayback(
  ctx: Context,
  { briefId, voice, ...of }: Spoken,
  { revision, playback }: { revision: number; playback: Playback },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('brief_playbacks')
    .values({
      ...keysOf(ctx, of),
      brief_id: briefId,
      revision,
      playback: JSON.stringify(playback),
      said_at: ctx.now,
      entered_by: ctx.actor.id,
      member_id: voice.member?.memberId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Every playback of a campaign, oldest first. */
export async function listPlaybacks(ctx: Context, campaignId: string): Promise<StoredPlayback[]> {
  const rows = await ctx.tx
    .selectFrom('brief_playbacks')
    .select(['brief_id', 'party_id', 'revision', 'playback', 'said_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .orderBy('said_at')
    .orderBy('revision')
    .execute()
  return rows.map((row) => ({
    briefId: row.brief_id,
    partyId: row.party_id,
    revision: row.revision,
    playback: playbackSchema.parse(row.playback),
    at: row.said_at,
  }))
}

/** Keeps that one side accepted a difference; false when it was settled before. */
export async function insertSettlement(
  ctx: Context,
  { voice, ...of }: Spoken,
  { key, how, note }: { key: string; how: Settlement; note: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('playback_settlements')
    .values({
      ...keysOf(ctx, of),
      difference_key: key,
      how,
      note,
      settled_at: ctx.now,
      settled_by: ctx.actor.id,
      member_id: voice.member?.memberId ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Every settlement of a campaign. */
export async function listSettlements(ctx: Context, campaignId: string): Promise<StoredSettlement[]> {
  const rows = await ctx.tx
    .selectFrom('playback_settlements')
    .select(['party_id', 'difference_key', 'how', 'note', 'settled_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .execute()
  return rows.map((row) => ({
    partyId: row.party_id,
    key: row.difference_key,
    how: howSchema.parse(row.how),
    note: row.note,
    at: row.settled_at,
  }))
}
