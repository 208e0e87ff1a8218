import { MEMBER_ROLES, type MemberRole } from '@kolibra/core/accounts'
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import type { Database } from '../platform/database-schema.ts'
import { inFence } from '../platform/database.ts'
import type { Session } from '../platform/http.ts'
import { mintToken, sha256 } from '../platform/secrets.ts'

const SESSION_DAYS = 30
const LINK_HOURS = 1
const HOUR_MS = 3_600_000

const roleSchema = z.enum(MEMBER_ROLES)

/** A token carries its workspace in front, because nobody may look into a workspace without naming it first. */
function splitToken(token: string): { workspaceId: string; secretHash: string } | null {
  const [workspaceId = '', secret = ''] = token.split('.')
  if (!z.uuid().safeParse(workspaceId).success || secret.length < 40) return null
  return { workspaceId, secretHash: sha256(secret) }
}

/** Makes a login link's token: good once, for an hour. Only its hash is kept. */
export async function createLoginLink(
  tx: Transaction<Database>,
  { workspaceId, userId, nowMs }: { workspaceId: string; userId: string; nowMs: number },
): Promise<string> {
  const secret = mintToken()
  await tx
    .insertInto('login_links')
    .values({
      workspace_id: workspaceId,
      link_hash: sha256(secret),
      user_id: userId,
      expires_at: new Date(nowMs + LINK_HOURS * HOUR_MS).toISOString(),
      used_at: null,
    })
    .execute()
  return `${workspaceId}.${secret}`
}

/** Uses a link up and opens a session; null when it was used, has expired or never was. Two clicks at once: one wins. */
export async function useLoginLink(db: Kysely<Database>, token: string, nowMs: number): Promise<string | null> {
  const parts = splitToken(token)
  if (parts === null) return null
  const { workspaceId, secretHash } = parts
  const now = new Date(nowMs).toISOString()
  return inFence(db, { workspaceId, userId: null }, async (tx) => {
    const link = await tx
      .updateTable('login_links')
      .set({ used_at: now })
      .where('workspace_id', '=', workspaceId)
      .where('link_hash', '=', secretHash)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('user_id')
      .executeTakeFirst()
    return link === undefined ? null : openSession(tx, { workspaceId, userId: link.user_id, nowMs })
  })
}

/** Opens a session for a member and returns its token for the cookie. */
export async function openSession(
  tx: Transaction<Database>,
  { workspaceId, userId, nowMs }: { workspaceId: string; userId: string; nowMs: number },
): Promise<string> {
  const secret = mintToken()
  await tx
    .insertInto('sessions')
    .values({
      workspace_id: workspaceId,
      session_hash: sha256(secret),
      user_id: userId,
      created_at: new Date(nowMs).toISOString(),
      expires_at: new Date(nowMs + SESSION_DAYS * 24 * HOUR_MS).toISOString(),
    })
    .execute()
  return `${workspaceId}.${secret}`
}

/** Who holds this token now; null when the session has ended. */
export async function readSession(db: Kysely<Database>, token: string, nowMs: number): Promise<Session | null> {
  const parts = splitToken(token)
  if (parts === null) return null
  const { workspaceId, secretHash } = parts
  const row = await inFence(db, { workspaceId, userId: null }, async (tx) =>
    tx
      .selectFrom('sessions')
      .innerJoin('members', (join) =>
        join.onRef('members.workspace_id', '=', 'sessions.workspace_id').onRef('members.user_id', '=', 'sessions.user_id'),
      )
      .innerJoin('workspaces', 'workspaces.workspace_id', 'sessions.workspace_id')
      .select(['members.user_id', 'members.name', 'members.role', 'workspaces.name as workspace_name'])
      .where('sessions.workspace_id', '=', workspaceId)
      .where('session_hash', '=', secretHash)
      .where('expires_at', '>', new Date(nowMs).toISOString())
      .executeTakeFirst(),
  )
  if (row === undefined) return null
  const actor = { id: row.user_id, name: row.name, role: readRole(row.role) }
  return { workspaceId, workspaceName: row.workspace_name, sessionHash: secretHash, actor }
}

/** Ends one session. */
export async function closeSession(tx: Transaction<Database>, workspaceId: string, sessionHash: string): Promise<void> {
  await tx.deleteFrom('sessions').where('workspace_id', '=', workspaceId).where('session_hash', '=', sessionHash).execute()
}

export function readRole(text: string): MemberRole {
  return roleSchema.parse(text)
}
