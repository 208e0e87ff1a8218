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
  'target, row_id, first_row_id, platform, own_id, display_name, handle, region, verification, identity, tab, observed_at, observed_values'

/**
 * Makes the place where rows of an import are staged, empty; it goes with the transaction, in which there may be several imports. Only the owner
 * role may move rows on.
 */
export async function openStaging(ctx: Context): Promise<void> {
  await sql`
    CREATE TEMPORARY TABLE IF NOT EXISTS staged_rows (
      target text NOT NULL,
      row_id uuid NOT NULL,
      -- The id the thing has in the workspace, once it was found there.
      thing_id uuid,
      -- A thing seen at several times comes in several rows; the first carries its identity and, if it is new, gives it its id.
      first_row_id uuid NOT NULL,
      platform text NOT NULL,
      own_id text NOT NULL,
      display_name text,
      handle text,
      region text,
      verification text,
      identity jsonb,
      tab text NOT NULL,
      observed_at text,
      observed_values jsonb NOT NULL
    ) ON COMMIT DROP`.execute(ctx.tx)
  await clearStaging(ctx)
}

/** Rows as the copy protocol takes them. */
export function writeRows(rows: readonly StagedRow[]): string {
  let text = ''
  for (const row of rows) text += writeRow(row)
  return text
}

/** Copies the texts of writeRows into the place that openStaging made, which may hold a few thousand rows at a time. */
export async function stageRows(ctx: Context, texts: readonly string[]): Promise<void> {
  const feed = new CopyFeed(oneByOne(texts))
  await ctx.tx.executeQuery(CompiledQuery.raw(`COPY staged_rows (${COLUMNS}) FROM STDIN`, [feed]))
}

async function* oneByOne(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts
}

function writeRow(row: StagedRow): string {
  const names = `${textOf(row.displayName)}\t${textOf(row.handle)}\t${textOf(row.region)}\t${textOf(row.verification)}`
  const head = `${row.target}\t${row.rowId}\t${row.firstRowId}\t${escape(row.platform)}\t${escape(row.ownId)}`
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

/** Makes room for the next rows. */
export async function clearStaging(ctx: Context): Promise<void> {
  await sql`TRUNCATE staged_rows`.execute(ctx.tx)
}

const HOLDERS = {
  account: { table: sql.table('creators'), id: sql.ref('creator_id'), ownId: sql.ref('account_id') },
  post: { table: sql.table('posts'), id: sql.ref('post_id'), ownId: sql.ref('platform_post_id') },
} as const

/**
 * Notes which staged things the workspace holds already, and keeps those from being deleted until the import ends; refused with
 * `state.lost_race` when one was deleted in this moment. Returns how many things are new and how many were found.
 */
export async function findStagedThings(ctx: Context, target: keyof typeof HOLDERS): Promise<{ fresh: number; found: number }> {
  const { table, id, ownId } = HOLDERS[target]
  // A few thousand rows against a million: one look into the index for each, whatever the planner believes of a table made just now.
  await sql`
    UPDATE staged_rows SET thing_id = looked.thing_id FROM (
      SELECT row_id, (SELECT held.${id} FROM ${table} AS held WHERE held.workspace_id = ${ctx.workspaceId}::uuid
        AND held.platform = staged.platform AND held.${ownId} = staged.own_id) AS thing_id
      FROM staged_rows AS staged WHERE target = ${target} AND thing_id IS NULL OFFSET 0) AS looked
    WHERE looked.thing_id IS NOT NULL AND staged_rows.row_id = looked.row_id`.execute(ctx.tx)
  const { rows } = await sql<{ fresh: number; ids: string[] | null }>`
    SELECT count(*) FILTER (WHERE thing_id IS NULL)::int AS fresh, array_agg(thing_id) FILTER (WHERE thing_id IS NOT NULL) AS ids
    FROM staged_rows WHERE target = ${target} AND row_id = first_row_id`.execute(ctx.tx)
  const { fresh = 0, ids } = rows[0] ?? {}
  const found = ids?.length ?? 0
  if (found > 0) {
    const locked = await sql`SELECT FROM ${table} AS held WHERE held.workspace_id = ${ctx.workspaceId}::uuid
      AND held.${id} = ANY(${ids}::uuid[]) FOR KEY SHARE`.execute(ctx.tx)
    if (locked.rows.length < found) throw new RequestError('state.lost_race')
  }
  return { fresh, found }
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
