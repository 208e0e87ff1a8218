import type { Brief } from '@kolibra/core/briefs'
import { loadCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { insertBrief, listBriefs, loadBrief, type StoredBrief } from './brief-store.ts'

/** A version that was made while another came: which one stands now, who wrote it and when. */
function refuseStale({ version, authorName, createdAt }: StoredBrief): RequestError {
  return new RequestError('brief.moved_on', { version, by: authorName, at: createdAt })
}

/**
 * Writes a new version of the campaign's brief. Earlier versions stay as they are. Refuses `brief.moved_on` when the newest version is
 * another than `after`, the one this was made from (0: none; null: whatever stands).
 */
export async function writeBrief(ctx: Context, campaignId: string, made: { brief: Brief; after: number | null }): Promise<StoredBrief> {
  await loadCampaign(ctx, campaignId)
  const { brief, after } = made
  const newest = (await listBriefs(ctx, campaignId))[0]
  const version = newest?.version ?? 0
  if (after !== null && after !== version) throw newest === undefined ? new RequestError('state.lost_race') : refuseStale(newest)
  const row = { id: ctx.mintId(), campaignId, version: version + 1, brief }
  if (!(await insertBrief(ctx, row))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'brief.written', subject: { kind: 'brief', id: row.id }, campaignId })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  await enqueueJob(ctx, 'rules.judge_campaign', campaignId)
  return loadBrief(ctx, row.id)
}
