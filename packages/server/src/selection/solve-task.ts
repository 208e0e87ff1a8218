import { planCampaign, type PlanRequest, type PlanResult } from '@kolibra/core/selection'

/** What the thread is handed: all of a plan's request that can be copied between threads. */
export type PlanTask = Omit<PlanRequest, 'clock'>

/** Solves a plan where it stands. */
export function solveTask(task: PlanTask): PlanResult {
  return planCampaign({ ...task, clock: Date.now })
}
