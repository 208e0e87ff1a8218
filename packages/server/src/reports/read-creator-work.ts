import { checkConflicts } from '@kolibra/core/gates'
import { compareWithForecast, type CreatorWork } from '@kolibra/core/reports'
import { listPublicationObservations } from '../content/index.ts'
import { hasCreator, listEngagements } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { RequestError } from '../platform/request-error.ts'
import { listRunningCampaigns, listWork } from './queries.ts'

/** What a creator did with us: forecast against what came, and the running campaigns that clash with their other work. */
export async function readCreatorWork(ctx: Context, creatorId: string): Promise<CreatorWork> {
  if (!(await hasCreator(ctx, creatorId))) throw new RequestError('request.not_found', { kind: 'creator', id: creatorId })
  const work = await listWork(ctx, creatorId)
  const seen = await listPublicationObservations(
    ctx,
    work.map(({ deliverableId }) => deliverableId),
  )
  const items = work.map((item) => {
    const counted = seen.findLast(({ deliverableId, metrics }) => deliverableId === item.deliverableId && metrics.views !== null)
    const views =
      counted === undefined || counted.metrics.views === null
        ? null
        : { value: counted.metrics.views, source: counted.metrics.source, observedAt: counted.metrics.observedAt }
    return { ...item, views, outcome: compareWithForecast(views?.value ?? null, item.forecast) }
  })
  return { items, clashes: await listClashes(ctx, creatorId) }
}

async function listClashes(ctx: Context, creatorId: string): Promise<CreatorWork['clashes']> {
  const engagements = (await listEngagements(ctx, [creatorId])).get(creatorId)
  // Nobody entered any: unknown, which the Choice gate says for each campaign.
  if (engagements === undefined) return []
  const running = await listRunningCampaigns(ctx)
  return running.flatMap(({ id, campaign }) =>
    checkConflicts({ engagements }, campaign, { kind: 'creator', id: creatorId }).map(({ code, because, fix }) => ({
      campaignId: id,
      campaign: campaign.name,
      code,
      because,
      fix,
    })),
  )
}
