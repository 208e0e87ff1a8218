import type { ErasureClock } from '@kolibra/core/portal'
import type { StoredParty } from '../briefs/index.ts'
import type { StoredCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { readChainTurns } from './read-chain-turns.ts'
import { listReaders, readNoteTurns } from './read-note-turns.ts'
import { readPostTurns, readRequestTurns } from './read-post-turns.ts'
import { readPosts } from './read-posts.ts'
import type { Turn } from './turn-clock.ts'

/** All that waits for somebody in a campaign of these parties, under the workspace's clock for erasures. A creator who has not answered at all is asked once: their playback comes with the answer. */
export async function readTurns(
  ctx: Context,
  campaign: StoredCampaign,
  { parties, erasureClock }: { parties: readonly StoredParty[]; erasureClock: ErasureClock },
): Promise<Turn[]> {
  const { brief, posts, requests, reviews, gone } = await readPosts(ctx, { campaignId: campaign.id, creatorId: null })
  const own = readPostTurns(posts, brief)
  const answering = new Set(own.flatMap(({ kind, creatorId }) => (kind === 'answer' || kind === 'declined' ? (creatorId ?? []) : [])))
  const chain = await readChainTurns(ctx, campaign, { reviews, sent: brief, parties })
  return [
    ...own,
    ...readRequestTurns([...posts.flatMap((post) => post.requests), ...requests], {
      hours: brief?.stored.brief.responseHours ?? null,
      erasureClock,
    }),
    ...(await readNoteTurns(ctx, campaign, listReaders(parties, gone))),
    ...chain.filter(({ kind, creatorId }) => kind !== 'playback' || creatorId === null || !answering.has(creatorId)),
  ]
}
