import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillGreedily } from './fill-greedily.ts'
import { mixProblemSchema, solveMix, sketchMix, weighMix, type MixProblem, type MixProblemInput, type MixResult } from './index.ts'
import { buildMixModel } from './mix-model.ts'
import { listUnmet, startPick, valueOf } from './mix-pick.ts'
import { drawNormals, drawUniform } from './seeded-draws.ts'
import { isAllowed } from './test/mix-oracle.ts'

const solve = (problem: MixProblemInput): MixResult => solveMix(problem, { clock: () => 0 })

const TIERS = [
  { group: 'kol', from: 0, views: 250_000 },
  { group: 'micro', from: 0.15, views: 30_000 },
  { group: 'koc', from: 0.55, views: 3_000 },
]

/** A pool beyond what can be decided one by one: three tiers, two platforms, prices and audiences log-normal. */
function inventPool(seed: number, count: number, known: Partial<MixProblemInput> = {}): MixProblem {
  const [normals, uniform] = [drawNormals(seed, count * 8), drawUniform(seed + 1)]
  const candidates = Array.from({ length: count }, (_, index) => {
    const at = uniform()
    const tier = TIERS.findLast(({ from }) => at >= from) ?? { group: 'koc', views: 3_000 }
    const normal = (place: number) => normals[index * 8 + place] ?? 0
    const views = tier.views * Math.exp(0.8 * normal(0))
    const reach = Object.fromEntries(
      [1, 2, 3, 4].map((place) => [`s${place}`, Math.min(0.95, (views * 0.2 * Math.exp(normal(place))) / 400_000)]),
    )
    return {
      id: `c${index + 100}`,
      costFen: Math.round(views * 6 * Math.exp(0.5 * normal(5))),
      reach,
      value: views * 0.02,
      groups: [tier.group, uniform() < 0.5 ? 'douyin' : 'xiaohongshu'],
      conflicts: uniform() < 0.1 ? [`c${100 + Math.floor(uniform() * count)}`] : [],
      creator: uniform() < 0.2 ? `k${Math.floor(uniform() * 8)}` : null,
    }
  })
  return mixProblemSchema.parse({
    budgetFen: 6_000_000,
    segments: [1, 2, 3, 4].map((place) => ({ id: `s${place}`, size: 400_000 })),
    candidates,
    constraints: [
      { group: 'kol', maxCount: 3, maxShare: 0.7 },
      { group: 'koc', minCount: 4 },
      { group: 'xiaohongshu', minShare: 0.2 },
    ],
    seed,
    ...known,
  })
}

const seeds = fc.integer({ min: 1, max: 10_000 })
const setOf = ({ candidates }: MixProblem, ids: readonly string[]) => candidates.filter(({ id }) => ids.includes(id))

describe('pools too large to decide one by one', () => {
  test('property: never over budget, every constraint met, value and cost as the formula says, bound above', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = inventPool(seed, 70)
        const { chosen, value, costFen, upperBound, gap, infeasible } = solve(problem)
        if (infeasible !== null) return
        expect(costFen).toBeLessThanOrEqual(problem.budgetFen)
        expect(isAllowed(problem, setOf(problem, chosen))).toBe(true)
        expect(weighMix(problem, chosen)).toEqual({ costFen, value: expect.closeTo(value, 3) })
        expect(upperBound).toBeGreaterThanOrEqual(value)
        expect(gap).toBeCloseTo((upperBound - value) / upperBound, 9)
      }),
      { numRuns: 12 },
    )
  })

  test('property: the same seed gives the same plan, also for a sketch', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = inventPool(seed, 55)
        expect(solve(problem)).toEqual(solve(problem))
        expect(sketchMix(problem)).toEqual(sketchMix(problem))
      }),
      { numRuns: 6 },
    )
  })

  test('property: never below plain greedy', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const problem = inventPool(seed, 90, { constraints: [{ group: 'kol', maxCount: 3 }] })
        const model = buildMixModel(problem)
        const { value } = solve(problem)
        for (const by of ['ratio', 'plain'] as const) {
          const greedy = startPick(model)
          fillGreedily(greedy, by)
          expect(value).toBeGreaterThanOrEqual(valueOf(greedy) - 1e-6)
        }
      }),
      { numRuns: 8 },
    )
  })

  // No pool promises a gap, and a rare one stays at a tenth. What is held is how near the planner comes on the same twelve.
  test('twelve pools are proved to within one in a hundred on average', () => {
    const gaps = Array.from({ length: 12 }, (_, at) => solve(inventPool(at + 1, 90, { constraints: [{ group: 'kol', maxCount: 3 }] })).gap)
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThan(0.01)
  })

  test('a must-have stays, whoever is ruled out does not come', () => {
    const problem = inventPool(3, 60)
    const { chosen } = solve(problem)
    const [first = '', second = ''] = chosen
    const left = problem.candidates.find(({ id, costFen }) => !chosen.includes(id) && costFen < 500_000)?.id ?? ''
    const next = solve({ ...problem, mustHave: [left], never: [first, second] })
    expect(next.chosen).toContain(left)
    expect(next.chosen).not.toContain(first)
    expect(next.chosen).not.toContain(second)
  })

  test('without any time the greedy part still answers, within the limits', () => {
    const problem = inventPool(5, 80)
    let asked = 0
    const { chosen, because } = solveMix(problem, { clock: () => (asked += 1_000_000) })
    expect(isAllowed(problem, setOf(problem, chosen))).toBe(true)
    expect(because.join(' ')).toContain('ended the search early')
  })
})

describe('filling greedily', () => {
  const model = buildMixModel(inventPool(8, 60, { constraints: [] }))

  test('only among those that are named', () => {
    const pick = startPick(model)
    const order = fillGreedily(pick, 'ratio', { among: Int32Array.of(3, 5, 8) })
    expect(order.filter((candidate) => ![3, 5, 8].includes(candidate))).toEqual([])
  })

  test('by prices of one each it is plain, by costs the ratio', () => {
    const orderBy = (by: Parameters<typeof fillGreedily>[1]) => fillGreedily(startPick(model), by)
    expect(orderBy(new Float64Array(60).fill(1))).toEqual(orderBy('plain'))
    expect(orderBy(model.costFen.map((costFen) => Math.max(1, costFen)))).toEqual(orderBy('ratio'))
  })

  test('stops where nothing more fits, and no minimum is its business', () => {
    const pick = startPick(model)
    fillGreedily(pick, 'ratio')
    expect(listUnmet(pick)).toEqual([])
    const cheapest = Math.min(...model.costFen.filter((_, index) => pick.chosen[index] === 0 && pick.blocked[index] === 0))
    expect(pick.costFen + cheapest).toBeGreaterThan(model.budgetFen)
  })
})
