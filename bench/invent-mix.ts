import { drawUniform, type MixProblemInput } from '@kolibra/core/planning'

interface Tier {
  readonly group: string
  readonly share: number
  /** Median views and CNY per thousand views; both log-normal. */
  readonly views: number
  readonly cpm: number
  readonly maxCount: number
}

// Views and prices as the field's tables put them (science.md §1); maxima as campaigns state them.
const TIERS: readonly Tier[] = [
  { group: 'celebrity', share: 0.01, views: 1_500_000, cpm: 150, maxCount: 2 },
  { group: 'kol', share: 0.09, views: 250_000, cpm: 90, maxCount: 12 },
  { group: 'micro', share: 0.35, views: 30_000, cpm: 60, maxCount: 40 },
  { group: 'koc', share: 0.55, views: 3_000, cpm: 45, maxCount: 60 },
]
const MEAN_BUDGET_FEN = 150_000_000

/** A pool like China's: four tiers, log-normal views and prices, tier maxima; each creator leans to a few segments. Nobody in it exists. */
export function inventMix(creators: number, segments: number, seed: number): MixProblemInput {
  const uniform = drawUniform(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  const sizes = Array.from({ length: segments }, () => Math.round(400_000 * Math.exp(0.6 * normal())))
  const candidates = Array.from({ length: creators }, (_, index) => {
    const tier = pickTier(uniform())
    const views = tier.views * Math.exp(0.9 * normal())
    const leaning = sizes.map((size) => size * Math.exp(1.2 * normal()))
    const whole = leaning.reduce((sum, part) => sum + part, 0)
    return {
      id: `c${String(index).padStart(6, '0')}`,
      costFen: Math.max(10_000, Math.round(((views * tier.cpm) / 10) * Math.exp(0.5 * normal()))),
      reach: Object.fromEntries(sizes.map((size, at) => [`s${at}`, Math.min(0.95, (views * 0.7 * (leaning[at] ?? 0)) / whole / size)])),
      value: views * 0.02 * Math.exp(0.4 * normal()),
      groups: [tier.group],
    }
  })
  return {
    budgetFen: Math.round(MEAN_BUDGET_FEN * (0.5 + uniform())),
    segments: sizes.map((size, at) => ({ id: `s${at}`, size })),
    candidates,
    constraints: TIERS.map(({ group, maxCount }) => ({ group, maxCount })),
    seed,
    timeLimitMs: 2000,
  }
}

function pickTier(at: number): Tier {
  let passed = 0
  for (const tier of TIERS) {
    passed += tier.share
    if (at < passed) return tier
  }
  return TIERS[TIERS.length - 1] ?? { group: 'koc', share: 1, views: 0, cpm: 0, maxCount: 0 }
}
