import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { findStagedThings, putInAsNew } from '../platform/staging-store.ts'
import type { StoredSlots } from './observed-values.ts'
import type { ColumnPassport } from './split-account.ts'

/** Which import is moved. */
export interface StagedImport {
  readonly importId: string
  readonly source: string
}

/** Whether the next accounts are hoped to be new: those before them were. */
export interface NewHope {
  areNew: boolean
}

/**
 * Moves the staged accounts of an import into the workspace of the transaction. Runs as the owner role. The workspace is a constant of
 * every INSERT … SELECT, and row-level security checks it again.
 */
export async function moveAccounts(ctx: Context, { importId, source, hope }: StagedImport & { hope: NewHope }): Promise<void> {
  await insertProfiles(ctx, await insertCreators(ctx, hope))
  await sql`
    INSERT INTO creator_observations (workspace_id, creator_id, observation_id, import_id, kind, source, tab, observed_at, observed_values,
      slots, mcn, categories)
    SELECT ${ctx.workspaceId}::uuid, coalesce(thing_id, first_row_id), row_id, ${importId}::uuid, 'account', ${source}, tab, observed_at,
      observed_values, slots, mcn, categories
    FROM staged_rows WHERE target = 'account'`.execute(ctx.tx)
}

const newCreators = (ctx: Context) => sql`
  INSERT INTO creators (workspace_id, creator_id, platform, account_id, created_at)
  SELECT ${ctx.workspaceId}::uuid, row_id, platform, own_id, ${ctx.now}::timestamptz
  FROM staged_rows WHERE target = 'account' AND row_id = first_row_id AND thing_id IS NULL`

async function insertCreators(ctx: Context, hope: NewHope): Promise<{ found: number }> {
  if (hope.areNew && (await putInAsNew(ctx, newCreators(ctx)))) return { found: 0 }
  const { found } = await findOrInsertCreators(ctx)
  hope.areNew = found === 0
  return { found }
}

// Somebody may type in the same creator between the look and the insert: then the look is repeated and finds that one.
async function findOrInsertCreators(ctx: Context): Promise<{ found: number }> {
  const { fresh, found } = await findStagedThings(ctx, 'account')
  const { numAffectedRows = 0n } = await sql`${newCreators(ctx)} ON CONFLICT (workspace_id, platform, account_id) DO NOTHING`.execute(
    ctx.tx,
  )
  return Number(numAffectedRows) < fresh ? findOrInsertCreators(ctx) : { found }
}

async function insertProfiles(ctx: Context, { found }: { found: number }): Promise<void> {
  const columns = sql`(workspace_id, creator_id, display_name, handle, region, verification, person, bio, observed_at)`
  const rows = sql`
    SELECT ${ctx.workspaceId}::uuid, coalesce(thing_id, row_id), display_name, handle, region, verification,
      coalesce(identity, '{"gender": null, "ageBand": null, "languages": []}'), bio, coalesce(observed_at, ${ctx.now}::text)
    FROM staged_rows WHERE target = 'account' AND row_id = first_row_id`
  await sql`INSERT INTO creator_profiles ${columns} ${rows} AND thing_id IS NULL`.execute(ctx.tx)
  if (found === 0) return
  await sql`
    INSERT INTO creator_profiles AS known ${columns} ${rows} AND thing_id IS NOT NULL
    ON CONFLICT (workspace_id, creator_id) DO UPDATE SET
      ${sql.join(NAMES.map(takeNewer))},
      person = CASE WHEN ${IS_OLDER} THEN excluded.person || ${saidIn('known')} ELSE known.person || ${saidIn('excluded')} END,
      observed_at = greatest(known.observed_at, excluded.observed_at)`.execute(ctx.tx)
}

const NAMES = ['display_name', 'handle', 'region', 'verification', 'bio'] as const
const IS_OLDER = sql`excluded.observed_at < known.observed_at`

/** An older export only fills what is not known. */
function takeNewer(column: (typeof NAMES)[number]) {
  const [known, brought] = [sql.ref(`known.${column}`), sql.ref(`excluded.${column}`)]
  return sql`${sql.ref(column)} = CASE WHEN ${IS_OLDER} THEN coalesce(${known}, ${brought}) ELSE coalesce(${brought}, ${known}) END`
}

/** What is said of a person: neither null nor an empty list. */
function saidIn(row: 'known' | 'excluded') {
  const person = sql.ref(`${row}.person`)
  return sql`jsonb_strip_nulls(CASE WHEN ${person} -> 'languages' = '[]' THEN ${person} - 'languages' ELSE ${person} END)`
}

/** Keeps what the numbers of an import share, one row per column in the order of the numbers. */
export async function insertColumns(ctx: Context, importId: string, passports: readonly ColumnPassport[]): Promise<void> {
  if (passports.length === 0) return
  const rows = passports.map(({ column, metric, noteType, ...passport }, place) => ({
    workspace_id: ctx.workspaceId,
    import_id: importId,
    column_name: column,
    metric,
    note_type: noteType,
    place,
    ...passport,
  }))
  await ctx.tx.insertInto('import_columns').values(rows).execute()
}

/** Keeps what the slots of an import's observations mean. */
export async function keepSlots(ctx: Context, importId: string, slots: StoredSlots | null): Promise<void> {
  if (slots === null) return
  await ctx.tx
    .insertInto('observation_layouts')
    .values({ workspace_id: ctx.workspaceId, import_id: importId, layout: JSON.stringify(slots) })
    .execute()
}
