import { judgeFreedom, logRatioOf, reportFreedom, type FreedomPoint, type FreedomRecord } from '@kolibra/core/reports'
import { listPublicationObservations } from '../content/index.ts'
import type { Context } from '../platform/context.ts'
import { listFreedomFacts, listPublished } from './queries.ts'

/** Whether freedom pays in this workspace: the freedom of published posts against their views relative to forecast. */
export async function readFreedomRecord(ctx: Context): Promise<FreedomRecord> {
  const published = await listPublished(ctx)
  const ids = published.map(({ deliverableId }) => deliverableId)
  const seen = await listPublicationObservations(ctx, ids)
  const facts = await listFreedomFacts(ctx, ids)
  const views = new Map(
    seen.flatMap(({ deliverableId, metrics }) => (metrics.views === null ? [] : [[deliverableId, metrics.views] as const])),
  )
  const points = published.flatMap(({ forecast, ...post }): FreedomPoint[] => {
    const [counted, told] = [views.get(post.deliverableId), facts.get(post.deliverableId)]
    if (counted === undefined || told === undefined || forecast === null) return []
    const { freedom, kept } = reportFreedom(told, { state: 'published' })
    if (freedom.value === null && kept.value === null) return []
    const result = { views: counted, forecastP50: forecast.p50, logRatio: logRatioOf(counted, forecast.p50) }
    return [{ ...post, freedom: freedom.value, kept: kept.value, ...result }]
  })
  return judgeFreedom(points, published.length - points.length)
}
