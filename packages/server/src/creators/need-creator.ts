import type { Context } from '../platform/context.ts'
import { RequestError } from '../platform/request-error.ts'
import { hasCreator } from './dossier-store.ts'

/** A creator of this workspace, or `request.not_found`. */
export async function needCreator(ctx: Context, creatorId: string): Promise<void> {
  if (!(await hasCreator(ctx, creatorId))) throw new RequestError('request.not_found', { kind: 'creator', id: creatorId })
}
