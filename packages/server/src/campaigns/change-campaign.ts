import { listFrozenChanges, type Campaign } from '@kolibra/core/campaigns'
import { canonicalJson } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { checkPredecessors } from './check-predecessors.ts'
import { insertCampaign, loadCampaign, replaceCampaign, type StoredCampaign } from './campaign-store.ts'

/** Opens a campaign. Refuses `request.not_found` for a predecessor that is not there. */
export async function openCampaign(ctx: Context, campaign: Campaign): Promise<StoredCampaign> {
  const id = ctx.mintId()
  await checkPredecessors(ctx, id, campaign)
  await insertCampaign(ctx, id, campaign)
  await recordEvent(ctx, { name: 'campaign.opened', subject: { kind: 'campaign', id }, campaignId: id })
  await enqueueJob(ctx, 'gates.record_passes', id)
  return loadCampaign(ctx, id)
}

/** Changes a campaign that still stands at `version`. Refuses `state.lost_race`, `campaign.frozen` for what the first contract froze, and `campaign.circle`. */
export async function changeCampaign(ctx: Context, change: { id: string; version: number; campaign: Campaign }): Promise<StoredCampaign> {
  const { id, campaign } = change
  const before = await loadCampaign(ctx, id)
  const fields = listChanges(before.campaign, campaign)
  const frozenFields = before.frozen === null ? [] : listFrozenChanges(before.campaign, campaign)
  if (frozenFields.length > 0) throw new RequestError('campaign.frozen', { fields: frozenFields })
  if (fields.includes('predecessors')) await checkPredecessors(ctx, id, campaign)
  if (!(await replaceCampaign(ctx, change))) throw new RequestError('state.lost_race', { current: before.version })
  await recordEvent(ctx, { name: 'campaign.changed', subject: { kind: 'campaign', id }, campaignId: id, fields })
  await enqueueJob(ctx, 'gates.record_passes', id)
  return loadCampaign(ctx, id)
}

function listChanges(before: Campaign, after: Campaign): string[] {
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after)
    .filter(([name, value]) => canonicalJson(old.get(name)) !== canonicalJson(value))
    .map(([name]) => name)
}
