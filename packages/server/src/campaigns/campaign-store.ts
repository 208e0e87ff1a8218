import { campaignSchema, type Campaign, type FrozenGoal } from '@kolibra/core/campaigns'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'

/** A campaign as it is kept: `version` counts its changes, `frozen` is written once. */
export interface StoredCampaign {
  readonly id: string
  readonly version: number
  readonly campaign: Campaign
  readonly frozen: FrozenGoal | null
  readonly createdAt: string
}

const frozenSchema = z.object({
  hash: z.string(),
  at: z.string(),
  inputs: z.object({
    goal: campaignSchema.shape.goal,
    budgetFen: campaignSchema.shape.budgetFen,
    starts: campaignSchema.shape.starts,
    ends: campaignSchema.shape.ends,
    secondCurrency: campaignSchema.shape.secondCurrency,
    brand: campaignSchema.shape.brand.optional(),
    productName: campaignSchema.shape.product.shape.name.optional(),
    platforms: campaignSchema.shape.platforms.optional(),
    plan: z.unknown(),
  }),
})

interface CampaignRow {
  readonly campaign_id: string
  readonly version: number
  readonly campaign: unknown
  readonly frozen: unknown
  readonly created_at: string
}

function parseRow(row: CampaignRow): StoredCampaign {
  return {
    id: row.campaign_id,
    version: row.version,
    campaign: campaignSchema.parse(row.campaign),
    frozen: row.frozen === null ? null : frozenSchema.parse(row.frozen),
    createdAt: row.created_at,
  }
}

/** Keeps a new campaign at version 1. */
export async function insertCampaign(ctx: Context, id: string, campaign: Campaign): Promise<void> {
  await ctx.tx
    .insertInto('campaigns')
    .values({
      workspace_id: ctx.workspaceId,
      campaign_id: id,
      version: 1,
      campaign: JSON.stringify(campaign),
      frozen: null,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute()
}

/** The campaign, or `request.not_found`. */
export async function loadCampaign(ctx: Context, id: string): Promise<StoredCampaign> {
  const row = await ctx.tx
    .selectFrom('campaigns')
    .select(['campaign_id', 'version', 'campaign', 'frozen', 'created_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', id)
    .executeTakeFirst()
  return parseRow(found(row, 'campaign', id))
}

/** All campaigns, newest first. */
export async function listCampaigns(ctx: Context): Promise<StoredCampaign[]> {
  const rows = await ctx.tx
    .selectFrom('campaigns')
    .select(['campaign_id', 'version', 'campaign', 'frozen', 'created_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('campaign_id', 'desc')
    .execute()
  return rows.map(parseRow)
}

/** Replaces the campaign if it still stands at `version`; false when somebody was faster. */
export async function replaceCampaign(
  ctx: Context,
  { id, version, campaign }: { id: string; version: number; campaign: Campaign },
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('campaigns')
    .set({ campaign: JSON.stringify(campaign), version: version + 1, updated_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Writes the freeze once; false when it was frozen before. */
export async function freezeCampaign(ctx: Context, id: string, frozen: FrozenGoal): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('campaigns')
    .set({ frozen: JSON.stringify(frozen) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', id)
    .where('frozen', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
