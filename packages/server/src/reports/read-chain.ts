import { judgedCampaign } from '@kolibra/core/campaigns'
import type { Rulebook } from '@kolibra/core/compliance'
import { buildReport, continueGoal, learnFrom, proposeResult } from '@kolibra/core/reports'
import { listChain, loadCampaign } from '../campaigns/index.ts'
import { judgeCampaign } from '../gates/index.ts'
import type { Context } from '../platform/context.ts'
import { collectReport } from './collect-report.ts'

/** A report is built for each campaign of the chain; more than these say little about the next. */
const MOST_LINKS = 6

/** What the campaigns before one showed, nearest first; each judged by its own frozen goal. */
export async function readChain(ctx: Context, campaignId: string, rulebook: Rulebook) {
  const { campaign } = await loadCampaign(ctx, campaignId)
  const { links, unknown } = await listChain(ctx, campaign)
  const items = []
  for (const { stored, depth } of links.slice(0, MOST_LINKS)) {
    const { id } = stored
    const report = buildReport(await collectReport(ctx, await judgeCampaign(ctx, id, rulebook)))
    const { kpis, proven, forecast } = learnFrom(report)
    const { name, starts, ends } = stored.campaign
    const goal = judgedCampaign(stored.campaign, stored.frozen).goal
    const lesson = { kpis, proven, forecast }
    items.push({
      id,
      name,
      starts,
      ends,
      depth,
      kpis: [...kpis],
      proven: [...proven],
      forecast,
      result: proposeResult(report, goal),
      goal: goal === null ? null : continueGoal(goal, { lesson, name, report, deadline: campaign.ends }),
    })
  }
  return { items, unknown }
}
