import { sql, type RawBuilder } from 'kysely'
import { personAccountSchema, type AccountTrace, type PersonAccount } from '@kolibra/core/creators'
import { momentSchema } from '@kolibra/core/shared'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'

const traceRowSchema = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  platform: z.string(),
  accountId: z.string(),
  displayName: z.string().nullable(),
  handle: z.string().nullable(),
  verification: z.string().nullable(),
  bio: z.string().nullable(),
  gender: z.string().nullable(),
  region: z.string().nullable(),
  mcn: z.string().nullable(),
  categories: z.array(z.string()).nullable(),
})
const listedSchema = personAccountSchema.extend({ personId: z.uuid() })
/** An account with the person it belongs to. */
export type ListedAccount = z.infer<typeof listedSchema>

/** More rows at once would hold up other requests while they are read. */
const TRACES_A_PAGE = 1000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/** Everything held of every account that can tell whose it is, page by page in the order of their ids. */
export async function* readTraces(ctx: Context): AsyncGenerator<AccountTrace[]> {
  let after = BEFORE_ALL
  for (;;) {
    const page = await readTracePage(ctx, after)
    if (page.length > 0) yield page
    if (page.length < TRACES_A_PAGE) return
    after = page.at(-1)?.id ?? after
  }
}

function readTracePage(ctx: Context, after: string): Promise<AccountTrace[]> {
  return readTracesWhere(ctx, sql`creator_id > ${after}::uuid ORDER BY creator_id LIMIT ${sql.lit(TRACES_A_PAGE)}`)
}

/** The same of these accounts. */
export function readTracesOf(ctx: Context, creatorIds: readonly string[]): Promise<AccountTrace[]> {
  return readTracesWhere(ctx, sql`creator_id = ANY(${[...creatorIds]}::uuid[])`)
}

// The accounts first: joined at once, the whole of every table would be read for each page.
async function readTracesWhere(ctx: Context, wanted: RawBuilder<unknown>): Promise<AccountTrace[]> {
  const { rows } = await sql`
    WITH page AS MATERIALIZED (
      SELECT workspace_id, creator_id, platform, account_id, display_name, handle, verification, bio, person, region FROM creators WHERE workspace_id = ${ctx.workspaceId} AND ${wanted})
    SELECT creators.creator_id AS id, coalesce(person_id, creators.creator_id) AS "personId", creators.platform, account_id AS "accountId",
      display_name AS "displayName", handle, verification, bio, person ->> 'gender' AS gender, creators.region, mcn, categories
    FROM page AS creators
    LEFT JOIN creator_rows USING (workspace_id, creator_id)
    LEFT JOIN creator_links USING (workspace_id, creator_id)
    ORDER BY creators.creator_id`.execute(ctx.tx)
  return z
    .array(traceRowSchema)
    .parse(rows)
    .map(({ verification, bio, categories, ...row }) => ({
      ...row,
      texts: [verification, bio].filter((text) => text !== null),
      categories: categories ?? [],
      audience: null,
    }))
}

/** Accounts as lists show them, by id. */
export async function listPersonAccounts(ctx: Context, ids: readonly string[]): Promise<Map<string, ListedAccount>> {
  const { rows } = await sql`
    SELECT creators.creator_id AS id, coalesce(person_id, creators.creator_id) AS "personId", creators.platform, account_id AS "accountId",
      display_name AS "displayName", handle, creators.region, mcn, followers, coalesce(categories, '{}') AS categories,
      linked_at AS "linkedAt", members.name AS "linkedBy"
    FROM creators
    LEFT JOIN creator_rows USING (workspace_id, creator_id)
    LEFT JOIN creator_links USING (workspace_id, creator_id)
    LEFT JOIN members ON members.workspace_id = creators.workspace_id AND members.user_id = linked_by
    WHERE creators.workspace_id = ${ctx.workspaceId} AND creators.creator_id = ANY(${[...ids]}::uuid[])`.execute(ctx.tx)
  return new Map(
    z
      .array(listedSchema)
      .parse(rows)
      .map((row) => [row.id, row]),
  )
}

/** The person an account belongs to; null when there is no such account. */
export async function findPersonId(ctx: Context, creatorId: string): Promise<string | null> {
  const { rows } = await sql<{ personId: string }>`
    SELECT coalesce(person_id, creator_id) AS "personId" FROM creators LEFT JOIN creator_links USING (workspace_id, creator_id)
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${creatorId}`.execute(ctx.tx)
  return rows[0]?.personId ?? null
}

