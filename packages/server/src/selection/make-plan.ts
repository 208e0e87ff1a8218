import { nameCause, planAskSchema, planCampaign, type PlanAsk, type PlanCause, type PlanResult } from '@kolibra/core/selection'
import { formatExact, say } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { gatherPlan, type GatheredPlan } from './gather-plan.ts'
import { insertPlan, loadPlan, lockVersions, type StoredPlan } from './plan-store.ts'

/** What a version is kept with beside its numbers. */
export interface PlanOrigin {
  readonly ask: PlanAsk
  /** Whose answer made it necessary. */
  readonly answer?: { readonly cause: Extract<PlanCause, 'declined' | 'withdrawn'>; readonly creatorId: string }
}

/** Plans a campaign as it stands, at once and in this thread: for examples and tests. */
export async function makePlan(
  ctx: Context,
  campaignId: string,
  { clock, ask: asked = {} }: { clock: () => number; ask?: Partial<PlanAsk> },
): Promise<StoredPlan> {
  const ask = planAskSchema.parse(asked)
  const gathered = await gatherPlan(ctx, campaignId, { ask, keepsThoseLeft: false })
  const plan = planCampaign({ ...gathered.request, clock })
  return keepPlan(ctx, campaignId, { gathered, plan, origin: { ask } })
}

/** Keeps a computed plan as the next version of its campaign. */
export async function keepPlan(
  ctx: Context,
  campaignId: string,
  { gathered, plan, origin }: { gathered: GatheredPlan; plan: PlanResult; origin: PlanOrigin },
): Promise<StoredPlan> {
  const { ask, answer } = origin
  const id = ctx.mintId()
  const made = await lockVersions(ctx, campaignId)
  const cause = answer?.cause ?? nameCause(ask, { isFirst: made === 0 })
  await insertPlan(
    ctx,
    {
      id,
      campaignId,
      madeFrom: ask.madeFrom,
      scenario: ask.scenario,
      cause,
      causeCreatorId: answer?.creatorId ?? null,
      ask,
      plan: tellWeighed(plan, gathered),
    },
    made + 1,
  )
  await recordEvent(ctx, { name: 'plan.made', subject: { kind: 'plan', id }, campaignId })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  return loadPlan(ctx, campaignId, id)
}

/** Says that not everybody was weighed, where that is so. */
function tellWeighed(plan: PlanResult, { weighed, ofAll }: GatheredPlan): PlanResult {
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
