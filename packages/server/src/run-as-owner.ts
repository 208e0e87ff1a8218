import { authorizeOwner, OWNER } from './accounts/index.ts'
import { makeContext, type Context } from './platform/context.ts'
import { inFence } from './platform/database.ts'
import type { Server } from './platform/http.ts'

/** Runs work outside a request, in one transaction of the workspace, as the owner account and bound by row-level security. */
export function runAsOwner<T>({ app, clock }: Server, workspaceId: string, work: (ctx: Context) => Promise<T>): Promise<T> {
  return inFence(app, { workspaceId, userId: OWNER.id }, (tx) =>
    work(makeContext({ workspaceId: authorizeOwner(workspaceId), actor: OWNER, tx, clock })),
  )
}