/** Ids of the accounts of a person, oldest first. */
export async function listAccountIds(ctx: Context, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT creator_id AS id FROM creators LEFT JOIN creator_links USING (workspace_id, creator_id)
    WHERE workspace_id = ${ctx.workspaceId} AND (person_id = ${personId} OR (person_id IS NULL AND creator_id = ${personId}))
    ORDER BY creator_id`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}

/** Holds every account of these persons until the transaction ends: two decisions about one person come one after the other. */
export async function lockPersons(ctx: Context, personIds: readonly string[]): Promise<void> {
  for (const id of [...personIds].sort())
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`person ${ctx.workspaceId} ${id}`}, 0))`.execute(ctx.tx)
}

/** Puts accounts under a person. */
export async function linkAccounts(ctx: Context, creatorIds: readonly string[], personId: string): Promise<void> {
  const link = { person_id: personId, linked_by: ctx.actor.id, linked_at: ctx.now }
  await ctx.tx
    .insertInto('creator_links')
    .values(creatorIds.map((id) => ({ workspace_id: ctx.workspaceId, creator_id: id, ...link })))
    .onConflict((conflict) => conflict.columns(['workspace_id', 'creator_id']).doUpdateSet(link))
    .execute()
}

/** What a merge moved: these accounts, out of this person. */
export interface Joined {
  readonly ids: readonly string[]
  readonly personId: string | null
}
const NOTHING_JOINED: Joined = { ids: [], personId: null }

const sortPair = (one: string, other: string) => (one < other ? ([one, other] as const) : ([other, one] as const))

/** Keeps what a person decided about a pair; a later decision replaces it. With `joined` the pair is one person. */
export async function keepDecision(ctx: Context, pair: readonly [string, string], joined: Joined | null): Promise<void> {
  const [first, second] = sortPair(...pair)
  const { ids, personId } = joined ?? NOTHING_JOINED
  const decided = { decided_by: ctx.actor.id, decided_at: ctx.now }
  const decision = { is_same: joined !== null, ...decided, joined_ids: [...ids], joined_person_id: personId }
  await ctx.tx
    .insertInto('merge_decisions')
    .values({ workspace_id: ctx.workspaceId, creator_id: first, other_creator_id: second, ...decision })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'creator_id', 'other_creator_id']).doUpdateSet(decision))
    .execute()
}

/** Forgets the decision made on a pair at that moment, and returns what it moved; null when there is none of that moment any more. */
export async function takeDecision(ctx: Context, pair: readonly [string, string], decidedAt: string): Promise<Joined | null> {
  const [first, second] = sortPair(...pair)
  const row = await ctx.tx
    .deleteFrom('merge_decisions')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('creator_id', '=', first)
    .where('other_creator_id', '=', second)
    .where('decided_at', '=', decidedAt)
    .returning(['joined_ids', 'joined_person_id'])
    .executeTakeFirst()
  return row === undefined ? null : { ids: row.joined_ids, personId: row.joined_person_id }
}

const decisionRowSchema = z.object({
  a: z.uuid(),
  b: z.uuid(),
  isSame: z.boolean(),
  decidedAt: momentSchema,
  decidedBy: z.string().nullable(),
})

/** The newest decisions on pairs, and how many there are. */
export async function listDecisions(ctx: Context, limit: number): Promise<{ rows: z.infer<typeof decisionRowSchema>[]; total: number }> {
  const { rows } = await sql<{ total: number }>`
    SELECT creator_id AS a, other_creator_id AS b, is_same AS "isSame", decided_at AS "decidedAt", members.name AS "decidedBy",
      (count(*) OVER ())::int AS total
    FROM merge_decisions LEFT JOIN members ON members.workspace_id = merge_decisions.workspace_id AND members.user_id = decided_by
    WHERE merge_decisions.workspace_id = ${ctx.workspaceId}
    ORDER BY decided_at DESC, creator_id, other_creator_id LIMIT ${limit}`.execute(ctx.tx)
  return { rows: z.array(decisionRowSchema).parse(rows), total: rows[0]?.total ?? 0 }
}

/** Pairs that somebody said are not one person: all, or those of one account. */
export async function listKeptApart(ctx: Context, creatorId: string | null): Promise<[string, string][]> {
  const rows = await ctx.tx
    .selectFrom('merge_decisions')
    .select(['creator_id', 'other_creator_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('is_same', '=', false)
    .$if(creatorId !== null, (query) =>
      query.where(({ or, eb }) => or([eb('creator_id', '=', creatorId ?? ''), eb('other_creator_id', '=', creatorId ?? '')])),
    )
    .execute()
  return rows.map((row) => [row.creator_id, row.other_creator_id])
}

/** The account without the person it belongs to, as a person shows it. */
export function withoutPerson({ personId: _personId, ...account }: ListedAccount): PersonAccount {
  return account
}
