import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceByDraws, listSpreads } from './estimate-chance.ts'
import { measureKpi } from './measure-kpi.ts'
import { buildMixModel } from './mix-model.ts'
import { mixProblemSchema, type MixProblemInput } from './schema.ts'
import { normalCdf } from './special-functions.ts'
import { ASSUMED_SPREAD } from './spread-table.ts'

const candidate = (id: string, more: object = {}) => ({ id, costFen: 1, ...more })

/** The chance of a set of positions; candidates are given in the order of their ids. */
function chanceIn(input: MixProblemInput, target: number, kpi = 'value') {
  const chance = { kpi, target, atLeast: 0.5, draws: 4000 }
  const problem = mixProblemSchema.parse({ ...input, chance })
  return chanceByDraws(problem, measureKpi(kpi, problem, buildMixModel(problem)), chance)
}

describe('spreads', () => {
  test('as stated, else assumed, and none in how many are chosen', () => {
    const candidates = [candidate('b', { sd: 0.3 }), candidate('a'), candidate('c', { sd: 0 })]
    const of = (kpi: string) => {
      const problem = mixProblemSchema.parse({
        budgetFen: 1,
        segments: [],
        candidates,
        chance: { kpi, target: 1, atLeast: 0.5, draws: 10 },
      })
      return [...listSpreads(problem, buildMixModel(problem))]
    }
    expect(of('value')).toEqual([ASSUMED_SPREAD.sd, 0.3, 0])
    expect(of('count')).toEqual([0, 0, 0])
  })
})

describe('one candidate', () => {
  test('the share of draws is the log-normal share, at any spread and target', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 150 }), fc.integer({ min: -20, max: 20 }), (hundredths, tenths) => {
        const sd = hundredths / 100
        const target = 100 * Math.exp((sd * tenths) / 10)
        const chanceOf = chanceIn({ budgetFen: 1, segments: [], candidates: [candidate('a', { value: 100, sd })] }, target)
        // Four standard errors of 4,000 draws at most.
        expect(Math.abs(chanceOf([0]) - (1 - normalCdf(tenths / 10)))).toBeLessThan(0.032)
      }),
      { numRuns: 60 },
    )
  })

  test('reach is people: weights do not count, and no draw reaches more than there are', () => {
    const segments = [{ id: 's', size: 100, weight: 5 }]
    const problem = { budgetFen: 1, segments, candidates: [candidate('a', { reach: { s: 0.5 }, sd: 0.5 })] }
    expect(chanceIn(problem, 50, 'reach')([0])).toBeCloseTo(0.5, 1)
    expect(chanceIn(problem, 100.01, 'reach')([0])).toBe(0)
    expect(chanceIn(problem, 250)([0])).toBeCloseTo(0.5, 1)
  })
})

describe('several', () => {
  const two = (more: object): MixProblemInput => ({
    budgetFen: 9,
    segments: [],
    candidates: ['a', 'b', 'c', 'd'].map((id) => candidate(id, { value: 100, sd: 0.6, ...more })),
  })

  test('spread the risk: four are surer of a target below their sum than one of its quarter', () => {
    expect(chanceIn(two({}), 280)([0, 1, 2, 3])).toBeGreaterThan(chanceIn(two({}), 70)([0]) + 0.1)
  })

  test('share a shock: together they are less sure than if each were on its own', () => {
    const low = chanceIn(two({}), 320)([0, 1, 2, 3])
    // Sum of four independent log-normals by Fenton–Wilkinson: ln sd² = ln(1 + (e^0.36 − 1) / 4).
    const variance = Math.log1p(Math.expm1(0.36) / 4)
    const mean = Math.log(400) + 0.18 - variance / 2
    expect(low).toBeLessThan(1 - normalCdf((Math.log(320) - mean) / Math.sqrt(variance)))
  })

  test('nobody brings nothing, and a target of nothing is sure', () => {
    expect(chanceIn(two({}), 1)([])).toBe(0)
    expect(chanceIn(two({}), 0)([])).toBe(1)
  })

  test('a creator keeps its own draws whoever else stands in the file', () => {
    const alone = chanceIn({ ...two({}), candidates: [candidate('c', { value: 100, sd: 0.6 })] }, 90)([0])
    expect(chanceIn(two({}), 90)([2])).toBe(alone)
  })

  test('another seed gives other draws', () => {
    const chances = new Set([1, 2, 3, 4, 5].map((seed) => chanceIn({ ...two({}), seed }, 450)([0, 1, 2, 3])))
    expect(chances.size).toBeGreaterThan(1)
  })
})
