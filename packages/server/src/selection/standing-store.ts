import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** Of these creators those who are held, in their order: not whoever was erased, also where the account stays locked for a contract. */
export async function listLive(ctx: Context, creatorIds: readonly string[]): Promise<string[]> {
  if (creatorIds.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('creators')
    .select('creator_id as id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('creator_id', 'in', creatorIds)
    .where('account_id', 'not like', 'erased:%')
    .execute()
  const live = new Set(rows.map(({ id }) => id))
  return creatorIds.filter((id) => live.has(id))
}

/** The creators of a campaign with whom a contract is signed. Whoever was erased is not among them: nobody is left to plan with. */
export async function listContracted(ctx: Context, campaignId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT creator_id AS id FROM contracts JOIN deliverables USING (workspace_id, campaign_id, deliverable_id)
    WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${campaignId} ORDER BY id`.execute(ctx.tx)
  return listLive(
    ctx,
    rows.map(({ id }) => id),
  )
}

/** The creators of a campaign who accepted a post themselves, by their link. Whoever was erased is not among them. */
export async function listAgreed(ctx: Context, campaignId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('deliverables')
    .select('creator_id as id')
    .distinct()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .where('answer', '=', 'accept')
    .orderBy('creator_id')
    .execute()
  return listLive(
    ctx,
    rows.map(({ id }) => id),
  )
}
