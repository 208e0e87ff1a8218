import { accountSchema, applyCorrections, typeOf, type Account } from '@kolibra/core/creators'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { assembleAccount, type FiledPassport, type PassportLookup, type StoredObservation } from './assemble-account.ts'
import { listCorrections } from './correction-store.ts'
import { COUNTS_AS_OF } from './counts-as-of.ts'
import { readValues } from './observed-values.ts'
import { splitAccount } from './split-account.ts'
import { loadTiers } from './tier-store.ts'

/** An account together with the id it has in this workspace. */
export interface StoredCreator {
  readonly id: string
  readonly account: Account
}

/** Finds a creator by the platform's own id. */
export async function findCreatorId(ctx: Context, platform: string, accountId: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('creators')
    .select('creator_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('platform', '=', platform)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.creator_id ?? null
}

/** Keeps one typed-in account, as of now: identity, the person's own columns, and its values as observations. False when somebody was first. */
export async function insertCreator(ctx: Context, id: string, account: Account): Promise<boolean> {
  const keys = { workspace_id: ctx.workspaceId, creator_id: id }
  const { platform, accountId, displayName, handle, region, verification, person, bio } = account
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('creators')
    .values({
      ...keys,
      platform,
      account_id: accountId,
      created_at: ctx.now,
      display_name: displayName,
      handle,
      region,
      verification,
      bio,
      person: JSON.stringify(person),
      observed_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'platform', 'account_id']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  const rows = splitAccount(account, { source: 'typed', now: ctx.now }).map(
    ({ kind, source, tab, period, noteType, flow, observedAt, values }) => ({
      ...keys,
      observation_id: ctx.mintId(),
      import_id: null,
      kind,
      source,
      tab,
      period,
      note_type: noteType,
      flow,
      observed_at: observedAt,
      observed_values: JSON.stringify(values),
    }),
  )
  await ctx.tx.insertInto('creator_observations').values(rows).execute()
  return true
}

/** Ids of creators in their order: those after one, those an import spoke of or brought posts of, so many at most. */
export async function listCreatorIds(
  ctx: Context,
  { after, importId, limit }: { after: string | null; importId: string | null; limit: number },
): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('creators')
    .select('creator_id')
    .where('workspace_id', '=', ctx.workspaceId)
    // Of whoever was erased only the account's row is left, for the contracts that hang on it: nobody to be found.
    .where('account_id', 'not like', 'erased:%')
    .$if(after !== null, (query) => query.where('creator_id', '>', after ?? ''))
    .$if(importId !== null, (query) =>
      query.where(({ or, exists, selectFrom }) =>
        or([
          exists(
            selectFrom('creator_observations')
              .select('observation_id')
              .whereRef('creator_observations.workspace_id', '=', 'creators.workspace_id')
              .whereRef('creator_observations.creator_id', '=', 'creators.creator_id')
              .where('import_id', '=', importId),
          ),
          sql<boolean>`(creators.platform, creators.account_id) IN (
            SELECT posts.platform, posts.account_id FROM post_observations AS seen JOIN posts USING (workspace_id, post_id)
            WHERE seen.workspace_id = ${ctx.workspaceId} AND seen.import_id = ${importId} AND posts.account_id IS NOT NULL)`,
        ]),
      ),
    )
    .orderBy('creator_id')
    .limit(limit)
    .execute()
  return rows.map(({ creator_id }) => creator_id)
}

/** Accounts of the given creators, or of all when `ids` is null, put together from their observations. */
export async function loadAccounts(ctx: Context, ids: readonly string[] | null): Promise<StoredCreator[]> {
  if (ids !== null && ids.length === 0) return []
  const identities = await readIdentities(ctx, ids)
  const observations = await readObservations(ctx, ids)
  const importIds = new Set([...observations.values()].flatMap((list) => list.flatMap(({ importId }) => importId ?? [])))
  const passportOf = await readPassports(ctx, [...importIds])
  const { table } = await loadTiers(ctx)
  const corrections = await listCorrections(ctx, ids)
  return identities.map(({ id, ...identity }) => {
    const account = applyCorrections(assembleAccount(identity, observations.get(id) ?? [], passportOf), corrections.get(id) ?? [])
    return { id, account: { ...account, creatorType: typeOf(account, table) } }
  })
}

const NOBODY = { gender: null, ageBand: null, languages: [] }

async function readIdentities(ctx: Context, ids: readonly string[] | null) {
  const rows = await ctx.tx
    .selectFrom('creators')
    .select(['creator_id', 'platform', 'account_id', 'display_name', 'handle', 'region', 'verification', 'person', 'bio'])
    .where('workspace_id', '=', ctx.workspaceId)
    .$if(ids !== null, (query) => query.where('creator_id', 'in', ids ?? []))
    .$if(ids === null, (query) => query.where('account_id', 'not like', 'erased:%'))
    .orderBy('creator_id')
    .execute()
  return rows.map((row) => ({
    id: row.creator_id,
    platform: row.platform,
    accountId: row.account_id,
    displayName: row.display_name,
    handle: row.handle,
    region: row.region,
    verification: row.verification,
    bio: row.bio,
    person: accountSchema.shape.person.parse(row.person ?? NOBODY),
  }))
}

async function readObservations(ctx: Context, ids: readonly string[] | null): Promise<Map<string, StoredObservation[]>> {
  const rows = await ctx.tx
    .selectFrom('creator_observations as observation')
    .leftJoin('imports', (join) =>
      join.onRef('imports.workspace_id', '=', 'observation.workspace_id').onRef('imports.import_id', '=', 'observation.import_id'),
    )
    .leftJoin('observation_layouts as meant', (join) =>
      join.onRef('meant.workspace_id', '=', 'observation.workspace_id').onRef('meant.import_id', '=', 'observation.import_id'),
    )
    .selectAll('observation')
    .select('meant.layout')
    .where('observation.workspace_id', '=', ctx.workspaceId)
    .$if(ids !== null, (query) => query.where('creator_id', 'in', ids ?? []))
    .orderBy('creator_id')
    .orderBy(sql`${COUNTS_AS_OF} NULLS FIRST`)
    .orderBy('observation_id')
    .execute()
  const byCreator = new Map<string, StoredObservation[]>()
  for (const row of rows) {
    const list = byCreator.get(row.creator_id) ?? []
    list.push({
      kind: row.kind,
      importId: row.import_id,
      source: row.source,
      tab: row.tab,
      period: row.period,
      noteType: row.note_type,
      flow: row.flow,
      observedAt: row.observed_at,
      values: readValues(row),
    })
    byCreator.set(row.creator_id, list)
  }
  return byCreator
}

async function readPassports(ctx: Context, importIds: readonly string[]): Promise<PassportLookup> {
  const rows = await ctx.tx
    .selectFrom('import_columns')
    .innerJoin('imports', (join) =>
      join.onRef('imports.workspace_id', '=', 'import_columns.workspace_id').onRef('imports.import_id', '=', 'import_columns.import_id'),
    )
    .selectAll('import_columns')
    .select('imports.content_hash')
    .where('import_columns.workspace_id', '=', ctx.workspaceId)
    .where(sql<boolean>`import_columns.import_id = ANY(${importIds}::uuid[])`)
    .execute()
  const named = new Map<string, FiledPassport>()
  const placed = new Map<string, FiledPassport>()
  for (const row of rows) {
    const passport = {
      column: row.column_name,
      metric: row.metric,
      tab: row.tab,
      unit: row.unit,
      proof: row.proof,
      definition: row.definition,
      formula: row.formula,
      period: row.period,
      noteType: row.note_type,
      flow: row.flow,
      fileId: `sha256:${row.content_hash}`,
    }
    named.set(JSON.stringify([row.import_id, row.tab, row.column_name, row.metric]), passport)
    placed.set(`${row.import_id} ${row.place}`, passport)
  }
  return {
    named: ({ importId, tab, column, metric }) => named.get(JSON.stringify([importId, tab, column, metric])),
    placed: (importId, place) => placed.get(`${importId} ${place}`),
  }
}
