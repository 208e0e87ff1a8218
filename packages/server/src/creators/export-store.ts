import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { IS_ABOUT, IS_TYPED_ABOUT, IS_UNDER_OR_BY, withAuthors } from './author-store.ts'
import type { KEYED_BY_PERSON } from './erasure-store.ts'
import { readValues, type KeptValues } from './observed-values.ts'
import { openFile } from '../platform/secrets.ts'

const PARTS = {
  profile: (ctx: Context, id: string) => sql`
    SELECT display_name, handle, region, verification, bio, person, observed_at FROM creators WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${id}`,
  corrections: (ctx: Context, id: string) => sql`
    SELECT field, format, place, typed_value, old_value, entered_at, withdrawn_at FROM creator_corrections
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${id} ORDER BY entered_at`,
  posts: (ctx: Context, id: string) => sql`
    SELECT platform_post_id, url, published_at, format, sponsored, title, content,
      (SELECT jsonb_agg(jsonb_build_object('observedAt', observed_at, 'source', source, 'flow', flow, 'values', observed_values))
       FROM post_observations AS seen WHERE seen.workspace_id = posts.workspace_id AND seen.post_id = posts.post_id) AS observations
    FROM posts JOIN creators USING (workspace_id, platform, account_id) LEFT JOIN post_texts USING (workspace_id, post_id)
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${id} ORDER BY published_at`,
  // Both sides' words: what was said of them, and what they answered.
  experiences: (ctx: Context, id: string) => sql`
    SELECT campaign_id, side, kind, severity, on_day::text AS on_day, words, evidence, entered_at, stance, answer_words, answered_from, answered_at
    FROM creator_experiences WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${id} ORDER BY on_day, experience_id`,
  preferences: (ctx: Context, id: string) => sql`
    SELECT tone, products, refuses, noted_at FROM creator_preferences WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${id}`,
  // Under their posts, and what they wrote themselves elsewhere.
  comments: (ctx: Context, id: string) => sql`
    ${withAuthors(ctx, [id])}
    SELECT platform_post_id, platform_comment_id, parent_id, commented_at, content, likes, author_hash = author.hash AS is_own, file_name AS file
    FROM post_comments JOIN author ON ${IS_UNDER_OR_BY} JOIN imports USING (workspace_id, import_id)
    WHERE post_comments.workspace_id = ${ctx.workspaceId} ORDER BY commented_at, platform_comment_id`,
  daily: (ctx: Context, id: string) => sql`
    ${withAuthors(ctx, [id])}
    SELECT subject, metric, day::text AS day, unit, daily_value, source, observed_at FROM daily_values JOIN author ON ${IS_ABOUT}
    WHERE workspace_id = ${ctx.workspaceId} ORDER BY metric, day`,
  typedDays: (ctx: Context, id: string) => sql`
    ${withAuthors(ctx, [id])}
    SELECT subject, metric, day::text AS day, unit, typed_value, source, entered_at, withdrawn_at FROM brand_days JOIN author ON ${IS_TYPED_ABOUT}
    WHERE workspace_id = ${ctx.workspaceId} ORDER BY metric, day, entered_at`,
  shortlists: (ctx: Context, id: string) => sql`
    SELECT shortlist_id, name, place, note FROM shortlist_entries JOIN shortlists USING (workspace_id, shortlist_id)
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${id} ORDER BY name`,
  invitations: (ctx: Context, id: string) => sql`
    SELECT campaign_id, step, move, to_state, note, moved_at FROM invitation_steps
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${id} ORDER BY campaign_id, step`,
  productProofs: (ctx: Context, id: string) => sql`
    SELECT campaign_id, sent_on::text, received_on::text, in_use_since::text, note, photo_link, noted_at FROM product_proofs
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${id} ORDER BY campaign_id`,
  cooperations: (ctx: Context, id: string) => sql`
    SELECT campaign_id, platform, format, state, planned_for, published_url, published_at, agreed_fen, contracts.created_at AS contracted_at,
      (SELECT jsonb_agg(jsonb_build_object('version', version, 'facts', facts, 'submittedAt', submitted_at))
       FROM drafts WHERE drafts.workspace_id = deliverables.workspace_id AND drafts.deliverable_id = deliverables.deliverable_id) AS drafts
    FROM deliverables LEFT JOIN contracts USING (workspace_id, deliverable_id, campaign_id)
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${id} ORDER BY deliverables.created_at`,
  portalLinks: (ctx: Context, id: string) => sql`
    SELECT campaign_id, created_at, expires_at, revoked_at,
      (SELECT jsonb_agg(jsonb_build_object('name', name, 'admittedAt', admitted_at, 'seenAt', seen_at)) FROM portal_devices AS device
       WHERE device.workspace_id = portal_links.workspace_id AND device.link_id = portal_links.link_id) AS devices
    FROM portal_links WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${id} ORDER BY created_at`,
  portalRequests: (ctx: Context, id: string) => sql`
    SELECT campaign_id, deliverable_id, kind, words, field, at_moment, sent_at, settlement, note, settled_at FROM portal_requests
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${id} ORDER BY sent_at`,
  briefs: (ctx: Context, id: string) => sql`
    SELECT parties.campaign_id,
      (SELECT jsonb_agg(jsonb_build_object('move', move, 'note', note, 'at', created_at)) FROM reviews
       WHERE reviews.workspace_id = parties.workspace_id AND reviews.party_id = parties.party_id) AS moves,
      (SELECT jsonb_agg(jsonb_build_object('device', device, 'at', received_at)) FROM brief_receipts AS receipt
       WHERE receipt.workspace_id = parties.workspace_id AND receipt.party_id = parties.party_id) AS receipts,
      (SELECT jsonb_agg(jsonb_build_object('playback', playback, 'at', said_at)) FROM brief_playbacks AS played
       WHERE played.workspace_id = parties.workspace_id AND played.party_id = parties.party_id) AS playbacks,
      (SELECT jsonb_agg(jsonb_build_object('how', how, 'note', note, 'at', settled_at)) FROM playback_settlements AS settled
       WHERE settled.workspace_id = parties.workspace_id AND settled.party_id = parties.party_id) AS settlements,
      (SELECT jsonb_agg(jsonb_build_object('move', move, 'words', words, 'at', said_at)) FROM brief_thread_words AS said
       JOIN brief_threads AS thread USING (workspace_id, thread_id)
       WHERE said.workspace_id = parties.workspace_id AND parties.party_id IN (said.party_id, thread.party_id)) AS words,
      (SELECT jsonb_agg(jsonb_build_object('words', note.words, 'sentAt', note.sent_at) ORDER BY number) FROM party_notes AS note
       WHERE note.workspace_id = parties.workspace_id AND note.party_id = parties.party_id) AS notes
    FROM parties WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${id} ORDER BY campaign_id`,
  events: (ctx: Context, id: string) => sql`
    SELECT at, actor_role, name, fields FROM events WHERE workspace_id = ${ctx.workspaceId} AND subject_id = ${id} ORDER BY event_id`,
} as const

