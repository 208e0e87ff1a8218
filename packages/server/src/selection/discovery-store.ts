import {
  DISCOVERY_FIELD_NAMES,
  DISCOVERY_FIELDS,
  type CellValue,
  type DiscoveryBatch,
  type DiscoveryFieldName,
  type DiscoveryFilter,
  type DiscoveryQuery,
  nameOrder,
  placeOfQuery,
  spellFilters,
  type JoinedIds,
  type PagePlace,
} from '@kolibra/core/selection'
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Context } from '../platform/context.ts'
import { COLUMN_OF } from './creator-row-store.ts'

/** Rows of the database that are turned into one batch of the index: few enough that requests in between do not wait. */
const BATCH = 2000
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

const wordOf = (field: DiscoveryFieldName): RawBuilder<unknown> =>
  field === 'filed' ? sql`CASE filed WHEN true THEN 'filed' WHEN false THEN 'unfiled' END` : sql.ref(COLUMN_OF[field])

/** A list per column: the database writes a third less than with a list per row, and a million rows are never an object each. */
const SELECTED = sql`json_agg(creator_id) AS ids, json_agg(name_key) AS names, json_agg(search_text) AS texts,
  ${sql.join(DISCOVERY_FIELD_NAMES.map((field) => sql`json_agg(${wordOf(field)}) AS ${sql.ref(field)}`))}`

/** What the database says: no list at all where it found no row. */
type SelectedLists = { readonly [list in 'ids' | 'texts']: string[] | null } & { readonly names: (string | null)[] | null } & {
  readonly [field in DiscoveryFieldName]: CellValue[] | null
}

function readLists({ rows: [lists] }: { readonly rows: readonly SelectedLists[] }): DiscoveryBatch {
  const columns = DISCOVERY_FIELD_NAMES.map((field) => lists?.[field] ?? [])
  return { ids: lists?.ids ?? [], names: lists?.names ?? [], texts: lists?.texts ?? [], columns }
}

