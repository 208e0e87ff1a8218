import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../test/test-house.ts'
import type { Context } from './context.ts'
import { inFence, openDatabase, refuseUnfencedRole } from './database.ts'
import { needUpward } from './find-folder.ts'
import { printSchema } from './print-schema.ts'
import { RefusedStart } from './refused-start.ts'
import { openStaging } from './staging-store.ts'

let house: TestHouse
let admin: Pool
let mine: string
let theirs: string

beforeAll(async () => {
  house = await openTestHouse()
  admin = new Pool({ connectionString: house.adminUrl, max: 2 })
  mine = await house.openWorkspace()
  theirs = await house.openWorkspace()
})
afterAll(async () => {
  await admin.end()
  await house.close()
})

const listTables = async () =>
  (await admin.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'kolibra' ORDER BY 1`)).rows.map(
    (row) => row.name,
  )

describe('the schema keeps workspaces apart', () => {
  test('schema.sql is what the migrations make', async () => {
    const printed = await printSchema(admin)
    const path = join(needUpward('packages/server/migrations'), '../schema.sql')
    // Written anew by: KOLIBRA_PRINT_SCHEMA=1 npx vitest run packages/server/src/platform/tenancy.test.ts
    if (process.env['KOLIBRA_PRINT_SCHEMA'] === '1') writeFileSync(path, printed)
    expect(readFileSync(path, 'utf8')).toBe(printed)
  })

  test('every table is fenced, for its owner too', async () => {
    const { rows } = await admin.query(
      `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'kolibra' AND c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
    )
    expect(rows).toEqual([])
    expect((await listTables()).length).toBeGreaterThan(20)
  })

  test('workspace_id stands first in every key, unique index and foreign key', async () => {
    const { rows } = await admin.query(
      `SELECT c.relname, x.indexrelid::regclass::text AS index FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
       WHERE n.nspname = 'kolibra' AND a.attname <> 'workspace_id'
       UNION ALL
       SELECT c.relname, k.conname::text FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
       WHERE n.nspname = 'kolibra' AND k.contype = 'f' AND a.attname <> 'workspace_id'`,
    )
    expect(rows).toEqual([])
  })

  test('the role that answers requests is bound and owns nothing', async () => {
    const { rows } = await admin.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname IN ('kolibra_app', 'kolibra_owner')`,
    )
    const bound = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }
    expect(rows).toEqual([bound, bound])
    const owned = await admin.query(`SELECT relname FROM pg_class WHERE relowner = 'kolibra_app'::regrole`)
    expect(owned.rows).toEqual([])
  })

  test('a role that row-level security does not bind is refused at the start', async () => {
    const superuser = openDatabase(house.adminUrl, { size: 1, onLost: () => undefined })
    await expect(refuseUnfencedRole(superuser.pool)).rejects.toThrow(RefusedStart)
    await superuser.db.destroy()
    const owner = openDatabase(house.ownerUrl, { size: 1, onLost: () => undefined })
    await expect(refuseUnfencedRole(owner.pool)).rejects.toThrow(/tables of its own/)
    await owner.db.destroy()
  })
})

describe.each(['app', 'owner'] as const)('the role of %s', (role) => {
  const db = () => (role === 'app' ? house.server.app : house.server.owner)

  test('sees nothing without a workspace', async () => {
    for (const table of await listTables()) {
      const rows = await inFence(db(), { workspaceId: null, userId: null }, (tx) => sql`SELECT 1 FROM ${sql.table(table)}`.execute(tx))
      expect({ table, rows: rows.rows }).toEqual({ table, rows: [] })
    }
  })

  test('sees only its own workspace', async () => {
    const rows = await inFence(db(), { workspaceId: mine, userId: null }, (tx) =>
      tx.selectFrom('workspaces').select('workspace_id').execute(),
    )
    expect(rows).toEqual([{ workspace_id: mine }])
  })

  test('cannot write into another workspace', async () => {
    const write = inFence(db(), { workspaceId: mine, userId: null }, (tx) =>
      sql`INSERT INTO suppressions (workspace_id, platform, account_hash, created_at) VALUES (${theirs}::uuid, 'douyin', 'x', now())`.execute(
        tx,
      ),
    )
    await expect(write).rejects.toThrow(/row-level security/)
    const change = await inFence(db(), { workspaceId: mine, userId: null }, (tx) =>
      tx.updateTable('workspaces').set({ name: 'taken over' }).where('workspace_id', '=', theirs).executeTakeFirst(),
    )
    expect(change.numUpdatedRows).toBe(0n)
  })

  test('the setting ends with the transaction', async () => {
    await inFence(db(), { workspaceId: mine, userId: null }, (tx) => tx.selectFrom('workspaces').selectAll().execute())
    const { rows } = await sql<{ held: string | null }>`SELECT current_setting('app.workspace_id', true) AS held`.execute(db())
    expect(rows[0]?.held ?? '').toBe('')
  })
})

describe('staging of imports', () => {
  test('rows staged for one workspace cannot be moved into another', async () => {
    const rowId = '01a20000-0000-7000-8000-000000000001'
    const move = inFence(house.server.owner, { workspaceId: mine, userId: null }, async (tx) => {
      await openStaging({ tx } as Context)
      await sql`INSERT INTO staged_rows (target, row_id, first_row_id, platform, own_id, tab, observed_values)
        VALUES ('account', ${rowId}, ${rowId}, 'douyin', '1', '', '{}')`.execute(tx)
      await sql`INSERT INTO creators SELECT ${theirs}::uuid, row_id, platform, own_id, now() FROM staged_rows`.execute(tx)
    })
    await expect(move).rejects.toThrow(/row-level security/)
  })

  test('is gone with its transaction', async () => {
    await inFence(house.server.owner, { workspaceId: mine, userId: null }, (tx) => openStaging({ tx } as Context))
    const { rows } = await sql`SELECT relname FROM pg_class WHERE relname = 'staged_rows'`.execute(house.server.owner)
    expect(rows).toEqual([])
  })

  test('a request can ask for jobs in its own workspace only', async () => {
    const ask = (workspaceId: string) =>
      inFence(house.server.app, { workspaceId: mine, userId: null }, (tx) =>
        sql`SELECT enqueue_job('creators.refresh_rows', ${JSON.stringify({ workspaceId, subjectId: null })}::json, ${workspaceId})`.execute(
          tx,
        ),
      )
    await expect(ask(theirs)).rejects.toThrow(/workspace of the transaction/)
    await expect(ask(mine)).resolves.toBeDefined()
  })
})