/** Where the export says what each table holds of somebody. `account` is worked out of the observations, as rows and keys for search are. */
export const EXPORTED_AS = {
  creator_links: 'personId',
  creator_loans: 'loan',
  creator_observations: 'observations',
  creator_rows: 'account',
  merge_keys: 'account',
  creator_corrections: 'corrections',
  shortlist_entries: 'shortlists',
  invitation_steps: 'invitations',
  product_proofs: 'productProofs',
  creator_notes: 'dossier',
  creator_engagements: 'dossier',
  creator_clearances: 'dossier',
  creator_absences: 'dossier',
  creator_incidents: 'dossier',
  creator_documents: 'documents',
  creator_experiences: 'experiences',
  creator_preferences: 'preferences',
  portal_links: 'portalLinks',
  portal_requests: 'portalRequests',
  portal_files: 'portalFiles',
  parties: 'briefs',
} as const satisfies Record<(typeof KEYED_BY_PERSON)[number], string>

/** What was observed of an account, and by which file. */
const selectObservations = (ctx: Context, id: string) => sql<KeptValues>`
  SELECT observation.kind, observation.source, file_name AS file, content_hash, tab, period, note_type, flow, observed_at, observed_values,
    slots, mcn, categories, layout
  FROM creator_observations AS observation LEFT JOIN imports USING (workspace_id, import_id)
    LEFT JOIN observation_layouts USING (workspace_id, import_id)
  WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${id} ORDER BY observation_id`

const showValues = ({ slots: _slots, mcn: _mcn, categories: _categories, layout: _layout, ...row }: KeptValues) => row

interface ExportedFile {
  readonly fileName: string
  readonly contentBase64: string
}
interface SealedFile {
  readonly fileName: string
  readonly sealed: Buffer
  readonly key: Buffer
}
const openSealed = ({ fileName, sealed, key }: SealedFile): ExportedFile => ({
  fileName,
  contentBase64: openFile(sealed, key).toString('base64'),
})

/** The documents of an account and what was uploaded by its links, opened. */
export async function readFiles(
  ctx: Context,
  creatorId: string,
): Promise<{ documents: readonly ExportedFile[]; portalFiles: readonly ExportedFile[] }> {
  const documents = await sql<SealedFile>`
    SELECT file_name AS "fileName", sealed, key FROM creator_documents
    JOIN creator_document_files USING (workspace_id, creator_id, document_id) JOIN creator_document_keys USING (workspace_id, creator_id, document_id)
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${creatorId}`.execute(ctx.tx)
  const portalFiles = await sql<SealedFile>`
    SELECT file_name AS "fileName", sealed, key FROM portal_files
    JOIN portal_file_contents USING (workspace_id, creator_id, file_id) JOIN portal_file_keys USING (workspace_id, creator_id, file_id)
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${creatorId}`.execute(ctx.tx)
  return { documents: documents.rows.map(openSealed), portalFiles: portalFiles.rows.map(openSealed) }
}

/** The rows of an account by what they are. */
export async function readParts(ctx: Context, creatorId: string): Promise<Record<string, unknown>> {
  const parts: Record<string, unknown> = {}
  for (const [name, query] of Object.entries(PARTS)) parts[name] = (await query(ctx, creatorId).execute(ctx.tx)).rows
  const { rows } = await selectObservations(ctx, creatorId).execute(ctx.tx)
  return { ...parts, observations: rows.map((row) => ({ ...showValues(row), observed_values: readValues(row) })) }
}
