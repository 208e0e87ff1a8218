import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError } from '../platform/request-error.ts'
import { deleteSplit, findMatchedPost, insertSplit } from './split-post-store.ts'

/** Takes one post off the account it was matched to by a hash. Whoever comes second is told. */
export async function splitPost(ctx: Context, creatorId: string, postId: string): Promise<void> {
  const id = found(await findMatchedPost(ctx, creatorId, postId), 'post', postId)
  if (!(await insertSplit(ctx, id))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'post.split_off', subject: { kind: 'post', id } })
}

/** Puts it back under the account. */
export async function rejoinPost(ctx: Context, creatorId: string, postId: string): Promise<void> {
  const id = found(await findMatchedPost(ctx, creatorId, postId), 'post', postId)
  if (!(await deleteSplit(ctx, id))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'post.rejoined', subject: { kind: 'post', id } })
}
