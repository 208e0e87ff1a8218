import {
  askForPlayback,
  comparePlayback,
  isAnswered,
  isSent,
  listAsked,
  mergePlayback,
  type AskedItems,
  type Difference,
  type OwnPosts,
  type Playback,
  type PlaybackQuestion,
} from '@kolibra/core/briefs'
import {
  listActiveMembers,
  listBriefs,
  listParties,
  listPlaybacks,
  listReceipts,
  listSettlements,
  type Receipt,
  type StoredBrief,
  type StoredMember,
  type StoredParty,
  type StoredPlayback,
  type StoredSettlement,
} from '../briefs/index.ts'
import { listDeliverables } from '../content/index.ts'
import type { Context } from '../platform/context.ts'
import { sha256 } from '../platform/secrets.ts'

/** A difference with how it was settled; null: it is open. */
export interface ChainDifference extends Difference {
  readonly settlement: { readonly how: StoredSettlement['how']; readonly note: string | null; readonly at: string } | null
}

/** One party's link of the chain: what it received, what it is asked, what it said, and where that differs from the brief. */
export interface ChainLink {
  readonly party: StoredParty
  /** Whether the version asks this party for a playback. */
  readonly isAsked: boolean
  readonly canSee: boolean
  readonly receipts: readonly Receipt[]
  readonly question: PlaybackQuestion
  /** What of the question is not answered yet. */
  readonly asked: AskedItems
  /** What it said, as far as it still counts for this version; null: nothing. */
  readonly playback: Playback | null
  /** Playbacks of this very version so far. */
  readonly revision: number
  readonly saidAt: string | null
  readonly differences: readonly ChainDifference[]
}

/** Everything read once to tell the links of a version. */
interface Read {
  readonly brief: StoredBrief
  readonly briefs: readonly StoredBrief[]
  readonly members: readonly StoredMember[]
  readonly receipts: readonly Receipt[]
  readonly playbacks: readonly StoredPlayback[]
  readonly settlements: readonly StoredSettlement[]
}

/** Whether a party may see a version: a creator what was sent, a company what left its draft. */
export const canSee = ({ role }: StoredParty, { state }: StoredBrief): boolean => (role === 'creator' ? isSent(state) : state !== 'draft')

// Whoever wrote the version need not play it back; the brand is who asks.
function isAskedOf(party: StoredParty, own: OwnPosts, { brief, members }: Read): boolean {
  if (party.role === 'creator') return own !== null && own.length > 0
  if (party.role === 'brand') return false
  return (
    members.some(({ partyId }) => partyId === party.id) && !members.some((one) => one.partyId === party.id && one.userId === brief.authorId)
  )
}

function tellLink(party: StoredParty, own: OwnPosts, read: Read): ChainLink {
  const { brief, briefs, playbacks } = read
  const question = askForPlayback(brief.brief, own)
  const mine = playbacks.filter(({ partyId }) => partyId === party.id)
  const versionOf = ({ briefId }: StoredPlayback) => briefs.find(({ id }) => id === briefId)?.version ?? 0
  const last = mine
    .filter((one) => versionOf(one) <= brief.version)
    .toSorted((a, b) => versionOf(a) - versionOf(b) || a.revision - b.revision)
    .at(-1)
  const then = last === undefined ? undefined : briefs.find(({ id }) => id === last.briefId)
  const asked = listAsked(question, then === undefined ? null : askForPlayback(then.brief, own))
  const nothing: Playback = { deliverables: [], mustNot: [] }
  const playback = last === undefined ? null : mergePlayback(question, { sent: nothing, earlier: last.playback, asked })
  const open = new Set([...asked.deliverables, ...asked.mustSay, ...asked.mustNot])
  const differences = playback === null ? [] : comparePlayback(playback, { brief: brief.brief, question, sha256 })
  return {
    party,
    isAsked: isAskedOf(party, own, read),
    canSee: canSee(party, brief),
    receipts: read.receipts.filter(({ partyId }) => partyId === party.id),
    question,
    asked,
    playback,
    revision: mine.filter(({ briefId }) => briefId === brief.id).at(-1)?.revision ?? 0,
    saidAt: last?.at ?? null,
    differences: differences.filter(({ itemId }) => !open.has(itemId)).map((one) => withSettlement(party, one, read)),
  }
}

function withSettlement(party: StoredParty, difference: Difference, { settlements }: Read): ChainDifference {
  const settled = settlements.find(({ partyId, key }) => partyId === party.id && key === difference.key)
  return { ...difference, settlement: settled === undefined ? null : { how: settled.how, note: settled.note, at: settled.at } }
}

/** Every party's link of one version, in the order of the chain. Creators who are chosen but were never written to have no link yet. */
export async function readChain(ctx: Context, brief: StoredBrief): Promise<ChainLink[]> {
  const { campaignId } = brief
  const read: Read = {
    brief,
    briefs: await listBriefs(ctx, campaignId),
    members: await listActiveMembers(ctx, campaignId),
    receipts: await listReceipts(ctx, brief.id),
    playbacks: await listPlaybacks(ctx, campaignId),
    settlements: await listSettlements(ctx, campaignId),
  }
  const posts = (await listDeliverables(ctx, campaignId)).map(({ deliverable }) => deliverable)
  return (await listParties(ctx, campaignId)).map((party) =>
    tellLink(party, party.creatorId === null ? null : posts.filter(({ creatorId }) => creatorId === party.creatorId), read),
  )
}

/** Differences nobody has settled yet. */
export const listOpen = ({ differences }: ChainLink): ChainDifference[] => differences.filter(({ settlement }) => settlement === null)

/** True when a party that is asked has said all, and nothing of it is open. */
export const isUnderstood = (link: ChainLink): boolean => isAnswered(link.asked) && listOpen(link).length === 0
