import type { Brief } from '@kolibra/core/briefs'
import { loadCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { insertBrief, listBriefs, loadBrief, type StoredBrief } from './brief-store.ts'

/** Writes a new version of the campaign's brief. Earlier versions stay as they are. */
export async function writeBrief(ctx: Context, campaignId: string, brief: Brief): Promise<StoredBrief> {
  await loadCampaign(ctx, campaignId)
  const newest = (await listBriefs(ctx, campaignId))[0]
  const row = { id: ctx.mintId(), campaignId, version: (newest?.version ?? 0) + 1, brief }
  if (!(await insertBrief(ctx, row))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'brief.written', subject: { kind: 'brief', id: row.id }, campaignId })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  await enqueueJob(ctx, 'rules.judge_campaign', campaignId)
  return loadBrief(ctx, row.id)
}
