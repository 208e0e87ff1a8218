import { z } from 'zod'
import type { Context } from '../platform/context.ts'

const hashesSchema = z.record(z.string(), z.string())

/** By which rulebook and facts a campaign was last looked at. */
export interface RulebookLook {
  readonly rulebook: string
  readonly factHashes: Readonly<Record<string, string>>
}

/** The last look at a campaign; null before the first. */
export async function readRulebookLook(ctx: Context, campaignId: string): Promise<RulebookLook | null> {
  const row = await ctx.tx
    .selectFrom('rulebook_looks')
    .select(['rulebook', 'fact_hashes'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst()
  return row === undefined ? null : { rulebook: row.rulebook, factHashes: hashesSchema.parse(row.fact_hashes) }
}

/** Remembers a look; the newest of a campaign stands. */
export async function upsertRulebookLook(ctx: Context, campaignId: string, { rulebook, factHashes }: RulebookLook): Promise<void> {
  const look = { rulebook, looked_on: ctx.today, fact_hashes: JSON.stringify(factHashes) }
  await ctx.tx
    .insertInto('rulebook_looks')
    .values({ workspace_id: ctx.workspaceId, campaign_id: campaignId, ...look })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'campaign_id']).doUpdateSet(look))
    .execute()
}
