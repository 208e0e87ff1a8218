import { checkGoalForm, findWhen, GUARDS, makeFinding, type Finding, type GuardRail, type Kpi, type Subject } from '../campaigns/index.ts'
import { tellTarget } from '../planning/index.ts'
import type { PlanResult } from '../selection/index.ts'
import { formatExact, formatFen, formatShare, say } from '../shared/index.ts'
import type { GateAnswer, GateInput } from './gate-input.ts'
import { THRESHOLDS } from './gate-threshold-table.ts'

const CAMPAIGN: Subject = { kind: 'campaign', id: 'campaign' }

function nameBudgets({ budgetFor }: PlanResult) {
  const tell = (amountFen: number | null | undefined, percent: number) =>
    amountFen === null || amountFen === undefined
      ? say(`no budget in this pool reaches ${percent} %`, `当前候选池中没有预算能达到 ${percent}%`)
      : say(`${percent} % needs ${formatFen(amountFen, 'en')}`, `达到 ${percent}% 需要 ${formatFen(amountFen, 'zh')}`)
  const [half, most] = [tell(budgetFor?.p50Fen, 50), tell(budgetFor?.p80Fen, 80)]
  if (budgetFor === null) return say('Raise the budget or lower the target.', '请提高预算或下调目标。')
  return say(`Raise the budget or lower the target: ${half.en}, ${most.en}.`, `请提高预算或下调目标：${half.zh}，${most.zh}。`)
}

function judgeFeasibility(kpi: Kpi, plan: PlanResult): Finding[] {
  // A probability that was computed for another target says nothing about this one.
  const planned = plan.kpis.find(({ name, target }) => name === kpi.name && target === kpi.target)
  const probability = planned?.pTarget ?? null
  const target = tellTarget(kpi)
  if (probability === null) {
    return [
      makeFinding(CAMPAIGN, {
        code: 'goal.feasibility_unknown',
        severity: 'info',
        because: say(`The plan has no forecast for ${target.en}.`, `方案没有「${target.zh}」的预测。`),
        fix: say('Plan again with this target, or judge it at the deadline.', '请以此目标重新规划，或在截止日判断。'),
      }),
    ]
  }
  const unlikely = say(
    `The planned mix reaches ${target.en} with probability ${formatShare(probability, 'en')}, below 50%.`,
    `当前组合达到「${target.zh}」的概率为 ${formatShare(probability, 'zh')}，低于 50%。`,
  )
  // What nobody counted yet warns and never stops: the chance rests on our assumption.
  const isAssumed = planned?.basis === 'assumed'
  return findWhen(probability < THRESHOLDS.targetProbability.value, CAMPAIGN, {
    code: 'goal.unlikely',
    severity: isAssumed ? 'warn' : 'block',
    because: isAssumed ? say(`${unlikely.en} ${ASSUMED.en}`, `${unlikely.zh}${ASSUMED.zh}`) : unlikely,
    fix: isAssumed ? ENTER_RESULTS : nameBudgets(plan),
  })
}

const ASSUMED = say('What a view brings is assumed [A].', '单次播放/阅读带来的数量为假设 [A]。')
const ENTER_RESULTS = say(
  'Enter what an earlier campaign brought, lower the target, or go on knowingly.',
  '请填写往期结果、下调目标，或在知情的前提下继续。',
)

/** What the planned mix makes of a guard-rail at P50; null where a plan cannot say it. */
function forecastGuard({ metric }: GuardRail, plan: PlanResult): number | null {
  const middle = (name: string) => plan.kpis.find((kpi) => kpi.name === name)?.p50 ?? null
  const per = (name: string, times: number) => {
    const amount = middle(name)
    return amount === null || amount <= 0 ? null : (plan.costFen / 100 / amount) * times
  }
  if (metric === 'cpm') return per('views', 1000)
  if (metric === 'cpv') return per('views', 1)
  if (metric === 'cpe') return per('interactions', 1)
  return metric === 'views' || metric === 'reach' ? middle(metric) : null
}

function judgeGuard(rail: GuardRail, plan: PlanResult): Finding[] {
  const found = forecastGuard(rail, plan)
  if (found === null) return []
  const isBroken = rail.bound === 'atMost' ? found > rail.value : found < rail.value
  const { name } = GUARDS[rail.metric]
  const [limit, amount] = [formatExact(rail.value), formatExact(Number(found.toPrecision(3)))]
  return findWhen(isBroken, CAMPAIGN, {
    code: 'goal.guard_unlikely',
    severity: 'warn',
    because: say(
      `At P50 the planned mix comes to ${name.en} ${amount}; the guard-rail is ${rail.bound === 'atMost' ? 'at most' : 'at least'} ${limit}.`,
      `按 P50 计，当前组合的「${name.zh}」为 ${amount}；底线为${rail.bound === 'atMost' ? '不高于' : '不低于'} ${limit}。`,
    ),
    fix: say('Change the mix, or set the limit knowingly with its source.', '请调整组合，或依据来源重新设定限值。'),
  })
}

/** Gate 1, judges the campaign: one goal, complete KPIs, and, once there is a mix, whether the target is likely. Unknown never blocks. */
export function judgeGoal({ campaign, plan }: GateInput): GateAnswer[] {
  const { goal, stage, starts, ends, budgetFen } = campaign
  const rails = goal?.guardRails ?? []
  const parts = {
    goal,
    campaign: { stage, starts, ends, budgetFen },
    plan: plan === null ? null : { kpis: plan.kpis, budgetFor: plan.budgetFor, ...(rails.length === 0 ? {} : { costFen: plan.costFen }) },
  }
  const answer = { gate: 'goal' as const, subject: CAMPAIGN, label: campaign.name, parts }
  if (goal === null) {
    const missing = makeFinding(CAMPAIGN, {
      code: 'goal.missing',
      severity: 'info',
      because: say('The campaign has no goal yet.', '推广还没有目标。'),
      fix: say('State one primary goal and its KPIs.', '请确定一个主要目标及其 KPI。'),
    })
    return [{ ...answer, isOpen: true, findings: [missing] }]
  }
  const likelihood =
    plan === null ? [] : [...goal.kpis.flatMap((kpi) => judgeFeasibility(kpi, plan)), ...rails.flatMap((rail) => judgeGuard(rail, plan))]
  return [{ ...answer, isOpen: false, findings: [...checkGoalForm(goal, campaign, CAMPAIGN), ...likelihood] }]
}
