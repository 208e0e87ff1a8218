import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundByPrefixes, boundByTangents } from './bound-mix.ts'
import { checkMixProblem } from './check-mix-problem.ts'
import { fillGreedily } from './fill-greedily.ts'
import science from './fixtures/science.json' with { type: 'json' }
import { buildMixModel } from './mix-model.ts'
import { addTo, startPick } from './mix-pick.ts'
import { mixProblemSchema, nameConstraint, solveMix, type MixProblemInput } from './index.ts'
import { anyProblem, findOptimum, isAllowed, valueOfSet } from './test/mix-oracle.ts'

const clock = () => 0
const solve = (problem: MixProblemInput) => solveMix(problem, { clock })

const tiny = science.optimise_tiny
const tinyProblem = mixProblemSchema.parse({
  budgetFen: tiny.budget,
  segments: tiny.N.map((size, index) => ({ id: `s${index}`, size })),
  candidates: Object.entries(tiny.p).map(([id, p]) => ({
    id,
    costFen: Reflect.get(tiny.cost, id),
    reach: Object.fromEntries(p.map((share, index) => [`s${index}`, share])),
  })),
})

describe('the worked example of the science notes', () => {
  test('greedy order, value and optimum', () => {
    const model = buildMixModel(tinyProblem)
    expect(fillGreedily(startPick(model), 'ratio').map((index) => model.ids[index])).toEqual(tiny.greedy_order)
    const result = solve(tinyProblem)
    expect(result.chosen).toEqual(tiny.optimum)
    expect(result.value).toBeCloseTo(tiny.value, 9)
    expect(result).toMatchObject({ costFen: 10, gap: 0, infeasible: null })
  })

  test('prefix bounds', () => {
    const model = buildMixModel(tinyProblem)
    const at = (id: string) => model.ids.indexOf(id)
    expect(boundByPrefixes(model, [])).toBeCloseTo(tiny.ub_prefix.empty, 9)
    expect(boundByPrefixes(model, [at('D')])).toBeCloseTo(tiny.ub_prefix.D, 9)
    expect(boundByPrefixes(model, ['D', 'B', 'C'].map(at))).toBeCloseTo(128.9, 9)
  })

  test('the tangent bound lies between the optimum and the published LP bound', () => {
    const bound = boundByTangents(buildMixModel(tinyProblem))
    expect(bound).toBeGreaterThanOrEqual(tiny.value)
    expect(bound).toBeLessThanOrEqual(tiny.lp_bound + 0.2)
  })
})

describe('the bound knows the limits', () => {
  const candidates = Array.from({ length: 60 }, (_, index) => ({
    id: `c${String(index).padStart(2, '0')}`,
    costFen: 10,
    value: 100 - index,
    groups: index < 30 ? ['kol'] : ['micro'],
  }))

  test.each([
    ['without limits', [], 1810],
    ['at most two KOLs', [{ group: 'kol', maxCount: 2 }], 199 + 18 * 70 - 153],
    ['at most a tenth for KOLs', [{ group: 'kol', maxShare: 0.1 }], 199 + 18 * 70 - 153],
    ['at least ten micros', [{ group: 'micro', minCount: 10 }], 955 + 655],
  ])('%s', (_, constraints, value) => {
    const result = solve({ budgetFen: 200, segments: [], candidates, constraints })
    expect(result.chosen).toHaveLength(20)
    expect(result.value).toBeCloseTo(value, 6)
    expect(result.upperBound).toBeGreaterThanOrEqual(value - 1e-9)
    expect(result.gap).toBeLessThan(0.02)
  })
})

describe('against every subset', () => {
  test('a small pool is solved to the optimum, and infeasible is said exactly when nothing is allowed', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const result = solve(problem)
        const optimum = findOptimum(problem)
        expect(result.infeasible === null).toBe(optimum !== null)
        if (optimum === null) return
        const set = problem.candidates.filter(({ id }) => result.chosen.includes(id))
        expect(isAllowed(problem, set)).toBe(true)
        expect(valueOfSet(problem, set)).toBeCloseTo(result.value, 6)
        expect(result.value).toBeCloseTo(optimum, 6)
      }),
      { numRuns: 250 },
    )
  })

  test('neither bound is ever below the optimum', () => {
    fc.assert(
      fc.property(anyProblem, (drawn) => {
        const problem = { ...drawn, minimum: null }
        const optimum = findOptimum(problem)
        if (optimum === null) return
        const model = buildMixModel(problem)
        const order = fillGreedily(startPick(model), 'ratio')
        expect(boundByTangents(model)).toBeGreaterThanOrEqual(optimum - 1e-6)
        expect(boundByPrefixes(model, order)).toBeGreaterThanOrEqual(optimum - 1e-6)
      }),
      { numRuns: 150 },
    )
  })

  test('the smallest relaxation makes an infeasible problem feasible', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const { infeasible } = solve(problem)
        for (const { constraint, to } of infeasible?.smallest ?? []) {
          expect(infeasible?.clash).toContain(constraint)
          if (constraint === 'budgetFen') expect(findOptimum({ ...problem, budgetFen: to ?? 0 })).not.toBeNull()
          if (constraint === 'minimum.value') expect(findOptimum({ ...problem, minimum: { value: to, kpis: {} } })).not.toBeNull()
        }
      }),
      { numRuns: 100 },
    )
  })
})

