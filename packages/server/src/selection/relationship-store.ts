import type { RelationshipFacts, WorkCounts } from '@kolibra/core/creators'
import { sql } from 'kysely'
import { listExperiences, type KeptExperience } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'

// A no by the link that the desk took is kept with the invitation at the same moment: it is one no, counted with the post.
// A post that was due and is not out is late; one without a planned day has no day to keep.
async function listCounts(ctx: Context, creatorIds: readonly string[]): Promise<Map<string, WorkCounts>> {
  const { rows } = await sql<WorkCounts & { id: string }>`
    WITH work AS (
      SELECT creator_id AS id, deliverable_id, planned_for, to_char(published_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS out_on, state,
        EXISTS (SELECT FROM contracts WHERE contracts.workspace_id = deliverables.workspace_id
          AND contracts.deliverable_id = deliverables.deliverable_id) AS is_contracted
      FROM deliverables WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ANY(${[...creatorIds]}::uuid[])),
    posts AS (
      SELECT id, count(*)::int AS planned, count(*) FILTER (WHERE is_contracted)::int AS contracted,
        count(*) FILTER (WHERE is_contracted AND state = 'published')::int AS delivered,
        count(*) FILTER (WHERE is_contracted AND (state = 'published' OR planned_for < ${ctx.today}))::int AS due,
        count(*) FILTER (WHERE is_contracted AND out_on <= planned_for)::int AS "onTime",
        count(*) FILTER (WHERE is_contracted AND planned_for IS NOT NULL
          AND (out_on IS NOT NULL OR planned_for < ${ctx.today}))::int AS dated,
        array_agg(deliverable_id) AS ids
      FROM work GROUP BY id),
    said AS (
      SELECT creator_id AS id, count(*) FILTER (WHERE kind = 'refusal')::int AS refused,
        count(*) FILTER (WHERE kind = 'decline')::int AS declined, count(*) FILTER (WHERE kind IN ('accept', 'decline'))::int AS answered
      FROM portal_requests WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ANY(${[...creatorIds]}::uuid[]) GROUP BY creator_id),
    invited AS (
      SELECT creator_id AS id, count(*) FILTER (WHERE to_state = 'declined')::int AS declined,
        count(*) FILTER (WHERE to_state IN ('accepted', 'declined'))::int AS answered
      FROM invitation_steps AS asked WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ANY(${[...creatorIds]}::uuid[])
        AND NOT (to_state = 'declined' AND EXISTS (SELECT FROM portal_requests AS said WHERE said.workspace_id = asked.workspace_id
          AND said.campaign_id = asked.campaign_id AND said.creator_id = asked.creator_id AND said.kind = 'decline'
          AND said.settlement = 'taken' AND said.settled_at = asked.moved_at))
      GROUP BY creator_id)
    SELECT asked.id, coalesce(planned, 0) AS planned, coalesce(contracted, 0) AS contracted, coalesce(delivered, 0) AS delivered,
      coalesce(due, 0) AS due, coalesce("onTime", 0) AS "onTime", coalesce(dated, 0) AS dated,
      (SELECT count(*)::int FROM reviews WHERE reviews.workspace_id = ${ctx.workspaceId} AND subject_id = ANY(posts.ids)
        AND move = 'request_changes') AS "changesAsked",
      coalesce(said.refused, 0) AS "changesRefused",
      coalesce(said.answered, 0) + coalesce(invited.answered, 0) AS answered,
      coalesce(said.declined, 0) + coalesce(invited.declined, 0) AS declined
    FROM unnest(${[...creatorIds]}::uuid[]) AS asked(id)
    LEFT JOIN posts USING (id) LEFT JOIN said USING (id) LEFT JOIN invited USING (id)`.execute(ctx.tx)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

/** What is told of working with a creator, with every experience as it is kept. */
interface KeptRelationship extends RelationshipFacts {
  readonly experiences: readonly KeptExperience[]
}

/** What is held of working with these creators over all campaigns. */
export async function listRelationships(ctx: Context, creatorIds: readonly string[]): Promise<Map<string, KeptRelationship>> {
  const counts = await listCounts(ctx, creatorIds)
  const experiences = await listExperiences(ctx, creatorIds)
  return new Map(
    [...counts].map(([id, own]) => [id, { counts: own, experiences: experiences.filter(({ creatorId }) => creatorId === id) }]),
  )
}
