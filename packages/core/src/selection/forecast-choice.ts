import type { Campaign } from '../campaigns/index.ts'
import { forecastCosts, type PricedMember } from './forecast-costs.ts'
import { forecastKpis } from './forecast-kpis.ts'
import { keepDraws } from './keep-draws.ts'
import type { ChosenPlan, PlanResult } from './schema.ts'

/** Who was really chosen from a plan. */
export interface Choice {
  readonly creatorIds: readonly string[]
  /** Of them those who said yes or are under contract: no longer a chance. */
  readonly accepted: readonly string[]
}

type Member = PricedMember & { readonly perView: readonly number[] | null }

/**
 * What a choice from a plan costs and brings, worked out from what the plan keeps of each creator and by the same draws: the whole plan with
 * nobody's answer yet has the numbers of the plan. Nothing is said of KPIs while somebody chosen is not in the plan or has no forecast there.
 */
export function forecastChoice(plan: ChosenPlan, choice: Choice, campaign: Campaign): ChosenPlan {
  const creators = plan.creators.filter(({ id }) => choice.creatorIds.includes(id))
  const invited = creators.flatMap((creator) => readMember(creator, plan) ?? [])
  const members = invited.map((member) => (choice.accepted.includes(member.id) ? { ...member, pAccepts: { p: 1 } } : member))
  const isPart = creators.length < plan.creators.length
  const strangers = new Set(choice.creatorIds).size - creators.length
  // Kept before answers were weighed: the whole plan is what it said, of a part nothing can be worked out.
  const isAsKept = !isPart && strangers === 0 && creators.some(({ pAccepts }) => pAccepts === undefined)
  const unplanned = isAsKept ? 0 : strangers + creators.length - members.length
  const sumOf = (read: (creator: PlanResult['creators'][number]) => number) => creators.reduce((sum, creator) => sum + read(creator), 0)
  const feeRoomFen = sumOf(({ feeRoomFen: room = 0 }) => room)
  const segments = plan.audience ?? []
  const tell = (told: readonly Member[]) => {
    if (unplanned > 0) return { kpis: [], costPer: UNKNOWN_COST }
    if (isAsKept) return { kpis: plan.kpis, costPer: plan.costPer ?? UNKNOWN_COST }
    // Draws hold the answer of their member: those of an invitation are not those of a yes.
    const drawOf = keepDraws(campaign)
    const kpis = forecastKpis(told, { campaign, segments, perViewOf: ({ perView }: Member) => perView, drawOf })
    return { kpis: isPart ? kpis : withKept(kpis, plan.kpis), costPer: forecastCosts(told, drawOf) }
  }
  return {
    creators,
    costFen: sumOf(({ costFen }) => costFen) + feeRoomFen,
    feeRoomFen,
    ...(plan.audience !== undefined && { audience: plan.audience }),
    ...tell(members),
    unanswered: !isAsKept && invited.some(({ id }) => choice.accepted.includes(id)) ? tell(invited) : null,
    // Budgets were sought for the whole plan: of a part they say nothing.
    budgetFor: isPart ? null : plan.budgetFor,
    whole: isPart ? { creators: plan.creators.length, kpis: plan.kpis, budgetFor: plan.budgetFor } : null,
    unplanned,
  }
}

const UNKNOWN_COST = { views: null, interactions: null }

// What reach and interactions are drawn from is not kept with every plan; the whole plan has those it was made with.
function withKept(told: PlanResult['kpis'], kept: PlanResult['kpis']): PlanResult['kpis'] {
  const isMissing = (name: string) => ['interactions', 'reach'].includes(name) && !told.some((kpi) => kpi.name === name)
  return [...told, ...kept.filter(({ name }) => isMissing(name))]
}

function readMember(creator: PlanResult['creators'][number], { audience }: Pick<ChosenPlan, 'audience'>): Member | null {
  const { id, forecast, interactions = null, pAccepts, costFen, feeRoomFen = 0, perView = null } = creator
  if (forecast === null || pAccepts === undefined) return null
  // Shares of an audience whose size is not kept say nothing of people.
  return { id, option: id, views: forecast, interactions, pAccepts, costFen, feeRoomFen, perView: audience === undefined ? null : perView }
}
