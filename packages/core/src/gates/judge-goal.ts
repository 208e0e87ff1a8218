import {
  checkGoalForm,
  findWhen,
  makeFinding,
  nameGuard,
  type Finding,
  type GuardRail,
  type Kpi,
  type Subject,
} from '../campaigns/index.ts'
import { tellTarget } from '../planning/index.ts'
import type { ChosenPlan } from '../selection/index.ts'
import { formatExact, formatFen, formatShare, say, type Localized } from '../shared/index.ts'
import type { GateAnswer, GateInput } from './gate-input.ts'
import { THRESHOLDS } from './gate-threshold-table.ts'

const CAMPAIGN: Subject = { kind: 'campaign', id: 'campaign' }

function nameBudgets(budgetFor: ChosenPlan['budgetFor']): Localized {
  if (budgetFor === null) return say('Raise the budget or lower the target.', '请提高预算或下调目标。')
  const tell = (amountFen: number | null, percent: number) =>
    amountFen === null
      ? say(`no budget in this pool reaches ${percent} %`, `当前候选池中没有预算能达到 ${percent}%`)
      : say(`${percent} % needs ${formatFen(amountFen, 'en')}`, `达到 ${percent}% 需要 ${formatFen(amountFen, 'zh')}`)
  const [half, most] = [tell(budgetFor.p50Fen, 50), tell(budgetFor.p80Fen, 80)]
  return say(`Raise the budget or lower the target: ${half.en}, ${most.en}.`, `请提高预算或下调目标：${half.zh}，${most.zh}。`)
}

/** Of a part of a plan: what all of it would make, and the budgets where that is not enough either. */
function tellWayOut(kpi: Kpi, { whole, budgetFor }: ChosenPlan): Localized {
  const all = whole?.kpis.find(({ name, target }) => name === kpi.name && target === kpi.target)?.pTarget ?? null
  if (!whole || all === null) return nameBudgets(budgetFor)
  const [count, share] = [formatExact(whole.creators), (language: 'en' | 'zh') => formatShare(all, language)]
  if (all < THRESHOLDS.targetProbability.value) {
    const budgets = nameBudgets(whole.budgetFor ?? null)
    return say(
      `All ${count} creators of the plan make no more than ${share('en')}. ${budgets.en}`,
      `方案全部 ${count} 位也只有 ${share('zh')}。${budgets.zh}`,
    )
  }
  return say(
    `Choose more of the plan (all ${count} creators of it: ${share('en')}), plan again, or lower the target.`,
    `请从方案中多选达人（方案全部 ${count} 位：${share('zh')}）、重新规划，或下调目标。`,
  )
}

const tellMix = ({ creators, whole }: ChosenPlan): Localized =>
  whole
    ? say(
        `The ${formatExact(creators.length)} creators chosen of ${formatExact(whole.creators)} planned reach`,
        `从方案 ${formatExact(whole.creators)} 位中选定的 ${formatExact(creators.length)} 位达人达到`,
      )
    : say('The planned mix reaches', '当前组合达到')

function tellUnknown(target: Localized, { unplanned = 0 }: ChosenPlan): { because: Localized; fix: Localized } {
  if (unplanned === 0)
    return {
      because: say(`The plan has no forecast for ${target.en}.`, `方案没有「${target.zh}」的预估。`),
      fix: say('Plan again with this target, or judge it at the deadline.', '请以此目标重新规划，或在截止日判断。'),
    }
  const count = formatExact(unplanned)
  return {
    because: say(
      `${count} of the chosen creators are not in the plan, so nobody can say how likely ${target.en} is.`,
      `所选达人中有 ${count} 位不在方案内，无法判断「${target.zh}」的达成概率。`,
    ),
    fix: say('Plan again with the chosen creators kept.', '请锁定已选达人后重新规划。'),
  }
}

function judgeFeasibility(kpi: Kpi, plan: ChosenPlan): Finding[] {
  // A probability that was computed for another target says nothing about this one.
  const planned = plan.kpis.find(({ name, target }) => name === kpi.name && target === kpi.target)
  const probability = planned?.pTarget ?? null
  const target = tellTarget(kpi)
  if (probability === null) {
    return [
      makeFinding(CAMPAIGN, {
        code: 'goal.feasibility_unknown',
        severity: 'info',
        ...tellUnknown(target, plan),
      }),
    ]
  }
  const mix = tellMix(plan)
  const unlikely = say(
    `${mix.en} ${target.en} with probability ${formatShare(probability, 'en')}, below 50%.`,
    `${mix.zh}「${target.zh}」的概率为 ${formatShare(probability, 'zh')}，低于 50%。`,
  )
  // What nobody counted yet warns and never stops: the chance rests on our assumption.
  const isAssumed = planned?.basis === 'assumed'
  return findWhen(probability < THRESHOLDS.targetProbability.value, CAMPAIGN, {
    code: 'goal.unlikely',
    severity: isAssumed ? 'warn' : 'block',
    because: isAssumed ? say(`${unlikely.en} ${ASSUMED.en}`, `${unlikely.zh}${ASSUMED.zh}`) : unlikely,
    fix: isAssumed ? ENTER_RESULTS : tellWayOut(kpi, plan),
  })
}

