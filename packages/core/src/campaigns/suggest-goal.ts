import type { Localized } from '../shared/index.ts'
import { GOAL_BY_STAGE } from './goal-table.ts'
import { KPI_TEMPLATES, type KpiTemplate } from './kpi-templates.ts'
import type { Campaign, Goal } from './schema.ts'

/** Where the goal form leads for the brand's stage, with the KPI templates and the reason to show. */
export function suggestGoal(stage: Campaign['stage']): { primary: Goal['primary']; kpis: KpiTemplate[]; because: Localized } {
  const { primary, kpis, because } = GOAL_BY_STAGE[stage]
  const names: readonly string[] = kpis
  return { primary, kpis: KPI_TEMPLATES.filter(({ name }) => names.includes(name)), because }
}
