import { isNamedMcn, NOTE_EVENTS, nextNoteDay, writePartyNote, type NoteFacts } from '@kolibra/core/portal'
import { listActiveMembers, listParties, listThreads, type StoredParty } from '../briefs/index.ts'
import { loadCampaign } from '../campaigns/index.ts'
import { listDeliverables } from '../content/index.ts'
import { findLastSending } from '../gates/index.ts'
import type { Context } from '../platform/context.ts'
import { readStanding } from '../selection/index.ts'
import { loadErasureClock } from './erasure-clock-store.ts'
import { findLiveUrls } from './live-links.ts'
import { mayHandOut } from './may-hand-out.ts'
import { loadNoteRhythm, type KeptRhythm } from './note-rhythm-store.ts'
import { listChannelsOf, listHappened, readLastNotes, type StoredNote } from './party-note-store.ts'
import { listReaders } from './read-note-turns.ts'
import { nameCreators, readDeskName } from './queries.ts'
import type { LinkGround } from './link-token.ts'
import { readTurns } from './read-turns.ts'

/** A party with its last note, the day of the next, and what that would say as it is generated now. */
export interface PartyNote {
  readonly party: StoredParty
  readonly name: string | null
  readonly last: StoredNote | null
  readonly due: string | null
  /** Channels of those who act for the party. */
  readonly channels: number
  readonly text: { readonly zh: string; readonly en: string }
}

/** Finds the party that an event is about: by the thread, the post or the creator that it names. */
async function findAbout(ctx: Context, campaignId: string, partyOf: (creatorId: string) => string | null) {
  const about = new Map<string, string | null>()
  for (const { id, partyId } of await listThreads(ctx, campaignId)) about.set(`thread ${id}`, partyId)
  for (const { deliverable } of await listDeliverables(ctx, campaignId))
    about.set(`deliverable ${deliverable.id}`, partyOf(deliverable.creatorId))
  return ({ kind, id }: { kind: string; id: string }) => (kind === 'creator' ? partyOf(id) : (about.get(`${kind} ${id}`) ?? null))
}

/** The notes of a campaign, and how often they are due. */
export interface PartyNotes {
  readonly items: readonly PartyNote[]
  readonly rhythm: KeptRhythm
}

/** What each party of a campaign would be told now, in the order of the chain. */
export async function readPartyNotes(ctx: Context, campaignId: string, ground: LinkGround): Promise<PartyNotes> {
  const stored = await loadCampaign(ctx, campaignId)
  const everybody = await listParties(ctx, campaignId)
  const parties = listReaders(everybody, (await readStanding(ctx, campaignId)).gone)
  const partyOf = (creatorId: string) => parties.find((party) => party.creatorId === creatorId)?.id ?? null
  const aboutOf = await findAbout(ctx, campaignId, partyOf)
  const happened = await listHappened(ctx, campaignId, Object.keys(NOTE_EVENTS))
  const sentAt = await findLastSending(ctx, campaignId)
  const rhythm = await loadNoteRhythm(ctx, campaignId)
  const open = (await readTurns(ctx, stored, { parties: everybody, erasureClock: (await loadErasureClock(ctx)).table })).map((turn) => ({
    ...turn,
    partyId: turn.partyId ?? (turn.creatorId === null ? null : partyOf(turn.creatorId)),
  }))
  const last = await readLastNotes(ctx, campaignId)
  const creators = await nameCreators(
    ctx,
    parties.flatMap(({ creatorId }) => creatorId ?? []),
  )
  const urls = mayHandOut(ctx) ? await findLiveUrls(ctx, campaignId, ground) : new Map<string, string>()
  const members = await listActiveMembers(ctx, campaignId)
  const channels = await listChannelsOf(
    ctx,
    members.flatMap(({ userId }) => userId ?? []),
  )
  const about = { campaignName: stored.campaign.name, deskName: await readDeskName(ctx) }
  // An MCN is told of the creators whose account names it.
  const listOwnIds = ({ role, name }: StoredParty) =>
    role === 'mcn'
      ? parties.flatMap(({ id, creatorId }) => (creatorId !== null && isNamedMcn(creators.get(creatorId)?.mcn ?? null, name) ? [id] : []))
      : []
  const items = parties.map((party) => {
    const { id, role, creatorId } = party
    const name = creatorId === null ? party.name : (creators.get(creatorId)?.name ?? null)
    const lastNote = last.get(id) ?? null
    const since = lastNote?.sentAt ?? null
    const events = happened.filter(({ at }) => since === null || at > since)
    const facts: NoteFacts = { ...about, since, open, happened: events.map((event) => ({ name: event.name, partyId: aboutOf(event) })) }
    const reader = { id, role, name, ownIds: listOwnIds(party), url: creatorId === null ? null : (urls.get(creatorId) ?? null) }
    const own = members.filter(({ partyId }) => partyId === id).map(({ userId }) => userId)
    return {
      party,
      name,
      last: lastNote,
      due: nextNoteDay({ lastAt: since, sentAt, everyDays: rhythm.everyDays }),
      channels: channels.filter(({ userId }) => own.includes(userId)).length,
      text: { zh: writePartyNote(reader, facts, 'zh'), en: writePartyNote(reader, facts, 'en') },
    }
  })
  return { items, rhythm }
}
