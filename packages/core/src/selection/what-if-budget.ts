import type { Campaign } from '../campaigns/index.ts'
import { sketchMix, type ChanceOf } from '../planning/index.ts'
import { formatExact, formatFen, formatGap, formatShare, say, type Localized } from '../shared/index.ts'
import { withBudget, type BuiltProblem } from './build-problem.ts'
import type { Sensitivity, ShortPlan } from './plan-parts-schema.ts'

/** Budgets asked for beside the campaign's own. */
const CHANGES = [-0.1, 0.1] as const

/** The plan at hand, and how a set of creators is told beside it. */
export interface PlanAtHand {
  readonly campaign: Campaign
  readonly built: BuiltProblem
  readonly chosen: readonly string[]
  readonly value: number
  /** The chance that the campaign demands, of a set of creators; undefined when it demands none. */
  readonly demandedChance?: ChanceOf | undefined
  /** Tells a set of creators beside the plan at hand, forecast for that campaign. */
  readonly tell: (chosen: readonly string[], campaign: Campaign) => ShortPlan
}

/** What a tenth of the budget less or more would change: who joins and leaves, value, each KPI. */
export function askBudgets(at: PlanAtHand): Sensitivity[] {
  return CHANGES.map((change) => {
    const budgetFen = Math.max(1, Math.round(at.campaign.budgetFen * (1 + change)))
    const campaign = { ...at.campaign, budgetFen }
    const chosen = sketchMix(withBudget(at.built, campaign), at.demandedChance)
    const plan = chosen === null ? null : at.tell(chosen, campaign)
    return { change, budgetFen, plan, because: explainChange({ change, budgetFen, plan, value: at.value }) }
  })
}

function explainChange({ change, budgetFen, plan, value }: Omit<Sensitivity, 'because'> & { value: number }): Localized {
  const share = formatShare(Math.abs(change), 'en')
  const head = say(
    `${share} ${change < 0 ? 'less' : 'more'} (${formatFen(budgetFen, 'en')})`,
    `预算${change < 0 ? '减少' : '增加'} ${share}（${formatFen(budgetFen, 'zh')}）`,
  )
  if (plan === null) return say(`${head.en}: no mix meets the constraints.`, `${head.zh}：没有组合能满足约束。`)
  const moved = value > 0 ? plan.value / value - 1 : 0
  const [joins, leaves] = [formatExact(plan.joins.length), formatExact(plan.leaves.length)]
  return say(
    `${head.en}: value ${tellMove(moved, 'en')}; ${joins} join, ${leaves} leave.`,
    `${head.zh}：价值${tellMove(moved, 'zh')}；新增 ${joins} 位，减少 ${leaves} 位。`,
  )
}

function tellMove(moved: number, language: 'en' | 'zh'): string {
  const size = formatGap(Math.abs(moved))
  if (Math.abs(moved) < 5e-4) return language === 'en' ? 'unchanged' : '不变'
  if (language === 'en') return `${moved > 0 ? 'up' : 'down'} ${size}`
  return `${moved > 0 ? '上升' : '下降'} ${size}`
}
