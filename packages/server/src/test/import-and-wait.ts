// Run by import.test.ts as a process of its own: imports, says "staged" just before the commit, and waits to be killed.
import { pino } from 'pino'
import { authorizeOwner, OWNER } from '../accounts/index.ts'
import { commitImport } from '../imports/index.ts'
import { makeContext } from '../platform/context.ts'
import { inFence, openDatabase } from '../platform/database.ts'
import { finishing } from './finishing.ts'
import { exampleRecords } from './records-example.ts'

const [ownerUrl = '', workspaceId = ''] = process.argv.slice(2)
const log = pino({ level: 'silent' })
const { db } = openDatabase(ownerUrl, { size: 1, onLost: (error) => log.warn(error) })
const forever = new Promise<void>(() => setInterval(() => undefined, 1000))
const receivers = finishing(async () => {
  process.stdout.write('staged\n')
  await forever
})
await inFence(db, { workspaceId, userId: OWNER.id }, (tx) => {
  const ctx = makeContext({ workspaceId: authorizeOwner(workspaceId), actor: OWNER, tx, clock: () => Date.parse('2026-11-22T04:00:00Z') })
  const input = {
    contentHash: 'killed',
    bytes: new Uint8Array([1, 2, 3]),
    records: exampleRecords('killed.json', 200),
    saidObservedOn: null,
  }
  return commitImport(ctx, receivers, input)
})
