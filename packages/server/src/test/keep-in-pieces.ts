import { importStream, runSteps } from '@kolibra/core/imports'
import { streamExport } from '@kolibra/files/read'
import { authorizeOwner, OWNER } from '../accounts/index.ts'
import { RECEIVERS } from '../import-receivers.ts'
import { commitImport, type ReadRecords } from '../imports/index.ts'
import { makeContext } from '../platform/context.ts'
import { inFence } from '../platform/database.ts'
import { sha256 } from '../platform/secrets.ts'
import type { TestHouse } from './test-house.ts'

/** Reads a small csv the way only large ones are read: in pieces, its plain rows as numbers by slot. */
export function readInPieces(bytes: Uint8Array, source: string): ReadRecords {
  const stream = streamExport(bytes, 'pgy.csv')
  const looked = stream === null ? null : runSteps(importStream(stream, { source, importId: `sha256:${sha256(bytes)}` }))
  if (looked === null || !looked.ok) throw new Error('not read in pieces')
  for (const _ of looked.value.settle()) continue
  return { report: looked.value.report(), accounts: [], posts: [], pieces: looked.value.pieces }
}

/** Commits what was read of a file as its owner. */
export async function keepRecords(house: TestHouse, workspaceId: string, read: { bytes: Uint8Array; records: ReadRecords }): Promise<void> {
  const { bytes, records } = read
  await inFence(house.server.owner, { workspaceId, userId: OWNER.id }, (tx) => {
    const ctx = makeContext({ workspaceId: authorizeOwner(workspaceId), actor: OWNER, tx, clock: house.server.clock })
    return commitImport(ctx, RECEIVERS, { contentHash: sha256(bytes), bytes, records, saidObservedOn: null })
  })
}
