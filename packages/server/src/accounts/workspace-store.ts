import type { MemberRole } from '@kolibra/core/accounts'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../platform/database-schema.ts'
import { inFence } from '../platform/database.ts'
import { readRole } from './session-store.ts'

/** The account of whoever runs this server. One per installation; its memberships lead to every workspace it made. */
export const OWNER_USER_ID = '00000000-0000-7000-8000-000000000001'

export interface WorkspaceEntry {
  readonly id: string
  readonly name: string
  readonly demo: boolean
}

/** The workspaces a person belongs to, oldest first. */
export async function listWorkspaces(db: Kysely<Database>, userId: string): Promise<WorkspaceEntry[]> {
  return inFence(db, { workspaceId: null, userId }, async (tx) =>
    tx
      .selectFrom('workspaces')
      .select(['workspace_id as id', 'name', 'is_demo as demo'])
      .orderBy('is_demo')
      .orderBy('created_at')
      .execute(),
  )
}

/** Whether the workspace of the fence is an example; null when it is not there. */
export async function readIsDemo(tx: Transaction<Database>, workspaceId: string): Promise<boolean | null> {
  const row = await tx.selectFrom('workspaces').select('is_demo').where('workspace_id', '=', workspaceId).executeTakeFirst()
  return row?.is_demo ?? null
}

/** A new workspace with its first owner. */
export async function insertWorkspace(
  tx: Transaction<Database>,
  {
    workspaceId,
    name,
    isDemo,
    owner,
    now,
  }: { workspaceId: string; name: string; isDemo: boolean; owner: { id: string; name: string }; now: string },
): Promise<void> {
  await tx.insertInto('workspaces').values({ workspace_id: workspaceId, name, is_demo: isDemo, created_at: now }).execute()
  await tx
    .insertInto('members')
    .values({ workspace_id: workspaceId, user_id: owner.id, name: owner.name, role: 'owner', created_at: now })
    .execute()
}

/** The role of a person in the workspace of the fence; null when they are no member. */
export async function readMembership(tx: Transaction<Database>, workspaceId: string, userId: string): Promise<MemberRole | null> {
  const row = await tx
    .selectFrom('members')
    .select('role')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row === undefined ? null : readRole(row.role)
}

/** Deletes a workspace and, through the keys, everything in it. */
export async function deleteWorkspaceRows(tx: Transaction<Database>, workspaceId: string): Promise<void> {
  await tx.deleteFrom('workspaces').where('workspace_id', '=', workspaceId).execute()
}
