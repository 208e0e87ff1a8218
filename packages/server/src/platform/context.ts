import type { Actor } from '@kolibra/core/accounts'
import { shanghaiDay, type WorkspaceId } from '@kolibra/core/shared'
import type { Transaction } from 'kysely'
import type { Database } from './database-schema.ts'
import { mintId } from './mint-id.ts'

/** Everything a verb needs to act: where, who, when, and the one transaction in which it happens. */
export interface Context {
  readonly workspaceId: WorkspaceId
  readonly actor: Actor
  readonly tx: Transaction<Database>
  /** The moment of the request, ISO with Z: one request has one time. */
  readonly now: string
  /** The Shanghai day of `now`. */
  readonly today: string
  readonly mintId: () => string
}

/** Builds a context; `clock` gives epoch ms. */
export function makeContext(parts: { workspaceId: WorkspaceId; actor: Actor; tx: Transaction<Database>; clock: () => number }): Context {
  const { clock, ...rest } = parts
  const nowMs = clock()
  return { ...rest, now: new Date(nowMs).toISOString(), today: shanghaiDay(nowMs), mintId: () => mintId(clock()) }
}
