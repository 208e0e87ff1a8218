import type { NotedProof } from '@kolibra/core/content'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** What is known of one creator's product in a campaign; revision 0 is nothing yet. */
export interface StoredProof extends NotedProof {
  readonly creatorId: string
  readonly revision: number
  readonly notedAt: string
}

/** All that was noted in a campaign. */
export async function listProofs(ctx: Context, campaignId: string): Promise<StoredProof[]> {
  const { rows } = await sql<StoredProof>`
    SELECT creator_id AS "creatorId", revision, sent_on::text AS "sentOn", received_on::text AS "receivedOn",
      in_use_since::text AS "inUseSince", note, photo_link AS "photoLink", noted_at AS "notedAt"
    FROM product_proofs WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${campaignId} ORDER BY creator_id`.execute(ctx.tx)
  return rows
}

interface NextProof {
  readonly campaignId: string
  readonly creatorId: string
  readonly revision: number
  readonly proof: NotedProof
}

/** Puts the next revision in the place of `revision`; false when another was faster. */
export async function replaceProof(ctx: Context, { campaignId, creatorId, revision, proof }: NextProof): Promise<boolean> {
  const { sentOn, receivedOn, inUseSince, note, photoLink } = proof
  const { numAffectedRows } =
    revision === 0
      ? await sql`
          INSERT INTO product_proofs (workspace_id, campaign_id, creator_id, revision, sent_on, received_on, in_use_since, note, photo_link, noted_by, noted_at)
          VALUES (${ctx.workspaceId}, ${campaignId}, ${creatorId}, 1, ${sentOn}, ${receivedOn}, ${inUseSince}, ${note}, ${photoLink}, ${ctx.actor.id}, ${ctx.now})
          ON CONFLICT DO NOTHING`.execute(ctx.tx)
      : await sql`
          UPDATE product_proofs SET revision = ${revision + 1}, sent_on = ${sentOn}, received_on = ${receivedOn}, in_use_since = ${inUseSince},
            note = ${note}, photo_link = ${photoLink}, noted_by = ${ctx.actor.id}, noted_at = ${ctx.now}
          WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${campaignId} AND creator_id = ${creatorId} AND revision = ${revision}`.execute(
          ctx.tx,
        )
  return numAffectedRows === 1n
}
