import { scoreAgainst } from '@kolibra/core/creators'
import type { StoredCreator } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { gatherHeld } from './gather-held.ts'
import type { PeerLibrary } from './peer-library.ts'

/**
 * The authenticity of each of these creators, 0–1, in their order; null while nothing could be computed. By the same peers and the same
 * evidence as the report of each, so that a list and a report say one number. The accounts come with their stored posts.
 */
export async function scoreCreators(ctx: Context, creators: readonly StoredCreator[], library: PeerLibrary): Promise<(number | null)[]> {
  const held = await gatherHeld(ctx, creators)
  const scores: (number | null)[] = []
  for (const [at, { id, account }] of creators.entries()) {
    const { ids, model } = await library(ctx, account)
    const { comments, series } = held[at] ?? { comments: [], series: [] }
    const score = scoreAgainst(model, seek({ id, account }, ids), { comments, series })
    scores.push(score === null ? null : score / 100)
  }
  return scores
}

/** A creator among the peers it may itself be one of. */
export function seek({ id, account }: StoredCreator, peerIds: readonly string[]) {
  const at = peerIds.indexOf(id)
  return { account, at: at === -1 ? null : at }
}
