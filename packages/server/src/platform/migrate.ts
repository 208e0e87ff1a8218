import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { runMigrations } from 'graphile-worker'
import { needUpward } from './find-folder.ts'
import { RefusedStart } from './refused-start.ts'
import { keyedHash } from './secrets.ts'

/** Where the two roles of the product connect. */
export interface RoleUrls {
  readonly ownerUrl: string
  readonly appUrl: string
}

const MIGRATION_LOCK = 4_700_001
const OLDEST_VERSION = 150_000

/** Addresses of both roles. Their passwords follow from the administrator's, so that every machine with the URL finds the same ones. */
export function roleUrls(adminUrl: string, folderSecret: string): RoleUrls {
  const secret = new URL(adminUrl).password || folderSecret
  const urlOf = (role: string) => {
    const url = new URL(adminUrl)
    url.username = role
    url.password = keyedHash(secret, role)
    return url.href
  }
  return { ownerUrl: urlOf('kolibra_owner'), appUrl: urlOf('kolibra_app') }
}

/**
 * Makes roles and schema where they are missing and applies the migrations that are new, those after `last` not (null: all). Safe to run
 * twice and from two machines.
 */
export async function migrateDatabase(adminUrl: string, urls: RoleUrls, last: string | null = null): Promise<{ applied: string[] }> {
  await prepareRoles(adminUrl, urls)
  await runMigrations({ connectionString: urls.ownerUrl, schema: 'graphile_worker' })
  const client = await connect(urls.ownerUrl)
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    return { applied: await applyMigrations(client, last) }
  } finally {
    await client.end()
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) {
    const { host } = new URL(url)
    throw new RefusedStart(`The database at ${host} does not answer as asked: ${error instanceof Error ? error.message : String(error)}`)
  }
  return client
}

async function prepareRoles(adminUrl: string, urls: RoleUrls): Promise<void> {
  const admin = await connect(adminUrl)
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await refuseOldServer(admin)
    await makeRole(admin, 'kolibra_owner', urls.ownerUrl)
    await makeRole(admin, 'kolibra_app', urls.appUrl)
    const { database } = (await admin.query<{ database: string }>('SELECT current_database() AS database')).rows[0] ?? { database: '' }
    const name = admin.escapeIdentifier(database)
    await admin.query(`GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${name} TO kolibra_owner`)
    await admin.query(`GRANT CONNECT ON DATABASE ${name} TO kolibra_app`)
    await allowBulkMoves(admin)
  } finally {
    await admin.end()
  }
}

async function refuseOldServer(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ version: string; may_create: boolean }>(
    `SELECT current_setting('server_version_num') AS version, (rolsuper OR rolcreaterole) AS may_create FROM pg_roles WHERE rolname = current_user`,
  )
  const row = rows[0]
  if (Number(row?.version ?? 0) < OLDEST_VERSION)
    throw new RefusedStart('This database is older than PostgreSQL 15; give a newer one with --database-url.')
  if (row?.may_create !== true)
    throw new RefusedStart(
      'The account in --database-url may not create roles, and Kolibra needs two of its own (kolibra_owner, kolibra_app) to keep workspaces apart; use an account with CREATEROLE for `kolibra migrate` and `serve`.',
    )
}

// A large import locks what it refers to itself and need not have every key looked up again (see staging-store.ts).
async function allowBulkMoves(admin: Client): Promise<void> {
  const { rows } = await admin.query<{ may: boolean }>(`SELECT rolsuper AS may FROM pg_roles WHERE rolname = current_user`)
  if (rows[0]?.may === true) await admin.query('GRANT SET ON PARAMETER session_replication_role TO kolibra_owner')
}

async function makeRole(admin: Client, role: string, url: string): Promise<void> {
  const password = admin.escapeLiteral(new URL(url).password)
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
  if (rowCount === 0) await admin.query(`CREATE ROLE ${role} LOGIN NOINHERIT`)
  await admin.query(`ALTER ROLE ${role} PASSWORD ${password}`)
}

async function applyMigrations(client: Client, last: string | null): Promise<string[]> {
  await client.query('CREATE SCHEMA IF NOT EXISTS kolibra AUTHORIZATION kolibra_owner')
  await client.query('CREATE SCHEMA IF NOT EXISTS kolibra_history')
  await client.query(
    'CREATE TABLE IF NOT EXISTS kolibra_history.migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
  )
  await client.query('GRANT USAGE ON SCHEMA kolibra TO kolibra_app')
  await client.query('SET search_path = kolibra')
  const done = new Set((await client.query<{ name: string }>('SELECT name FROM kolibra_history.migrations')).rows.map((row) => row.name))
  const folder = needUpward('packages/server/migrations')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  refuseNewerDatabase(done, files)
  const applied = files.filter((name) => !done.has(name) && (last === null || name <= last))
  for (const name of applied) await applyMigration(client, name, readFileSync(join(folder, name), 'utf8'))
  return applied
}

function refuseNewerDatabase(done: ReadonlySet<string>, files: readonly string[]): void {
  const strange = [...done].find((name) => !files.includes(name))
  if (strange !== undefined)
    throw new RefusedStart(`This database was already moved on by a newer Kolibra (${strange}); start that version.`)
}

async function applyMigration(client: Client, name: string, text: string): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(text)
    await client.query('INSERT INTO kolibra_history.migrations (name) VALUES ($1)', [name])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}
