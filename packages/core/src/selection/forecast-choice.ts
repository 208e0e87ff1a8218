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
  const members = creators.flatMap((creator) => readMember(creator, choice.accepted) ?? [])
  const unplanned = new Set(choice.creatorIds).size - members.length
  const isPart = creators.length < plan.creators.length
  const drawOf = keepDraws(campaign)
  const sumOf = (read: (creator: PlanResult['creators'][number]) => number) => creators.reduce((sum, creator) => sum + read(creator), 0)
  const feeRoomFen = sumOf(({ feeRoomFen: room = 0 }) => room)
  const inputs = { campaign, segments: plan.audience ?? [], perViewOf: ({ perView }: Member) => perView, drawOf }
  return {
    creators,
    costFen: sumOf(({ costFen }) => costFen) + feeRoomFen,
    feeRoomFen,
    kpis: unplanned > 0 ? [] : forecastKpis(members, inputs),
    ...(plan.audience !== undefined && { audience: plan.audience }),
    costPer: unplanned > 0 ? { views: null, interactions: null } : forecastCosts(members, drawOf),
    // Budgets were sought for the whole plan: of a part they say nothing.
    budgetFor: isPart ? null : plan.budgetFor,
    whole: isPart ? { creators: plan.creators.length, kpis: plan.kpis } : null,
    unplanned,
  }
}

function readMember(creator: PlanResult['creators'][number], accepted: readonly string[]): Member | null {
  const { id, forecast, interactions = null, pAccepts, costFen, feeRoomFen = 0, perView = null } = creator
  if (forecast === null || pAccepts === undefined) return null
  return {
    id,
    option: id,
    views: forecast,
    interactions,
    pAccepts: accepted.includes(id) ? { p: 1 } : pAccepts,
    costFen,
    feeRoomFen,
    perView,
  }
}