const pool = (count: number, group: string, costFen: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${group}${index}`, costFen, value: 10, groups: [group] }))

describe('infeasible problems name what clashes', () => {
  test.each([
    {
      title: 'too little money for the minimum count',
      problem: { budgetFen: 250, candidates: pool(5, 'micro', 100), constraints: [{ group: 'micro', minCount: 3 }] },
      clash: ['micro.minCount', 'budgetFen'],
      smallest: [
        { constraint: 'micro.minCount', from: 3, to: 2 },
        { constraint: 'budgetFen', from: 250, to: 300 },
      ],
    },
    {
      title: 'a pool smaller than the minimum',
      problem: { budgetFen: 1000, candidates: pool(2, 'micro', 100), constraints: [{ group: 'micro', minCount: 3 }] },
      clash: ['micro.minCount'],
      smallest: [{ constraint: 'micro.minCount', from: 3, to: 2 }],
    },
    {
      title: 'a share too small for the count',
      problem: { budgetFen: 1000, candidates: pool(5, 'koc', 100), constraints: [{ group: 'koc', minCount: 3, maxShare: 0.25 }] },
      clash: ['koc.minCount', 'koc.maxShare'],
      smallest: [
        { constraint: 'koc.minCount', from: 3, to: 2 },
        { constraint: 'koc.maxShare', from: 0.25, to: 0.3 },
      ],
    },
    {
      title: 'wanted and never',
      problem: { budgetFen: 1000, candidates: pool(2, 'kol', 100), mustHave: ['kol0'], never: ['kol0'] },
      clash: ['mustHave.kol0', 'never.kol0'],
      smallest: [
        { constraint: 'mustHave.kol0', from: null, to: null },
        { constraint: 'never.kol0', from: null, to: null },
      ],
    },
    {
      title: 'a must-have that is not in the pool',
      problem: { budgetFen: 1000, candidates: pool(2, 'kol', 100), mustHave: ['nobody'] },
      clash: ['mustHave.nobody'],
      smallest: [{ constraint: 'mustHave.nobody', from: null, to: null }],
    },
    {
      title: 'a minimum value beyond the budget',
      problem: { budgetFen: 200, candidates: pool(5, 'micro', 100), minimum: { value: 30 } },
      clash: ['minimum.value', 'budgetFen'],
      smallest: [
        { constraint: 'minimum.value', from: 30, to: 20 },
        { constraint: 'budgetFen', from: 200, to: 300 },
      ],
    },
  ])('$title', ({ problem, clash, smallest }) => {
    const result = solve({ segments: [], ...problem })
    expect(result.chosen).toEqual([])
    expect(result.infeasible?.clash).toEqual(clash)
    const found = result.infeasible?.smallest ?? []
    expect(found.map(({ constraint, from, to }) => ({ constraint, from, to: to === null ? null : Math.round(to * 1e3) / 1e3 }))).toEqual(
      smallest,
    )
    expect(result.because[0]).toContain(nameConstraint(clash[0] ?? '').en)
    expect(result.becauseZh?.[0]).toContain(nameConstraint(clash[0] ?? '').zh)
  })
})

describe('edges', () => {
  test('nobody to choose from is an empty plan, not an error', () => {
    expect(solve({ budgetFen: 0, segments: [], candidates: [] })).toMatchObject({ chosen: [], value: 0, gap: 0, infeasible: null })
  })

  test('reach of one is reached whole, and leaves when the candidate leaves', () => {
    const candidates = [
      { id: 'all', costFen: 5, reach: { s: 1 } },
      { id: 'half', costFen: 1, reach: { s: 0.5 } },
    ]
    const problem = { segments: [{ id: 's', size: 10 }], candidates }
    expect(solve({ ...problem, budgetFen: 5 })).toMatchObject({ chosen: ['all'], value: 10 })
    expect(solve({ ...problem, budgetFen: 4 })).toMatchObject({ chosen: ['half'], value: 5 })
  })

  test('equal candidates are taken in the order of their ids', () => {
    const candidates = ['z', 'b', 'm', 'a'].map((id) => ({ id, costFen: 10, value: 5 }))
    expect(solve({ budgetFen: 20, segments: [], candidates }).chosen).toEqual(['a', 'b'])
  })

  test('crumbs do not crowd out the one that matters', () => {
    const crumbs = Array.from({ length: 60 }, (_, index) => ({ id: `koc${String(index).padStart(2, '0')}`, costFen: 1, value: 2 }))
    const result = solve({ budgetFen: 100, segments: [], candidates: [...crumbs, { id: 'kol', costFen: 100, value: 190 }] })
    expect(result.chosen).toEqual(['kol'])
    expect(result.upperBound).toBeGreaterThanOrEqual(190)
  })

  test('a conflict named on one side holds on both', () => {
    const candidates = [
      { id: 'a', costFen: 1, value: 5, conflicts: ['b'] },
      { id: 'b', costFen: 1, value: 9 },
    ]
    expect(solve({ budgetFen: 5, segments: [], candidates }).chosen).toEqual(['b'])
  })

  test('the running sums of a pick return to nothing', () => {
    const model = buildMixModel(tinyProblem)
    const pick = startPick(model)
    addTo(pick, 0)
    addTo(pick, 0)
    expect([pick.size, pick.costFen]).toEqual([1, 5])
  })
})

describe('problems that cannot be read', () => {
  const base = { budgetFen: 10, segments: [{ id: 's', size: 1 }], candidates: [{ id: 'a', costFen: 1 }] }
  test.each([
    ['negative cost', { ...base, candidates: [{ id: 'a', costFen: -1 }] }, 'candidates.0.costFen'],
    ['not a number', { ...base, budgetFen: Number.NaN }, 'budgetFen'],
    ['part of a fen', { ...base, budgetFen: 1.5 }, 'budgetFen'],
    ['an id twice', { ...base, candidates: [...base.candidates, ...base.candidates] }, 'candidates.1.id'],
    ['a segment twice', { ...base, segments: [...base.segments, ...base.segments] }, 'segments.1.id'],
    ['reach beyond one', { ...base, candidates: [{ id: 'a', costFen: 1, reach: { s: 1.2 } }] }, 'candidates.0.reach.s'],
    ['an unknown segment', { ...base, candidates: [{ id: 'a', costFen: 1, reach: { t: 0.2 } }] }, 'candidates.0.reach.t'],
    ['a KPI nobody carries', { ...base, minimum: { kpis: { sales: 3 } } }, 'minimum.kpis.sales'],
    ['the chance of a KPI nobody carries', { ...base, chance: { kpi: 'sales', target: 1, atLeast: 0.5, draws: 10 } }, 'chance.kpi'],
    ['a chance beyond one', { ...base, chance: { kpi: 'value', target: 1, atLeast: 80, draws: 10 } }, 'chance.atLeast'],
    ['more draws than anybody needs', { ...base, chance: { kpi: 'value', target: 1, atLeast: 0.8, draws: 1e9 } }, 'chance.draws'],
    [
      'a KPI under a name of the problem',
      { ...base, candidates: [{ id: 'a', costFen: 1, kpis: { reach: 2 } }] },
      'candidates.0.kpis.reach',
    ],
    ['a negative KPI', { ...base, candidates: [{ id: 'a', costFen: 1, kpis: { leads: -2 } }] }, 'candidates.0.kpis.leads'],
    ['a negative spread', { ...base, candidates: [{ id: 'a', costFen: 1, sd: -1 }] }, 'candidates.0.sd'],
    ['a KPI called like a part of every object', { ...base, minimum: { kpis: { constructor: 3 } } }, 'minimum.kpis.constructor'],
    ['not an object', 7, '(whole document)'],
  ])('%s', (_, problem, field) => {
    const checked = checkMixProblem(problem)
    expect(checked.ok ? [] : checked.refusals.map((refusal) => refusal.field)).toContain(field)
  })

  test('solving what was not checked is a bug and says which field', () => {
    expect(() => solve({ ...base, budgetFen: -1 })).toThrow('budgetFen')
  })
})
