import {
  absenceSchema,
  clearanceSchema,
  documentSchema,
  engagementSchema,
  incidentSchema,
  joinPosts,
  mergePost,
  noteSchema,
  recentPostSchema,
  type Account,
  type Dossier,
  type Engagement,
  type HeldForConflicts,
  type RecentPost,
} from '@kolibra/core/creators'
import type { Post } from '@kolibra/core/imports'
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { StoredCreator } from './creator-store.ts'
import { COUNTS_AS_OF } from './counts-as-of.ts'
import { IS_NOT_SPLIT } from './split-post-store.ts'

const COLUMNS = {
  creator_notes: sql`note_id AS id, text`,
  creator_engagements: sql`engagement_id AS id, brand, category, platforms, from_day AS "from", to_day AS "to", is_exclusive AS exclusive, source`,
  creator_clearances: sql`clearance_id AS id, asked_on AS "askedOn", source`,
  creator_absences: sql`absence_id AS id, from_day AS "from", to_day AS "to", source`,
  creator_incidents: sql`incident_id AS id, kind, on_day AS "on", until_day AS until, what, source, url`,
  creator_documents: sql`document_id AS id, kind, file_name AS "fileName", content_type AS "contentType", size_bytes AS "sizeBytes", expires_on AS "expiresOn"`,
} as const satisfies Record<string, RawBuilder<unknown>>

async function readEntries(ctx: Context, table: keyof typeof COLUMNS, creatorIds: readonly string[]): Promise<unknown[]> {
  const { rows } = await sql`
    SELECT ${COLUMNS[table]}, creator_id AS "creatorId", entered_at AS "enteredAt", entered_by AS "enteredById", members.name AS "enteredBy"
    FROM ${sql.table(table)} AS entry
    LEFT JOIN members ON members.workspace_id = entry.workspace_id AND members.user_id = entry.entered_by
    WHERE entry.workspace_id = ${ctx.workspaceId} AND creator_id = ANY(${[...creatorIds]}::uuid[])
    ORDER BY entered_at DESC, id DESC`.execute(ctx.tx)
  return rows
}

/** What people of the workspace entered about a creator, newest first. */
export async function readDossier(ctx: Context, creatorId: string): Promise<Dossier> {
  const ids = [creatorId]
  return {
    notes: z.array(noteSchema).parse(await readEntries(ctx, 'creator_notes', ids)),
    engagements: z.array(engagementSchema).parse(await readEntries(ctx, 'creator_engagements', ids)),
    clearances: z.array(clearanceSchema).parse(await readEntries(ctx, 'creator_clearances', ids)),
    absences: z.array(absenceSchema).parse(await readEntries(ctx, 'creator_absences', ids)),
    incidents: z.array(incidentSchema).parse(await readEntries(ctx, 'creator_incidents', ids)),
    documents: z.array(documentSchema).parse(await readEntries(ctx, 'creator_documents', ids)),
  }
}

/** The work for other brands that is known of these creators. Who is not in the map: nobody entered any, so it is unknown. */
export async function listEngagements(ctx: Context, creatorIds: readonly string[]): Promise<Map<string, Engagement[]>> {
  const byCreator = new Map<string, Engagement[]>()
  const rows = z.array(engagementSchema.extend({ creatorId: z.uuid() })).parse(await readEntries(ctx, 'creator_engagements', creatorIds))
  for (const { creatorId, ...engagement } of rows) byCreator.set(creatorId, [...(byCreator.get(creatorId) ?? []), engagement])
  return byCreator
}

/** What is held of these creators that may stand against a campaign: other work, days not free, certificates with their last day. */
export async function listHeldForConflicts(ctx: Context, creatorIds: readonly string[]): Promise<Map<string, HeldForConflicts>> {
  const engagements = await listEngagements(ctx, creatorIds)
  const absences = z.array(absenceSchema.extend({ creatorId: z.uuid() })).parse(await readEntries(ctx, 'creator_absences', creatorIds))
  const clearances = z
    .array(clearanceSchema.extend({ creatorId: z.uuid() }))
    .parse(await readEntries(ctx, 'creator_clearances', creatorIds))
  const documents = z.array(documentSchema.extend({ creatorId: z.uuid() })).parse(await readEntries(ctx, 'creator_documents', creatorIds))
  const ownOf = <T extends { creatorId: string }>(all: readonly T[], id: string) => all.filter(({ creatorId }) => creatorId === id)
  return new Map(
    creatorIds.map((id) => [
      id,
      {
        engagements: engagements.get(id) ?? null,
        clearances: ownOf(clearances, id).map(({ askedOn, source }) => ({ askedOn, source })),
        absences: ownOf(absences, id).map(({ from, to, source }) => ({ from, to, source })),
        qualifications: ownOf(documents, id).flatMap(({ kind, expiresOn }) => (kind === 'qualification' ? [{ expiresOn }] : [])),
      },
    ]),
  )
}

