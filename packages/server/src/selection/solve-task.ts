import { planCampaign, type PlanRequest, type PlanResult } from '@kolibra/core/selection'

/** What the thread is handed: all of a plan's request that can be copied between threads. */
export type PlanTask = Omit<PlanRequest, 'clock' | 'tell'>

/** Solves a plan where it stands, and tells how much of it is done, 0–1. */
export function solveTask(task: PlanTask, tell: (share: number) => void): PlanResult {
  return planCampaign({ ...task, clock: Date.now, tell })
}
