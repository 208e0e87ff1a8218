import { PARTY_NOTE_EVENT } from '@kolibra/core/accounts'
import { isSent } from '@kolibra/core/briefs'
import type { NoteWay } from '@kolibra/core/portal'
import { findVoice, listActiveMembers, listBriefs, listParties, openThread } from '../briefs/index.ts'
import type { Context } from '../platform/context.ts'
import { queueDelivery } from '../platform/queue-deliveries.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RefusedRequest, RequestError } from '../platform/request-error.ts'
import { insertNote, listChannelsOf, loadNote, readLastNotes } from './party-note-store.ts'

/** The note as a person leaves it; `after` is the number of the last one that they saw, 0 for none. */
export interface NoteInput {
  readonly partyId: string
  readonly after: number
  readonly words: string
  readonly way: NoteWay
}

/**
 * Keeps what a party was told, and puts it on its way to the channels of those who act for it. Refuses `note.no_channel` where nobody has
 * one, and `state.lost_race` when a note that was not seen came in between.
 */
export async function sendPartyNote(ctx: Context, campaignId: string, { partyId, after, words, way }: NoteInput): Promise<void> {
  const party = found(
    (await listParties(ctx, campaignId)).find(({ id }) => id === partyId),
    'party',
    partyId,
  )
  const last = (await readLastNotes(ctx, campaignId)).get(partyId)?.number ?? 0
  if (last !== after) throw new RequestError('state.lost_race')
  const channels = way === 'channel' ? await listPartyChannels(ctx, campaignId, partyId) : []
  if (way === 'channel' && channels.length === 0) throw new RefusedRequest([{ code: 'note.no_channel', partyId }])
  const id = ctx.mintId()
  if (!(await insertNote(ctx, { id, campaignId, partyId, number: after + 1, words, way }))) throw new RequestError('state.lost_race')
  const told = { name: PARTY_NOTE_EVENT, subject: { kind: 'partyNote', id }, campaignId } as const
  for (const channel of channels) await queueDelivery(ctx, channel.id, told)
  await recordEvent(ctx, { ...told, fields: [way, party.role] })
}

async function listPartyChannels(ctx: Context, campaignId: string, partyId: string) {
  const own = (await listActiveMembers(ctx, campaignId)).filter((member) => member.partyId === partyId)
  return listChannelsOf(
    ctx,
    own.flatMap(({ userId }) => userId ?? []),
  )
}

/** What a party answered to a note, on one item of the brief; `memberId` names who said it where the desk types it in. */
export interface NoteAnswer {
  readonly itemId: string
  readonly words: string
  readonly memberId: string | null
}

/** Keeps a party's answer as a question on the item of the newest brief that was sent. Refuses what `findVoice` and `openThread` refuse. */
export async function answerPartyNote(ctx: Context, noteId: string, { itemId, words, memberId }: NoteAnswer): Promise<string> {
  const { id, campaignId, partyId } = await loadNote(ctx, noteId)
  const brief = found(
    (await listBriefs(ctx, campaignId)).find(({ state }) => isSent(state)),
    'brief',
    campaignId,
  )
  const voice = await findVoice(ctx, campaignId, memberId === null ? { partyId } : { memberId })
  if (voice.party?.id !== partyId) throw new RefusedRequest([{ code: 'party.not_yours', partyId }])
  await openThread(ctx, brief.id, { voice, input: { itemId, kind: 'question', words, proposed: null } })
  await recordEvent(ctx, { name: 'party_note.answered', subject: { kind: 'partyNote', id }, campaignId, fields: [itemId] })
  return campaignId
}
