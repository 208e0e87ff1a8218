import type { Context } from '../platform/context.ts'
import { loadErasureClock } from './erasure-clock-store.ts'
import { readChainTurns } from './read-chain-turns.ts'
import { readNoteTurns } from './read-note-turns.ts'
import { readPostTurns, readRequestTurns } from './read-post-turns.ts'
import { readPosts } from './read-posts.ts'
import type { Turn } from './turn-clock.ts'

/** All that waits for somebody in a campaign. A creator who has not answered at all is asked once: their playback comes with the answer. */
export async function readTurns(ctx: Context, campaignId: string): Promise<Turn[]> {
  const { brief, posts, requests, reviews } = await readPosts(ctx, { campaignId, creatorId: null })
  const own = readPostTurns(posts, brief)
  const answering = new Set(own.flatMap(({ kind, creatorId }) => (kind === 'answer' || kind === 'declined' ? (creatorId ?? []) : [])))
  const chain = await readChainTurns(ctx, campaignId, { reviews, sent: brief })
  return [
    ...own,
    ...readRequestTurns([...posts.flatMap((post) => post.requests), ...requests], {
      hours: brief?.stored.brief.responseHours ?? null,
      erasureClock: (await loadErasureClock(ctx)).table,
    }),
    ...(await readNoteTurns(ctx, campaignId)),
    ...chain.filter(({ kind, creatorId }) => kind !== 'playback' || creatorId === null || !answering.has(creatorId)),
  ]
}
