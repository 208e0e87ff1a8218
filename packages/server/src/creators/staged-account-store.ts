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
  const { found } = await insertCreators(ctx, hope)
  if (found > 0) await updateCreators(ctx)
  await sql`
    INSERT INTO creator_observations (workspace_id, creator_id, observation_id, import_id, kind, source, tab, observed_at, observed_values,
      slots, mcn, categories)
    SELECT ${ctx.workspaceId}::uuid, coalesce(thing_id, first_row_id), row_id, ${importId}::uuid, 'account', ${source}, tab, observed_at,
      observed_values, slots, mcn, categories
    FROM staged_rows WHERE target = 'account'`.execute(ctx.tx)
}

const newCreators = (ctx: Context) => sql`
  INSERT INTO creators (workspace_id, creator_id, platform, account_id, created_at, display_name, handle, region, verification, person, bio,
    observed_at)
  SELECT ${ctx.workspaceId}::uuid, row_id, platform, own_id, ${ctx.now}::timestamptz, display_name, handle, region, verification, identity, bio,
    coalesce(observed_at, ${ctx.now}::text)
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

/** Names of creators that were held before: the newest stand. */
async function updateCreators(ctx: Context): Promise<void> {
  await sql`
    UPDATE creators AS known SET
      ${sql.join(NAMES.map(takeNewer))},
      person = nullif(CASE WHEN ${IS_OLDER} THEN ${wholePerson('brought')} || ${saidIn('known')}
        ELSE ${wholePerson('known')} || ${saidIn('brought')} END, ${NOBODY}),
      observed_at = greatest(known.observed_at, brought.observed_at)
    FROM (
      SELECT thing_id, display_name, handle, region, verification, bio, identity AS person, coalesce(observed_at, ${ctx.now}::text) AS observed_at
      FROM staged_rows WHERE target = 'account' AND row_id = first_row_id AND thing_id IS NOT NULL) AS brought
    WHERE known.workspace_id = ${ctx.workspaceId}::uuid AND known.creator_id = brought.thing_id`.execute(ctx.tx)
}

const NAMES = ['display_name', 'handle', 'region', 'verification', 'bio'] as const
const IS_OLDER = sql`brought.observed_at < known.observed_at`
const NOBODY = sql`'{"gender": null, "ageBand": null, "languages": []}'::jsonb`

/** An older export only fills what is not known. */
function takeNewer(column: (typeof NAMES)[number]) {
  const [known, brought] = [sql.ref(`known.${column}`), sql.ref(`brought.${column}`)]
  return sql`${sql.ref(column)} = CASE WHEN ${IS_OLDER} THEN coalesce(${known}, ${brought}) ELSE coalesce(${brought}, ${known}) END`
}

function wholePerson(row: 'known' | 'brought') {
  return sql`coalesce(${sql.ref(`${row}.person`)}, ${NOBODY})`
}

/** What is said of a person: neither null nor an empty list. */
function saidIn(row: 'known' | 'brought') {
  const person = wholePerson(row)
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