/** How many rows the workspace has. */
export async function countRows(ctx: Context): Promise<number> {
  const { count } = await ctx.tx
    .selectFrom('creator_rows')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** All rows of the workspace in batches, by id. The database reads the next batch while the caller works on this one. */
export async function* readAllRows(ctx: Context): AsyncGenerator<DiscoveryBatch> {
  for (let next = readBatch(ctx, FIRST_ID); ;) {
    const batch = await next
    const last = batch.ids.at(-1)
    if (last === undefined) return
    next = readBatch(ctx, last)
    yield batch
  }
}

async function readBatch(ctx: Context, after: string): Promise<DiscoveryBatch> {
  return readLists(
    await sql<SelectedLists>`SELECT ${SELECTED} FROM
    (SELECT * FROM creator_rows WHERE workspace_id = ${ctx.workspaceId} AND creator_id > ${after} ORDER BY creator_id LIMIT ${BATCH}) AS next`.execute(
      ctx.tx,
    ),
  )
}

/** The rows of these creators; those that are gone are left out. */
export async function readRows(ctx: Context, ids: readonly string[]): Promise<DiscoveryBatch> {
  return readLists(
    await sql<SelectedLists>`SELECT ${SELECTED} FROM creator_rows
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ANY(${[...ids]}::uuid[])`.execute(ctx.tx),
  )
}

/** The oldest transaction still open: what it and later ones change may not be seen yet. */
export async function readHorizon(ctx: Context): Promise<string> {
  const { rows } = await sql<{ horizon: string }>`SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon`.execute(ctx.tx)
  return rows[0]?.horizon ?? '0'
}

/** Where the next reading of changes starts, and what changed since the given place. */
export interface Changes {
  /** Oldest transaction that was still open: whatever it changes was not seen yet. */
  readonly horizon: string
  readonly changed: readonly { readonly xact: string; readonly id: string }[]
}

/** Changes of all transactions from `since` on, but for those in `seen`; a transaction's changes appear all at once. */
export async function readChanges(ctx: Context, since: string, seen: readonly string[]): Promise<Changes> {
  const { rows } = await sql<{ horizon: string; changed: { xact: string; id: string }[] | null }>`
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon,
      (SELECT json_agg(json_build_object('xact', xact::text, 'id', creator_id)) FROM creator_changes
       WHERE workspace_id = ${ctx.workspaceId} AND xact >= ${since}::xid8 AND NOT xact = ANY(${[...seen]}::xid8[])) AS changed`.execute(
    ctx.tx,
  )
  const row = rows[0]
  return { horizon: row?.horizon ?? since, changed: row?.changed ?? [] }
}

/** Drops what no reader that is still in memory can ask for. */
export async function forgetChanges(ctx: Context, before: string): Promise<void> {
  await ctx.tx.deleteFrom('creator_changes').where('workspace_id', '=', ctx.workspaceId).where('at', '<', before).execute()
}

/** Rows that match, and their order: unknown last, equals by id. */
function ruleOf(ctx: Context, query: DiscoveryQuery, joined: JoinedIds | undefined) {
  const where = sql.join([sql<SqlBool>`workspace_id = ${ctx.workspaceId}`, ...listConditions(query), ...ruleIds(joined)], sql` AND `)
  const column = orderedBy(query.sort)
  const direction = query.isDescending ? sql`DESC` : sql`ASC`
  return { where, order: sql`${column} ${direction} NULLS LAST, creator_id` }
}

/** What stands for a field in an order: words by their characters as in the index, several of them as one text; no words are unknown. */
function orderedBy(sort: DiscoveryQuery['sort']): RawBuilder<unknown> {
  if (sort === 'name') return sql`name_key COLLATE "C"`
  const { kind } = DISCOVERY_FIELDS[sort]
  if (kind === 'number') return wordOf(sort)
  if (kind === 'one') return sql`(${wordOf(sort)}) COLLATE "C"`
  return sql`(SELECT string_agg(DISTINCT word COLLATE "C", chr(1) ORDER BY word COLLATE "C") FROM unnest(${wordOf(sort)}) AS words(word))`
}

function ruleIds(joined: JoinedIds | undefined): RawBuilder<SqlBool>[] {
  if (joined === undefined) return []
  const { only, without } = joined
  return [
    ...(only === null ? [] : [sql<SqlBool>`creator_id = ANY(${[...only]}::uuid[])`]),
    ...(without.length === 0 ? [] : [sql<SqlBool>`NOT creator_id = ANY(${[...without]}::uuid[])`]),
  ]
}

/** Ids of everything that matches, in batches and in order, read from a cursor: a million of them are never held at once. */
export async function* readMatches(ctx: Context, query: DiscoveryQuery, joined: JoinedIds | undefined): AsyncGenerator<string[]> {
  const { where, order } = ruleOf(ctx, query, joined)
  await sql`DECLARE matches NO SCROLL CURSOR FOR SELECT creator_id AS id FROM creator_rows WHERE ${where} ORDER BY ${order}`.execute(ctx.tx)
  for (;;) {
    const { rows } = await sql<{ id: string }>`FETCH ${sql.lit(MATCHES)} FROM matches`.execute(ctx.tx)
    if (rows.length === 0) break
    yield rows.map(({ id }) => id)
  }
  await sql`CLOSE matches`.execute(ctx.tx)
}
const MATCHES = 500

/** The same search in plain SQL, without counts per field: what answers while an index is being loaded. */
export async function searchRows(
  ctx: Context,
  query: DiscoveryQuery,
  joined?: JoinedIds,
): Promise<{ ids: string[]; total: number; next: PagePlace | null }> {
  const { where } = ruleOf(ctx, query, joined)
  const direction = query.isDescending ? sql`DESC` : sql`ASC`
  const { rows } = await sql<{ total: number; page: Omit<PagePlace, 'order'>[] | null }>`
    WITH hits AS MATERIALIZED (SELECT creator_id AS id, ${orderedBy(query.sort)} AS key FROM creator_rows WHERE ${where})
    SELECT (SELECT count(*) FROM hits)::int AS total, (SELECT json_agg(page) FROM (
      SELECT * FROM hits WHERE ${isBeyond(query)} ORDER BY key ${direction} NULLS LAST, id LIMIT ${query.limit + 1}) AS page) AS page`.execute(
    ctx.tx,
  )
  const { total, page } = rows[0] ?? { total: 0, page: null }
  const shown = (page ?? []).slice(0, query.limit)
  const last = page !== null && page.length > query.limit ? shown.at(-1) : undefined
  const next = last === undefined ? null : { order: nameOrder(query), ...last }
  return { ids: shown.map(({ id }) => id), total, next }
}

/** Whether a hit stands behind the page before. */
function isBeyond(query: DiscoveryQuery): RawBuilder<SqlBool> {
  const place = placeOfQuery(query)
  if (place === null) return sql<SqlBool>`true`
  const { id, key } = place
  const follows = sql<SqlBool>`id::text COLLATE "C" > ${id}`
  if (key === null) return sql<SqlBool>`key IS NULL AND ${follows}`
  const own = typeof key === 'number' ? sql`${key}::float8` : sql`${key}::text`
  return sql<SqlBool>`(key IS NULL OR key ${query.isDescending ? sql`<` : sql`>`} ${own} OR (key = ${own} AND ${follows}))`
}

function listConditions({ text, ...asked }: DiscoveryQuery): RawBuilder<SqlBool>[] {
  const filters = spellFilters(asked)
  const fields = [...new Set(filters.map(({ field }) => field))]
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return [
    ...words.map((word) => sql<SqlBool>`position(${word} in search_text) > 0`),
    ...fields.map((field) => sql<SqlBool>`(${sql.join(filters.filter((each) => each.field === field).map(conditionOf), sql` OR `)})`),
  ]
}

function conditionOf(filter: DiscoveryFilter): RawBuilder<SqlBool> {
  const { kind } = DISCOVERY_FIELDS[filter.field]
  const column = wordOf(filter.field)
  const isUnknown = kind === 'tags' ? sql<SqlBool>`cardinality(${column}) = 0` : sql<SqlBool>`${column} IS NULL`
  if ('any' in filter) {
    const words = filter.any.flatMap((word) => word ?? [])
    const isWord =
      kind === 'number'
        ? sql<SqlBool>`false`
        : kind === 'tags'
          ? sql<SqlBool>`${column} && ${words}::text[]`
          : sql<SqlBool>`${column} = ANY(${words}::text[])`
    return filter.any.includes(null) ? sql<SqlBool>`(coalesce(${isWord}, false) OR ${isUnknown})` : isWord
  }
  const { from, below, unknown } = filter
  const isOnlyUnknown = kind !== 'number' || (unknown && from === null && below === null)
  const inRange = sql<SqlBool>`(${column} >= ${from ?? Number.NEGATIVE_INFINITY}::float8 AND ${column} < ${below ?? Number.POSITIVE_INFINITY}::float8)`
  if (isOnlyUnknown) return unknown ? isUnknown : sql<SqlBool>`false`
  return unknown ? sql<SqlBool>`(${inRange} OR ${isUnknown})` : inRange
}
