import type { PlanAsk, PlanCause } from './plan-version-schema.ts'

/** Why a version is made, from what it is asked for with. Answers of creators are named by whoever records them. */
export function nameCause(ask: Pick<PlanAsk, 'scenario' | 'keep' | 'drop'>, { isFirst }: { isFirst: boolean }): PlanCause {
  if (ask.scenario !== null) return 'scenario'
  if (ask.keep.length > 0 || ask.drop.length > 0) return 'locked'
  return isFirst ? 'first' : 'again'
}
