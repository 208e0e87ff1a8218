import type { Context } from '../platform/context.ts'
import { listReviews } from './queries.ts'
import { readChainTurns } from './read-chain-turns.ts'
import { readPostTurns, readRequestTurns } from './read-post-turns.ts'
import { readPosts } from './read-posts.ts'
import type { Turn } from './turn-clock.ts'

/** All that waits for somebody in a campaign. A creator who has not answered at all is asked once: their playback comes with the answer. */
export async function readTurns(ctx: Context, campaignId: string): Promise<Turn[]> {
  const reviews = await listReviews(ctx, campaignId)
  const { brief, posts, requests } = await readPosts(ctx, { campaignId, creatorId: null })
  const sentAt = brief?.sentAt ?? null
  const own = readPostTurns(posts, brief)
  const answering = new Set(own.flatMap(({ kind, creatorId }) => (kind === 'answer' || kind === 'declined' ? (creatorId ?? []) : [])))
  const chain = await readChainTurns(ctx, campaignId, { reviews, sentAt })
  return [
    ...own,
    ...readRequestTurns(posts, requests, brief?.stored.brief.responseHours ?? null),
    ...chain.filter(({ kind, creatorId }) => kind !== 'playback' || creatorId === null || !answering.has(creatorId)),
  ]
}
