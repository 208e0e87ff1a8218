import { canonicalJson, hashOf, type Sha256 } from '../shared/index.ts'
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
    /** Whose series measure the KPIs, and where: left out by freezes of before these were kept. */
    readonly brand?: string | undefined
    readonly productName?: string | undefined
    readonly platforms?: Campaign['platforms'] | undefined
    readonly plan: unknown
  }
}

/**
 * What of a campaign stays as the first contract found it, by the name of the field: the frame of what is judged, and whose numbers judge it.
 * The goal is not among them: an edit of it is kept beside the frozen one, which goes on judging.
 */
const FROZEN_FIELDS = {
  budgetFen: ({ budgetFen }) => budgetFen,
  starts: ({ starts }) => starts,
  ends: ({ ends }) => ends,
  secondCurrency: ({ secondCurrency }) => secondCurrency,
  brand: ({ brand }) => brand,
  'product.name': ({ product }) => product.name,
  platforms: ({ platforms }) => platforms,
} as const satisfies Record<string, (campaign: Campaign) => unknown>

/** The frozen fields in which two states of a campaign differ, as `product.name`; none: nothing that a contract holds fast. */
export function listFrozenChanges(before: Campaign, after: Campaign): string[] {
  return Object.entries(FROZEN_FIELDS)
    .filter(([, read]) => canonicalJson(read(before) ?? null) !== canonicalJson(read(after) ?? null))
    .map(([field]) => field)
}

/** The campaign as it is judged: what was frozen with the goal stands where it was edited since. `frozen` null: as it is. */
export function judgedCampaign(campaign: Campaign, frozen: FrozenGoal | null): Campaign {
  if (frozen === null) return campaign
  const { goal, starts, brand = campaign.brand, productName = campaign.product.name, platforms = campaign.platforms } = frozen.inputs
  return { ...campaign, goal, starts, brand, product: { ...campaign.product, name: productName }, platforms }
}

/** Freezes goal, KPI rules, whose numbers measure them, forecast and rate at a moment (UTC). The plan is kept as it was given; it is opaque here. */
export function freezeGoal({ campaign, plan, at }: { campaign: Campaign; plan: unknown; at: string }, sha256: Sha256): FrozenGoal {
  const { goal, budgetFen, starts, ends, secondCurrency, brand, product, platforms } = campaign
  const inputs = { goal, budgetFen, starts, ends, secondCurrency, brand, productName: product.name, platforms, plan }
  return { hash: hashOf(inputs, sha256), at, inputs }
}
