import { nextNoteDay } from '@kolibra/core/portal'
import type { StoredParty } from '../briefs/index.ts'
import type { StoredCampaign } from '../campaigns/index.ts'
import { findLastSending } from '../gates/index.ts'
import type { Context } from '../platform/context.ts'
import { loadNoteRhythm } from './note-rhythm-store.ts'
import { readLastNotes } from './party-note-store.ts'
import { makeTurn, type Turn } from './turn-clock.ts'

/** Of the parties of a campaign those who are written to: whoever is gone is not. */
export const listReaders = (parties: readonly StoredParty[], gone: readonly string[]): StoredParty[] =>
  parties.filter(({ creatorId }) => creatorId === null || !gone.includes(creatorId))

/** The notes that a running campaign owes its parties, one turn per day on which they are due. */
export async function readNoteTurns(
  ctx: Context,
  { id: campaignId, campaign }: StoredCampaign,
  readers: readonly StoredParty[],
): Promise<Turn[]> {
  if (campaign.ends < ctx.today) return []
  const sentAt = await findLastSending(ctx, campaignId)
  if (sentAt === null) return []
  const { everyDays } = await loadNoteRhythm(ctx, campaignId)
  const last = await readLastNotes(ctx, campaignId)
  const clocks = new Map<string, { startedAt: string | null; count: number }>()
  for (const { id } of readers) {
    const lastAt = last.get(id)?.sentAt ?? null
    const due = nextNoteDay({ lastAt, sentAt, everyDays })
    if (due !== null) clocks.set(due, { startedAt: lastAt ?? sentAt, count: (clocks.get(due)?.count ?? 0) + 1 })
  }
  const note = { of: '', kind: 'party_note' as const, whose: 'desk' as const, creatorId: null, partyId: null }
  return [...clocks].map(([due, clock]) => makeTurn({ ...note, due, ...clock }))
}
