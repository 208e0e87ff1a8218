import type { Campaign } from '@kolibra/core/campaigns'
import { planCampaign, type PlanResult } from '@kolibra/core/selection'
import { formatExact, say } from '@kolibra/core/shared'
import { loadCampaign } from '../campaigns/index.ts'
import { listHeldForConflicts, loadAccounts, withStoredPosts, type StoredCreator } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { listPlanPool } from './plan-pool-store.ts'
import { insertPlan, loadPlan, type StoredPlan } from './plan-store.ts'

/** What a plan is made with: the clock that limits it, and the creators it may choose from; null: all of the workspace. */
export interface PlanParts {
  readonly clock: () => number
  readonly pool: readonly string[] | null
}

/** Plans a campaign over the pool and keeps the result. */
export async function makePlan(ctx: Context, campaignId: string, { clock, pool }: PlanParts): Promise<StoredPlan> {
  const { campaign } = await loadCampaign(ctx, campaignId)
  const { ids, ofAll } = pool === null ? await listPlanPool(ctx, campaign) : { ids: pool, ofAll: null }
  const creators = await withStoredPosts(ctx, await loadAccounts(ctx, ids))
  // Inside this workspace a creator is known by its own id: an account id may repeat on another platform.
  const accounts = creators.map(({ id, account }) => ({ ...account, accountId: id }))
  const plan = planCampaign({
    campaign: nameByCreatorId(campaign, creators),
    accounts,
    asOf: ctx.today,
    clock,
    held: await listHeldForConflicts(ctx, ids),
  })
  const id = ctx.mintId()
  await insertPlan(ctx, { id, campaignId, plan: tellWeighed(plan, { weighed: ids.length, ofAll }) })
  await recordEvent(ctx, { name: 'plan.made', subject: { kind: 'plan', id }, campaignId })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  return loadPlan(ctx, campaignId, id)
}

/** Says that not everybody was weighed, where that is so. */
function tellWeighed(plan: PlanResult, { weighed, ofAll }: { weighed: number; ofAll: number | null }): PlanResult {
  if (ofAll === null) return plan
  const [of, all] = [formatExact(weighed), formatExact(ofAll)]
  const told = say(
    `${of} of ${all} creators were weighed, those who can be planned with at the lowest price per expected view first; choose a list to weigh others.`,
    `在 ${all} 位达人中比较了 ${of} 位：优先可排期且单位预期播放价格最低者；如需比较其他达人，请选择一个名单。`,
  )
  return {
    ...plan,
    because: [...plan.because, told.en],
    ...(plan.becauseZh !== undefined && { becauseZh: [...plan.becauseZh, told.zh] }),
  }
}

// People write account ids into "must have" and "never"; the plan speaks of creator ids.
function nameByCreatorId(campaign: Campaign, creators: readonly StoredCreator[]): Campaign {
  const translate = (names: readonly string[]) =>
    names.flatMap((name) => {
      const ids = creators.filter(({ id, account }) => id === name || account.accountId === name).map(({ id }) => id)
      return ids.length > 0 ? ids : [name]
    })
  return { ...campaign, mustHave: translate(campaign.mustHave), never: translate(campaign.never) }
}
