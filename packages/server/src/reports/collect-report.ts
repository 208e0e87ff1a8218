import { judgedCampaign, SERIES_NAMES, subjectsOfKpi } from '@kolibra/core/campaigns'
import type { FreedomFacts, ReportInput } from '@kolibra/core/reports'
import { listSeriesValues } from '../campaigns/index.ts'
import { listPublicationObservations } from '../content/index.ts'
import type { judgeCampaign } from '../gates/index.ts'
import type { Context } from '../platform/context.ts'
import { listFreedomFacts, listPostForecasts } from './queries.ts'

/** Everything a report is built from, of a campaign that was judged. */
export async function collectReport(ctx: Context, judged: Awaited<ReturnType<typeof judgeCampaign>>): Promise<ReportInput> {
  const { stored, plan, deliverables, contracts, spine } = judged
  const ids = deliverables.map(({ deliverable }) => deliverable.id)
  const seen = await listPublicationObservations(ctx, ids)
  const freedom = await listFreedomFacts(ctx, ids)
  const { campaign, frozen } = stored
  const judgedBy = judgedCampaign(campaign, frozen)
  const kpis = judgedBy.goal?.kpis ?? []
  const subjects = [...new Set(kpis.flatMap((kpi) => subjectsOfKpi(kpi, judgedBy)))]
  const forecasts = await listPostForecasts(ctx, stored.id)
  return {
    campaign,
    frozen,
    series: await listSeriesValues(ctx, { subjects, metrics: SERIES_NAMES }),
    plan,
    spine,
    now: ctx.now,
    deliverables: deliverables.map(({ deliverable }) => {
      const contract = contracts.find(({ deliverableId }) => deliverableId === deliverable.id)
      return {
        deliverable,
        forecast: forecasts.get(deliverable.id) ?? null,
        costFen: contract?.agreedFen ?? null,
        costSource: contract === undefined ? '' : 'contract',
        ...withFreedom(freedom.get(deliverable.id)),
        observations: seen.filter(({ deliverableId }) => deliverableId === deliverable.id).map(({ metrics }) => metrics),
      }
    }),
  }
}

const withFreedom = (freedom: FreedomFacts | undefined) => (freedom === undefined ? {} : { freedom })
