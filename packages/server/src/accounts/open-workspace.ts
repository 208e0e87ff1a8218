import type { Member } from '@kolibra/core/accounts'
import type { WorkspaceId } from '@kolibra/core/shared'
import type { Kysely } from 'kysely'
import { makeContext, type Context } from '../platform/context.ts'
import type { Database } from '../platform/database-schema.ts'
import { inFence } from '../platform/database.ts'
import { authorize } from '../platform/http.ts'
import { mintId } from '../platform/mint-id.ts'
import { recordEvent } from '../platform/record-event.ts'
import { insertWorkspace, OWNER_USER_ID } from './workspace-store.ts'

/** The owner account as an actor. */
export const OWNER: Member = { id: OWNER_USER_ID, name: 'Owner', role: 'owner' }

/** The owner acting in a workspace without a browser session: what starts with the server and what jobs do. */
export function authorizeOwner(workspaceId: string): WorkspaceId {
  return authorize({ workspaceId, workspaceName: '', sessionHash: '', actor: OWNER }, 'workspace.read')
}

/** Makes a workspace owned by the owner account and returns its id. */
export async function openWorkspace(db: Kysely<Database>, workspace: NewWorkspace): Promise<string> {
  return openWorkspaceIn(db, workspace, async () => undefined)
}

/** What a workspace starts with. `clock` gives epoch ms. */
export interface NewWorkspace {
  readonly name: string
  readonly isDemo: boolean
  readonly clock: () => number
}

/** Makes a workspace and fills it, in one transaction: either all of it is there or nothing. */
export async function openWorkspaceIn(
  db: Kysely<Database>,
  { name, isDemo, clock }: NewWorkspace,
  fill: (ctx: Context) => Promise<void>,
): Promise<string> {
  const workspaceId = authorizeOwner(mintId(clock()))
  return inFence(db, { workspaceId, userId: OWNER.id }, async (tx) => {
    const ctx = makeContext({ workspaceId, actor: OWNER, tx, clock })
    await insertWorkspace(tx, { workspaceId, name, isDemo, owner: OWNER, now: ctx.now })
    await recordEvent(ctx, { name: 'workspace.opened', subject: { kind: 'workspace', id: workspaceId } })
    await fill(ctx)
    return workspaceId
  })
}
