import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import { DatabaseError, Pool, types } from 'pg'
import { withCopy } from './copy-in.ts'
import type { Database } from './database-schema.ts'
import { RefusedStart } from './refused-start.ts'

const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184

// Fen fit a double exactly; moments leave as ISO with Z; days stay days.
types.setTypeParser(INT8, Number)
types.setTypeParser(DATE, (day) => day)
types.setTypeParser(TIMESTAMPTZ, (moment) => new Date(moment).toISOString())

/** A pool of connections of one role, and the query builder on it. */
export interface OpenDatabase {
  readonly pool: Pool
  readonly db: Kysely<Database>
}

/** Opens a pool. A connection that dies while idle is reported and replaced; it never ends the process. */
export function openDatabase(url: string, { size, onLost }: { size: number; onLost: (error: Error) => void }): OpenDatabase {
  const pool = new Pool({
    connectionString: url,
    max: size,
    options: '-c search_path=kolibra -c timezone=UTC',
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', onLost)
  pool.on('connect', (client) => {
    client.on('error', onLost)
  })
  return { pool, db: new Kysely<Database>({ dialect: new PostgresDialect({ pool: withCopy(pool) }) }) }
}

/** Whose rows a transaction may see. */
export interface Fence {
  readonly workspaceId: string | null
  readonly userId: string | null
}

/** Runs a transaction inside one workspace's fence; row-level security does the rest. A throw rolls back. */
export async function inFence<T>(db: Kysely<Database>, fence: Fence, work: (tx: Transaction<Database>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('app.workspace_id', ${fence.workspaceId ?? ''}, true), set_config('app.user_id', ${fence.userId ?? ''}, true)`.execute(
      tx,
    )
    return work(tx)
  })
}

/** Refuses to serve with a role that row-level security does not bind. */
export async function refuseUnfencedRole(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; unbound: boolean; owns: boolean }>(
    `SELECT rolname AS name, (rolsuper OR rolbypassrls) AS unbound,
       EXISTS (SELECT FROM pg_tables WHERE schemaname = 'kolibra' AND tableowner = current_user) AS owns
     FROM pg_roles WHERE rolname = current_user`,
  )
  const role = rows[0]
  if (role === undefined || role.unbound || role.owns)
    throw new RefusedStart(
      `The role ${role?.name ?? ''} that would answer requests is not bound by row-level security; give it neither SUPERUSER nor BYPASSRLS nor tables of its own.`,
    )
}

/** Whether PostgreSQL refused a value (class 22 of its codes): a number beyond the column, a moment that is none. */
export function isDataException(error: unknown): boolean {
  return error instanceof DatabaseError && error.code?.startsWith('22') === true
}

// Connection classes of PostgreSQL (08), its shutting down and starting up (57P01 to 57P03), too many clients, and the system's own words.
const UNREACHABLE = /^(?:08|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ETIMEDOUT)/

/** Whether there was no connection to be had: all are busy for too long, or the database does not answer. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  // pg-pool gives its own complaint no code.
  return 'code' in error && typeof error.code === 'string' ? UNREACHABLE.test(error.code) : error.message.startsWith('timeout exceeded')
}

/** Resolves when the database answers. */
export async function pingDatabase(pool: Pool): Promise<void> {
  await pool.query('SELECT 1')
}
