export * from './schema.ts'
export { findWhen, makeFinding, say, type FindingDraft } from './finding.ts'
export {
  ASSUMED_INTERACTIONS,
  GOAL_BY_STAGE,
  INTERACTION_PARTS,
  KPI_TEMPLATES,
  type KpiTemplate,
} from './goal-table.ts'
export { suggestGoal } from './suggest-goal.ts'
export { checkGoalForm } from './check-goal-form.ts'
export { freezeGoal, type FrozenGoal } from './freeze-goal.ts'