const count = recentPostSchema.shape.views
const sightingsSchema = z.array(
  recentPostSchema
    .pick({ views: true, likes: true, comments: true, shares: true, saves: true, observedAt: true })
    .extend({ danmaku: count.default(null), coins: count.default(null) }),
)

type AccountKey = Pick<Account, 'platform' | 'accountId'>
const keyOf = ({ platform, accountId }: AccountKey) => `${platform} ${accountId}`

/** The posts of an account that came as posts, each with the newest counts and its text. */
export async function listStoredPosts(ctx: Context, account: AccountKey) {
  return (await readStoredPosts(ctx, [account])).get(keyOf(account)) ?? []
}

/** Accounts with the posts that came as posts beside those of their own lists: what a forecast is made of. */
export async function withStoredPosts(ctx: Context, creators: readonly StoredCreator[]): Promise<StoredCreator[]> {
  const stored = await readStoredPosts(
    ctx,
    creators.map(({ account }) => account),
  )
  return creators.map(({ id, account }) => {
    const posts = (stored.get(keyOf(account)) ?? []).map(
      ({ url: _url, format: _format, title: _title, matchedHash: _hash, ...post }) => post,
    )
    return posts.length === 0 ? { id, account } : { id, account: { ...account, posts: joinPosts(account.posts, posts) } }
  })
}

async function readStoredPosts(ctx: Context, accounts: readonly AccountKey[]) {
  const { rows } = await sql<StoredPostRow>`
    SELECT posts.platform, posts.account_id AS "accountId", platform_post_id AS "postId", published_at AS "publishedAt", sponsored, url,
      format, title, sightings, CASE WHEN attached_by_hash THEN author_hash END AS "matchedHash"
    FROM unnest(${accounts.map(({ platform }) => platform)}::text[], ${accounts.map(({ accountId }) => accountId)}::text[])
      AS wanted (platform, account_id)
    JOIN posts ON posts.workspace_id = ${ctx.workspaceId} AND posts.platform = wanted.platform AND posts.account_id = wanted.account_id
    LEFT JOIN post_texts USING (workspace_id, post_id)
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(observed_values || jsonb_build_object('observedAt', observed_at)
        ORDER BY ${COUNTS_AS_OF}, observation_id) AS sightings
      FROM post_observations AS observation JOIN imports USING (workspace_id, import_id)
      WHERE observation.workspace_id = posts.workspace_id AND observation.post_id = posts.post_id) AS seen ON true
    WHERE ${IS_NOT_SPLIT}`.execute(ctx.tx)
  const posts = rows.map(({ sightings, platform, accountId, ...row }) => {
    const seen = sightingsSchema.parse(sightings ?? [UNCOUNTED]).map((counts) => ({ ...row, ...counts }))
    return { key: keyOf({ platform, accountId }), post: seen.reduce((older, newer) => mergePost(older, newer)) }
  })
  const byAccount = new Map<string, (typeof posts)[number]['post'][]>()
  for (const { key, post } of posts) {
    const held = byAccount.get(key)
    if (held === undefined) byAccount.set(key, [post])
    else held.push(post)
  }
  return byAccount
}

interface StoredPostRow extends AccountKey, Pick<RecentPost, 'postId' | 'publishedAt' | 'sponsored'> {
  readonly url: string | null
  readonly format: string | null
  readonly title: string | null
  readonly matchedHash: string | null
  readonly sightings: unknown
}
const UNCOUNTED = { views: null, likes: null, comments: null, shares: null, saves: null, danmaku: null, coins: null, observedAt: null }

/** The same posts with their texts, in the shape of `posts.jsonl`, newest known counts only. */
export async function listPostTexts(ctx: Context, account: Pick<Account, 'platform' | 'accountId'>): Promise<Post[]> {
  const { rows } = await sql<{ postId: string; content: string | null }>`
    SELECT platform_post_id AS "postId", content FROM posts JOIN post_texts USING (workspace_id, post_id)
    WHERE posts.workspace_id = ${ctx.workspaceId} AND platform = ${account.platform} AND account_id = ${account.accountId}
      AND ${IS_NOT_SPLIT}`.execute(ctx.tx)
  const texts = new Map(rows.map(({ postId, content }) => [postId, content]))
  return (await listStoredPosts(ctx, account)).map(
    ({ observedAt, views, likes, comments, shares, saves, danmaku, coins, matchedHash: _hash, ...post }) => ({
      ...post,
      platform: account.platform,
      accountId: account.accountId,
      text: texts.get(post.postId) ?? null,
      observations: [{ observedAt, views, likes, comments, shares, saves, danmaku, coins, flow: null, source: '', importId: '' }],
    }),
  )
}
