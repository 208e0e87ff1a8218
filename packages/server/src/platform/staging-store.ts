import { CompiledQuery, sql, type RawBuilder } from 'kysely'
import type { Context } from './context.ts'
import { CopyFeed } from './copy-in.ts'
import type { CopyRows } from './copy-rows.ts'
import { RequestError } from './request-error.ts'

/**
 * One row on its way in; ids are the workspace's own, texts as they were understood, objects are kept as JSON. What it says stands in `values`, or
 * in `slots` with `mcn` and `categories` beside them.
 */
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
  readonly bio?: string | null
  /** Null for an account of which nothing more is known. */
  readonly identity: object | null
  readonly tab: string
  readonly observedAt: string | null
  readonly values: object | null
  /** Numbers in the order that the import's layout gives; NaN: nothing said. */
  readonly slots?: Float64Array | null
  readonly mcn?: string | null
  readonly categories?: readonly string[] | null
}

const COLUMNS = `target, row_id, first_row_id, platform, own_id, display_name, handle, region, verification, bio, identity, tab, observed_at,
  observed_values, slots, mcn, categories`
const COLUMN_COUNT = COLUMNS.split(',').length

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
      bio text,
      identity jsonb,
      tab text NOT NULL,
      observed_at text,
      observed_values jsonb,
      slots float8[],
      mcn text,
      categories text[]
    ) ON COMMIT DROP`.execute(ctx.tx)
  await clearStaging(ctx)
}

/** Writes a row for `stageRows`. */
export function writeStagedRow(into: CopyRows, row: StagedRow): void {
  into.startRow(COLUMN_COUNT)
  into.text(row.target)
  into.uuid(row.rowId)
  into.uuid(row.firstRowId)
  for (const text of [row.platform, row.ownId, row.displayName, row.handle, row.region, row.verification, row.bio ?? null]) into.text(text)
  into.json(row.identity)
  into.text(row.tab)
  into.text(row.observedAt)
  into.json(row.values)
  into.numbers(row.slots ?? null)
  into.text(row.mcn ?? null)
  into.texts(row.categories ?? null)
}

/** Copies rows that `writeStagedRow` wrote into the place that openStaging made, which may hold some thousands at a time. */
export async function stageRows(ctx: Context, blocks: readonly Uint8Array[]): Promise<void> {
  const feed = new CopyFeed(oneByOne(blocks))
  await ctx.tx.executeQuery(CompiledQuery.raw(`COPY staged_rows (${COLUMNS}) FROM STDIN (FORMAT binary)`, [feed]))
}

async function* oneByOne(blocks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* blocks
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
 * Runs a statement that puts in everything as new; false, with nothing done, where something was there already. Cheaper than a look for every
 * row when none is there.
 */
export async function putInAsNew(ctx: Context, insert: RawBuilder<unknown>): Promise<boolean> {
  await sql`SAVEPOINT as_new`.execute(ctx.tx)
  try {
    await insert.execute(ctx.tx)
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    await sql`ROLLBACK TO SAVEPOINT as_new`.execute(ctx.tx)
    return false
  }
  await sql`RELEASE SAVEPOINT as_new`.execute(ctx.tx)
  return true
}

// PostgreSQL, appendix A: unique_violation.
const isUniqueViolation = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23505'

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
