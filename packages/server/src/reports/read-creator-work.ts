import type { Account } from '@kolibra/core/creators'
import { findConflicts } from '@kolibra/core/selection'
import { compareWithForecast, reportFreedom, type CreatorWork } from '@kolibra/core/reports'
import { listPublicationObservations } from '../content/index.ts'
import { listHeldForConflicts, loadAccounts } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'
import { listFreedomFacts, listRunningCampaigns, listWork } from './queries.ts'

/** What a creator did with us: forecast against what came, and the running campaigns that clash with their other work. */
export async function readCreatorWork(ctx: Context, creatorId: string): Promise<CreatorWork> {
  const { account } = found((await loadAccounts(ctx, [creatorId]))[0], 'creator', creatorId)
  const work = await listWork(ctx, creatorId)
  const ids = work.map(({ deliverableId }) => deliverableId)
  const seen = await listPublicationObservations(ctx, ids)
  const freedom = await listFreedomFacts(ctx, ids)
  const items = work.map((item) => {
    const counted = seen.findLast(({ deliverableId, metrics }) => deliverableId === item.deliverableId && metrics.views !== null)
    const views =
      counted === undefined || counted.metrics.views === null
        ? null
        : { value: counted.metrics.views, source: counted.metrics.source, observedAt: counted.metrics.observedAt }
    const facts = found(freedom.get(item.deliverableId), 'deliverable', item.deliverableId)
    return { ...item, views, outcome: compareWithForecast(views?.value ?? null, item.forecast), ...reportFreedom(facts, item) }
  })
  return { items, clashes: await listClashes(ctx, creatorId, account) }
}

async function listClashes(ctx: Context, creatorId: string, account: Account): Promise<CreatorWork['clashes']> {
  const held = (await listHeldForConflicts(ctx, [creatorId])).get(creatorId)
  const running = await listRunningCampaigns(ctx)
  return running.flatMap(({ id, campaign }) =>
    findConflicts({ account, ...held }, campaign, { kind: 'creator', id: creatorId })
      // What is merely not known is told by the Choice gate for each campaign.
      .filter(({ severity }) => severity === 'block')
      .map(({ code, because, fix }) => ({ campaignId: id, campaign: campaign.name, code, because, fix })),
  )
}
