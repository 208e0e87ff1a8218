import { holdOffErasures } from '../imports/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { detachFromGone } from './staged-post-store.ts'
import { countUses, dateNamesAnew, deleteLeaving, deletePosts, lockImport, markLeaving } from './undo-store.ts'

/** What went with an import. What others also brought, or a person typed in, stayed. */
export interface Undone {
  readonly creators: number
  readonly posts: number
}

/**
 * Takes a whole import back: its observations, and the creators and posts which only it brought. Runs as the owner role, the only one
 * that may delete observations. Refused with `import.in_use` when somebody works with a creator that would go.
 */
export async function undoImport(ctx: Context, importId: string): Promise<Undone> {
  // An erasure rewrites the files of imports: one that goes meanwhile would take the ground from under it.
  await holdOffErasures(ctx)
  if (!(await lockImport(ctx, importId))) throw new RequestError('request.not_found', { kind: 'import', id: importId })
  await markLeaving(ctx, importId)
  const uses = await countUses(ctx)
  if (Object.keys(uses).length > 0) throw new RequestError('import.in_use', { uses })
  const posts = await deletePosts(ctx, importId)
  await dateNamesAnew(ctx, importId)
  const creators = await deleteLeaving(ctx, importId)
  await detachFromGone(ctx)
  await recordEvent(ctx, { name: 'import.undone', subject: { kind: 'import', id: importId } })
  await enqueueJob(ctx, 'creators.refresh_rows', null)
  return { creators, posts }
}