const ASSUMED = say('What a view brings is assumed [A].', '单次播放/阅读带来的数量为假设 [A]。')
const ENTER_RESULTS = say(
  'Enter what an earlier campaign brought, lower the target, or go on knowingly.',
  '请填写往期结果、下调目标，或在知情的前提下继续。',
)

/** What the mix makes of a guard-rail at P50, costs per result by those who say yes; null where a plan cannot say it. */
function forecastGuard({ metric }: GuardRail, { kpis, costPer }: GuardedPlan): number | null {
  const per = (result: 'views' | 'interactions', times: number) => {
    const middle = costPer?.[result]?.p50
    return middle === undefined ? null : (middle / 100) * times
  }
  if (metric === 'cpm') return per('views', 1000)
  if (metric === 'cpv') return per('views', 1)
  if (metric === 'cpe') return per('interactions', 1)
  return metric === 'views' || metric === 'reach' ? (kpis.find(({ name }) => name === metric)?.p50 ?? null) : null
}

/** A guard-rail beside what the planned mix makes of it at P50; nulls where a plan cannot say it. */
export interface GuardForecast {
  readonly rail: GuardRail
  readonly found: number | null
  readonly isBroken: boolean | null
}

/** What of a plan, or of those really chosen, a guard-rail looks at. */
export type GuardedPlan = Pick<ChosenPlan, 'kpis' | 'costPer'>

/** All guard-rails of a goal beside a plan, in their order; none without a goal. */
export function forecastGuards({ goal }: Pick<GateInput['campaign'], 'goal'>, plan: GuardedPlan): GuardForecast[] {
  return (goal?.guardRails ?? []).map((rail) => {
    const found = forecastGuard(rail, plan)
    return { rail, found, isBroken: found === null ? null : rail.bound === 'atMost' ? found > rail.value : found < rail.value }
  })
}

function judgeGuard({ rail, found, isBroken }: GuardForecast): Finding[] {
  if (found === null || isBroken === null) return []
  const name = nameGuard(rail.metric, 'forecast')
  const [limit, amount] = [formatExact(rail.value), formatExact(Number(found.toPrecision(3)))]
  return findWhen(isBroken, CAMPAIGN, {
    code: 'goal.guard_unlikely',
    severity: 'warn',
    because: say(
      `At P50 the planned mix comes to ${name.en}: ${amount}; the guard-rail is ${rail.bound === 'atMost' ? 'at most' : 'at least'} ${limit}.`,
      `按 P50 计，当前组合的「${name.zh}」为 ${amount}；底线为${rail.bound === 'atMost' ? '不高于' : '不低于'} ${limit}。`,
    ),
    fix: say('Change the mix, or set the limit knowingly with its source.', '请调整组合，或依据来源重新设定限值。'),
  })
}

// A yes is no other choice: the waiver that let the first contract be signed counts for the next one.
function tellPromise(plan: ChosenPlan, hasRails: boolean) {
  const { kpis, costPer } = plan.unanswered ?? plan
  return { kpis, budgetFor: plan.budgetFor, ...(hasRails && { costPer }) }
}

/** Gate 1, judges the campaign: one goal, complete KPIs, and, once there is a mix, whether the target is likely. Unknown never blocks. */
export function judgeGoal({ campaign, plan }: GateInput): GateAnswer[] {
  const { goal, stage, starts, ends, budgetFen } = campaign
  const rails = goal?.guardRails ?? []
  const parts = {
    goal,
    campaign: { stage, starts, ends, budgetFen },
    plan: plan === null ? null : tellPromise(plan, rails.length > 0),
  }
  const answer = { gate: 'goal' as const, subject: CAMPAIGN, label: campaign.name, parts }
  if (goal === null) {
    const missing = makeFinding(CAMPAIGN, {
      code: 'goal.missing',
      severity: 'info',
      because: say('The campaign has no goal yet.', '项目还没有目标。'),
      fix: say('State one primary goal and its KPIs.', '请确定一个主要目标及其 KPI。'),
    })
    return [{ ...answer, isOpen: true, findings: [missing] }]
  }
  const likelihood =
    plan === null ? [] : [...goal.kpis.flatMap((kpi) => judgeFeasibility(kpi, plan)), ...forecastGuards(campaign, plan).flatMap(judgeGuard)]
  return [{ ...answer, isOpen: false, findings: [...checkGoalForm(goal, campaign, CAMPAIGN), ...likelihood] }]
}
