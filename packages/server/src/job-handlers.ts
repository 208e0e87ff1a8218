import { authorizeOwner, OWNER } from './accounts/index.ts'
import { recordPasses } from './gates/index.ts'
import { makeContext, type Context } from './platform/context.ts'
import { inFence } from './platform/database.ts'
import type { Server } from './platform/http.ts'
import type { JobHandlers, JobPayload } from './platform/jobs.ts'
import { refreshRows } from './selection/index.ts'

/** Every job of the product, by name. Each runs in the workspace it was asked in, as the owner account, bound by row-level security. */
export function makeJobHandlers({ app, clock, rulebook }: Server): JobHandlers {
  const run = ({ workspaceId }: JobPayload, work: (ctx: Context) => Promise<void>) =>
    inFence(app, { workspaceId, userId: OWNER.id }, (tx) =>
      work(makeContext({ workspaceId: authorizeOwner(workspaceId), actor: OWNER, tx, clock })),
    )
  return {
    'creators.refresh_rows': (payload) => run(payload, refreshRows),
    'gates.record_passes': (payload) =>
      run(payload, async (ctx) => {
        if (payload.subjectId !== null) await recordPasses(ctx, payload.subjectId, rulebook)
      }),
  }
}
