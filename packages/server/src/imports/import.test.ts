import { spawn } from 'node:child_process'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authorizeOwner, OWNER } from '../accounts/index.ts'
import { RECEIVERS } from '../import-receivers.ts'
import { finishing } from '../test/finishing.ts'
import { makeContext, type Context } from '../platform/context.ts'
import { inFence } from '../platform/database.ts'
import { needUpward } from '../platform/find-folder.ts'
import { openFile } from '../platform/secrets.ts'
import { exampleRecords } from '../test/records-example.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { commitImport, type Receivers } from './index.ts'

let house: TestHouse
let admin: Pool
let workspaceId: string
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  admin = new Pool({ connectionString: house.adminUrl, max: 2 })
  workspaceId = await house.openWorkspace()
  owner = await house.visit(workspaceId, 'owner')
})
afterAll(async () => {
  await admin.end()
  await house.close()
})

const BYTES = new TextEncoder().encode('as it came')

function asOwner<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
  return inFence(house.server.owner, { workspaceId, userId: OWNER.id }, (tx) =>
    work(makeContext({ workspaceId: authorizeOwner(workspaceId), actor: OWNER, tx, clock: house.server.clock })),
  )
}

function importNow(contentHash: string, { count = 3, receivers = RECEIVERS }: { count?: number; receivers?: Receivers } = {}) {
  const records = exampleRecords(`${contentHash}.json`, count)
  return asOwner((ctx) => commitImport(ctx, receivers, { contentHash, bytes: BYTES, records, saidObservedOn: null }))
}

async function countRows(): Promise<Record<string, number>> {
  const tables = ['imports', 'raw_files', 'creators', 'creator_observations', 'posts', 'post_observations', 'import_columns']
  const counts: [string, number][] = []
  for (const table of tables)
    counts.push([
      table,
      (await admin.query(`SELECT count(*)::int AS n FROM kolibra.${table} WHERE workspace_id = $1`, [workspaceId])).rows[0].n,
    ])
  const staged = await admin.query(`SELECT count(*)::int AS n FROM pg_class WHERE relname = 'staged_rows'`)
  return { ...Object.fromEntries(counts), staged: staged.rows[0].n }
}

describe('an import', () => {
  test('keeps the file, every value with its passport, and an event', async () => {
    const importId = await importNow('first')
    const rows = await owner.send('GET /api/v1/creators?sort=followers')
    const { items, total } = await rows.json()
    expect(total).toBe(3)
    const creator = await (await owner.send(`GET /api/v1/creators/${items[0].id}`)).json()
    expect(creator.account).toMatchObject({ accountId: 'test-0', displayName: '测试达人0', posts: { length: 10 } })
    expect(creator.account.metrics).toEqual(exampleRecords('', 1, 'sha256:first').accounts[0]?.metrics)
    expect(creator.forecast.p50).toBeGreaterThan(0)
    const stored = await (await owner.send(`GET /api/v1/imports/${importId}`)).json()
    expect(stored).toMatchObject({ importId, file: 'first.json', source: 'xingtu.search', contentHash: 'first' })
    const { rows: events } = await admin.query('SELECT name FROM kolibra.events WHERE subject_id = $1', [importId])
    expect(events).toEqual([{ name: 'import.committed' }])
  })

  test('seals the raw file with a key of its own', async () => {
    const { rows } = await admin.query(
      'SELECT sealed, key FROM kolibra.raw_files JOIN kolibra.raw_file_keys USING (workspace_id, import_id)',
    )
    const { sealed, key } = rows[0]
    expect(sealed.includes(Buffer.from(BYTES))).toBe(false)
    expect(openFile(sealed, key)).toEqual(Buffer.from(BYTES))
  })

  test('of the same creators adds observations, not creators', async () => {
    const before = await countRows()
    await importNow('second')
    const after = await countRows()
    expect(after['creators']).toBe(before['creators'])
    expect(after['creator_observations']).toBeGreaterThan(before['creator_observations'] ?? 0)
    expect(after['staged']).toBe(0)
  })

  test('of the same bytes is refused inside the transaction and changes nothing', async () => {
    const before = await countRows()
    await expect(importNow('second')).rejects.toMatchObject({ code: 'state.lost_race' })
    expect(await countRows()).toEqual(before)
  })

  test('of which a step fails leaves nothing behind', async () => {
    const before = await countRows()
    const failing = finishing(() => Promise.reject(new Error('the disk is full')))
    await expect(importNow('failed', { receivers: failing, count: 50 })).rejects.toThrow('the disk is full')
    expect(await countRows()).toEqual(before)
  })

  test('whose database connection is cut leaves nothing behind', async () => {
    const before = await countRows()
    const cut = finishing(async () => {
      await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'kolibra_owner' AND datname = current_database() AND state = 'idle in transaction'`,
      )
    })
    await expect(importNow('cut', { receivers: cut, count: 50 })).rejects.toThrow()
    expect(await countRows()).toEqual(before)
  })

  test('of a server that is killed (kill -9) leaves nothing behind, and the next one works', async () => {
    const before = await countRows()
    const script = needUpward('packages/server/src/test/import-and-wait.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', script, house.ownerUrl, workspaceId], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise<void>((staged, failed) => {
      child.stdout.once('data', () => staged())
      child.once('exit', (code) => failed(new Error(`ended early with ${code}`)))
    })
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGKILL')
    await ended
    expect(await countRows()).toEqual(before)
    await importNow('killed')
    expect((await countRows())['imports']).toBe((before['imports'] ?? 0) + 1)
  })
})
