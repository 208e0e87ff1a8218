import { hashOf, type Sha256 } from '../shared/index.ts'
import type { Campaign } from './schema.ts'

/** What is frozen before money is spent: the rule by which the campaign will be judged, and what was known then. */
export interface FrozenGoal {
  readonly hash: string
  readonly at: string
  readonly inputs: {
    readonly goal: Campaign['goal']
    readonly budgetFen: number
    readonly starts: string
    readonly ends: string
    readonly secondCurrency: Campaign['secondCurrency']
    readonly plan: unknown
  }
}

/** Freezes goal, KPI rules, forecast and rate at a moment (UTC). The plan is kept as it was given; it is opaque here. */
export function freezeGoal({ campaign, plan, at }: { campaign: Campaign; plan: unknown; at: string }, sha256: Sha256): FrozenGoal {
  const { goal, budgetFen, starts, ends, secondCurrency } = campaign
  const inputs = { goal, budgetFen, starts, ends, secondCurrency, plan }
  return { hash: hashOf(inputs, sha256), at, inputs }
}
