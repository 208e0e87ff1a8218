import type { PlanOrigin } from './make-plan.ts'

/** What one planning is to do. */
export interface PlannerTask {
  readonly campaignId: string
  readonly origin: PlanOrigin
  /** The plan that the new version takes the place of, if it is feasible; left out: it is kept beside the others. */
  readonly adoptInstead?: string | undefined
}
