import { CompiledQuery, sql } from 'kysely'
import type { Context } from './context.ts'
import { CopyFeed } from './copy-in.ts'
import { RequestError } from './request-error.ts'

/** One row on its way in; ids are the workspace's own, texts as they were understood, objects are kept as JSON. */
export interface StagedRow {
  readonly target: 'account' | 'post' | 'comment' | 'daily'
  readonly rowId: string
  /** `rowId` of the first row of the same thing: a new thing takes it as its own id. */
  readonly firstRowId: string
  readonly platform: string
  readonly ownId: string
  readonly displayName: string | null
  readonly handle: string | null
  readonly region: string | null
  readonly verification: string | null
  readonly identity: object | null
  readonly tab: string
  readonly observedAt: string | null
  readonly values: object
}

const COLUMNS =
  'import_id, target, row_id, first_row_id, platform, own_id, display_name, handle, region, verification, identity, tab, observed_at, observed_values'

/** Copies rows of an import into the unlogged staging table. Only the owner role may; a crash empties it. */
export async function stageRows(ctx: Context, importId: string, batches: AsyncIterable<readonly StagedRow[]>): Promise<void> {
  const feed = new CopyFeed(writeBatches(importId, batches))
  await ctx.tx.executeQuery(CompiledQuery.raw(`COPY kolibra_staging.import_rows (${COLUMNS}) FROM STDIN`, [feed]))
}

async function* writeBatches(importId: string, batches: AsyncIterable<readonly StagedRow[]>): AsyncGenerator<string> {
  for await (const rows of batches) {
    let text = ''
    for (const row of rows) text += writeRow(importId, row)
    yield text
  }
}

function writeRow(importId: string, row: StagedRow): string {
  const names = `${textOf(row.displayName)}\t${textOf(row.handle)}\t${textOf(row.region)}\t${textOf(row.verification)}`
  const head = `${importId}\t${row.target}\t${row.rowId}\t${row.firstRowId}\t${escape(row.platform)}\t${escape(row.ownId)}`
  const identity = row.identity === null ? NULL : escape(JSON.stringify(row.identity))
  return `${head}\t${names}\t${identity}\t${escape(row.tab)}\t${textOf(row.observedAt)}\t${escape(JSON.stringify(row.values))}\n`
}

const NULL = '\\N'
const SPECIAL = /[\\\t\n\r]/
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const textOf = (text: string | null) => (text === null ? NULL : escape(text))

function escape(text: string): string {
  return SPECIAL.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign) : text
}

/** Takes the import's rows out again, at the end of its transaction. */
export async function clearStaging(ctx: Context, importId: string): Promise<void> {
  await sql`DELETE FROM kolibra_staging.import_rows WHERE import_id = ${importId}::uuid`.execute(ctx.tx)
}

const HOLDERS = {
  account: { table: sql.table('creators'), id: sql.ref('creator_id'), ownId: sql.ref('account_id') },
  post: { table: sql.table('posts'), id: sql.ref('post_id'), ownId: sql.ref('platform_post_id') },
} as const

/**
 * Notes which staged things the workspace holds already, and keeps those from being deleted until the import ends; refused with
 * `state.lost_race` when one was deleted in this moment. Returns how many things are new.
 */
export async function findStagedThings(ctx: Context, importId: string, target: keyof typeof HOLDERS): Promise<number> {
  const { table, id, ownId } = HOLDERS[target]
  await sql`
    UPDATE kolibra_staging.import_rows AS staged SET thing_id = held.${id} FROM ${table} AS held
    WHERE staged.import_id = ${importId}::uuid AND staged.target = ${target} AND thing_id IS NULL
      AND held.workspace_id = ${ctx.workspaceId}::uuid AND held.platform = staged.platform AND held.${ownId} = staged.own_id`.execute(
    ctx.tx,
  )
  const { rows } = await sql<{ fresh: number; found: number; locked: number }>`
    WITH staged AS (SELECT thing_id FROM kolibra_staging.import_rows WHERE import_id = ${importId}::uuid AND target = ${target} AND row_id = first_row_id),
      locked AS (SELECT 1 FROM ${table} AS held WHERE held.workspace_id = ${ctx.workspaceId}::uuid
        AND held.${id} IN (SELECT thing_id FROM staged WHERE thing_id IS NOT NULL) FOR KEY SHARE OF held)
    SELECT count(*) FILTER (WHERE thing_id IS NULL)::int AS fresh, count(thing_id)::int AS found, (SELECT count(*)::int FROM locked) AS locked
    FROM staged`.execute(ctx.tx)
  const { fresh = 0, found = 0, locked = 0 } = rows[0] ?? {}
  if (locked < found) throw new RequestError('state.lost_race')
  return fresh
}

/**
 * Lets the statements that follow in this transaction skip the row-by-row check of foreign keys where this role may: every id they insert
 * was inserted or locked in the same transaction. Where the administrator could not allow it, the checks stay and an import takes longer.
 */
export async function trustStagedIds(ctx: Context): Promise<void> {
  await sql`SELECT 1 FROM workspaces WHERE workspace_id = ${ctx.workspaceId}::uuid FOR KEY SHARE`.execute(ctx.tx)
  await sql`SELECT set_config('session_replication_role', 'replica', true)
    WHERE has_parameter_privilege('session_replication_role', 'SET')`.execute(ctx.tx)
}

/** Ends what trustStagedIds began: keys are checked again. */
export async function checkKeysAgain(ctx: Context): Promise<void> {
  await sql`SELECT set_config('session_replication_role', 'origin', true)
    WHERE has_parameter_privilege('session_replication_role', 'SET')`.execute(ctx.tx)
}
