import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mixProblemSchema, sketchMix, solveMix, type MixProblem, type MixProblemInput } from './index.ts'
import { buildMixModel } from './mix-model.ts'
import { searchAll } from './search-all.ts'
import { boundMix, searchMix } from './search-mix.ts'
import { anyProblem, findOptimum, isAllowed, valueOfSet, type Candidate } from './test/mix-oracle.ts'

const solve = (problem: MixProblemInput) => solveMix(problem, { clock: () => 0 })
const setOf = (problem: MixProblem, ids: readonly string[]): Candidate[] => problem.candidates.filter(({ id }) => ids.includes(id))

const plainProblem = fc
  .record({
    budgetFen: fc.integer({ min: 10, max: 60 }),
    candidates: fc.array(
      fc.record({
        costFen: fc.integer({ min: 0, max: 25 }),
        reach: fc.dictionary(fc.constantFrom('s0', 's1'), fc.double({ min: 0, max: 1, noNaN: true })),
        value: fc.integer({ min: 0, max: 30 }),
        groups: fc.subarray(['a', 'b']),
      }),
      { minLength: 1, maxLength: 9 },
    ),
  })
  .map(({ budgetFen, candidates }) => ({
    budgetFen,
    segments: [
      { id: 's0', size: 100 },
      { id: 's1', size: 30, weight: 3 },
    ],
    candidates: candidates.map((candidate, index) => ({ id: `c${index}`, ...candidate })),
  }))

const count = (max: number) => fc.integer({ min: 0, max })
const some = fc.integer({ min: 0, max: 20 }).map((twentieth) => twentieth / 20)
const pins = fc.subarray(['c0', 'c2', 'c4'])
const rule = (limits: Record<string, fc.Arbitrary<number>>) => fc.record(limits).map((made) => ({ constraints: [{ group: 'a', ...made }] }))

describe('each kind of constraint alone, against every subset', () => {
  test.each<[string, fc.Arbitrary<Partial<MixProblemInput>>]>([
    ['budget only', fc.constant({})],
    ['a minimum number', rule({ minCount: count(4) })],
    ['a maximum number', rule({ maxCount: count(4) })],
    ['a minimum and a maximum number', rule({ minCount: count(3), maxCount: count(4) })],
    ['a minimum share of the budget', rule({ minShare: some })],
    ['a maximum share of the budget', rule({ maxShare: some })],
    ['a share from and to', rule({ minShare: some.map((value) => value / 2), maxShare: some })],
    ['two groups that overlap', fc.constant({ constraints: ['a', 'b'].map((group) => ({ group, minCount: 1, maxCount: 2 })) })],
    ['pins', pins.map((mustHave) => ({ mustHave }))],
    ['exclusions', pins.map((never) => ({ never }))],
    ['a minimum value', fc.integer({ min: 0, max: 200 }).map((value) => ({ minimum: { value } }))],
    [
      'pins and a maximum number',
      fc.tuple(pins, count(3)).map(([mustHave, maxCount]) => ({ mustHave, constraints: [{ group: 'a', maxCount }] })),
    ],
  ])('%s', (_, extra) => {
    fc.assert(
      fc.property(plainProblem, extra, (plain, more) => {
        const problem = mixProblemSchema.parse({ ...plain, ...more })
        const optimum = findOptimum(problem)
        const { chosen, value, upperBound, costFen, infeasible } = solve(problem)
        expect(infeasible === null).toBe(optimum !== null)
        if (optimum === null) return
        const set = setOf(problem, chosen)
        expect(isAllowed(problem, set)).toBe(true)
        expect(value).toBeCloseTo(optimum, 6)
        expect(valueOfSet(problem, set)).toBeCloseTo(value, 6)
        expect(upperBound).toBeGreaterThanOrEqual(optimum - 1e-9)
        expect(costFen).toBe(set.reduce((sum, candidate) => sum + candidate.costFen, 0))
      }),
      { numRuns: 40 },
    )
  })

  test('rivals and offers of one creator', () => {
    const apart = fc.array(fc.tuple(count(8), count(8)), { maxLength: 6 })
    fc.assert(
      fc.property(plainProblem, apart, fc.array(count(3), { minLength: 9, maxLength: 9 }), (plain, pairs, creators) => {
        const problem = mixProblemSchema.parse({
          ...plain,
          candidates: plain.candidates.map((candidate, index) => ({
            ...candidate,
            creator: creators[index] === 0 ? null : `k${creators[index] ?? 0}`,
            conflicts: pairs.filter(([from]) => from === index).map(([, to]) => `c${to}`),
          })),
        })
        const { chosen, value } = solve(problem)
        expect(isAllowed(problem, setOf(problem, chosen))).toBe(true)
        expect(value).toBeCloseTo(findOptimum(problem) ?? Number.NaN, 6)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the same question gives the same answer', () => {
  test('whatever the order of candidates, segments and rules', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const turned = {
          ...problem,
          candidates: problem.candidates.toReversed(),
          constraints: problem.constraints.toReversed(),
          segments: problem.segments.toReversed(),
        }
        const [there, back] = [solve(problem), solve(turned)]
        expect(back.value).toBeCloseTo(there.value, 9)
        expect(back.infeasible === null).toBe(there.infeasible === null)
      }),
      { numRuns: 120 },
    )
  })

  test('the order of the file alone does not even change who is chosen', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        expect(solve({ ...problem, candidates: problem.candidates.toReversed() })).toEqual(solve(problem))
      }),
      { numRuns: 80 },
    )
  })

  test('ten times the segments and values is ten times the value, with the same people', () => {
    fc.assert(
      fc.property(anyProblem, (drawn) => {
        const problem = { ...drawn, minimum: null }
        const tenfold = {
          ...problem,
          segments: problem.segments.map((segment) => ({ ...segment, size: segment.size * 10 })),
          candidates: problem.candidates.map((candidate) => ({ ...candidate, value: candidate.value * 10 })),
        }
        expect(solve(tenfold).value).toBeCloseTo(10 * solve(problem).value, 6)
      }),
      { numRuns: 60 },
    )
  })

  test('among equals the first by id is taken, also under a limit and beside a pin', () => {
    const candidates = ['d', 'b', 'e', 'a', 'c'].map((id) => ({ id, costFen: 10, value: 5, groups: ['g'] }))
    const problem = { budgetFen: 30, segments: [], candidates }
    expect(solve(problem).chosen).toEqual(['a', 'b', 'c'])
    expect(solve({ ...problem, constraints: [{ group: 'g', maxCount: 2 }] }).chosen).toEqual(['a', 'b'])
    expect(solve({ ...problem, mustHave: ['e'] }).chosen).toEqual(['a', 'b', 'e'])
    expect(solve({ ...problem, never: ['a'] }).chosen).toEqual(['b', 'c', 'd'])
  })
})

describe('what can only help, helps', () => {
  test('more budget, one more candidate or one rule less never lowers the value', () => {
    // Shares are of the budget, so a larger one may demand more: they are left out here.
    const counts = anyProblem.map((problem) => ({
      ...problem,
      minimum: null,
      constraints: problem.constraints.map(({ group, minCount, maxCount }) => ({ group, minCount, maxCount })),
    }))
    fc.assert(
      fc.property(counts, (problem) => {
        const { value, infeasible } = solve(problem)
        if (infeasible !== null) return
        const extra = { id: 'x', costFen: 3, value: 4 }
        expect(solve({ ...problem, budgetFen: problem.budgetFen + 10 }).value).toBeGreaterThanOrEqual(value - 1e-9)
        expect(solve({ ...problem, candidates: [...problem.candidates, extra] }).value).toBeGreaterThanOrEqual(value - 1e-9)
        expect(solve({ ...problem, constraints: problem.constraints.slice(1) }).value).toBeGreaterThanOrEqual(value - 1e-9)
      }),
      { numRuns: 60 },
    )
  })
})

/** Exact 0/1 knapsack by table: the oracle where there are too many subsets to list. */
function fillExactly(budgetFen: number, candidates: readonly { costFen: number; value: number }[]): number {
  const best = new Float64Array(budgetFen + 1)
  for (const { costFen, value } of candidates)
    for (let room = budgetFen; room >= costFen; room -= 1) best[room] = Math.max(best[room] ?? 0, (best[room - costFen] ?? 0) + value)
  return best[budgetFen] ?? 0
}

describe('pools too large to search through', () => {
  const large = fc.record({
    budgetFen: fc.integer({ min: 20, max: 300 }),
    candidates: fc.array(fc.record({ costFen: fc.integer({ min: 1, max: 60 }), value: fc.integer({ min: 1, max: 100 }) }), {
      minLength: 41,
      maxLength: 80,
    }),
  })

  test('the plan has the part of the optimum that is promised, the bound is never below it, and the gap says how near', () => {
    fc.assert(
      fc.property(large, ({ budgetFen, candidates }) => {
        const named = candidates.map((candidate, index) => ({ id: `c${String(index).padStart(2, '0')}`, ...candidate }))
        const { value, upperBound, gap, costFen } = solve({ budgetFen, segments: [], candidates: named })
        const optimum = fillExactly(budgetFen, candidates)
        expect(costFen).toBeLessThanOrEqual(budgetFen)
        expect(value).toBeLessThanOrEqual(optimum + 1e-6)
        // One guess + greedy is never below this part of the optimum under a budget alone (science.md §4.2).
        expect(value).toBeGreaterThanOrEqual(0.6174 * optimum)
        expect(upperBound).toBeGreaterThanOrEqual(optimum - 1e-6)
        expect(gap).toBeCloseTo((upperBound - value) / upperBound, 9)
      }),
      { numRuns: 40 },
    )
  })

  test('the bound is tight with overlapping audiences too: four of fifty twins', () => {
    const candidates = Array.from({ length: 50 }, (_, index) => ({ id: `c${index}`, costFen: 10, reach: { s: 0.5 } }))
    const { value, upperBound } = solve({ budgetFen: 40, segments: [{ id: 's', size: 1600 }], candidates })
    expect(value).toBeCloseTo(1500, 9)
    expect(upperBound).toBeGreaterThanOrEqual(1500)
    expect(upperBound).toBeLessThan(1510)
  })
})

describe('when time runs out', () => {
  const problem = mixProblemSchema.parse({
    budgetFen: 200,
    segments: [{ id: 's', size: 100 }],
    candidates: Array.from({ length: 60 }, (_, index) => ({
      id: `c${index}`,
      costFen: 7 + ((index * 13) % 31),
      value: 5 + ((index * 17) % 23),
      reach: { s: 0.02 },
    })),
    timeLimitMs: 100,
  })

  test('the plan is still allowed, its bound holds, and people are told', () => {
    let now = 0
    const hurried = solveMix(problem, { clock: () => (now += 1000) })
    expect(isAllowed(problem, setOf(problem, hurried.chosen))).toBe(true)
    expect(hurried.upperBound).toBeGreaterThanOrEqual(solve(problem).value)
    expect(hurried.because.join(' ')).toContain('time limit of 100 ms')
    expect(hurried.becauseZh?.join('')).toContain('时限提前结束')
    expect(hurried.elapsedMs).toBeGreaterThan(100)
  })

  test('with time enough nothing is said of time', () => {
    const calm = solve(problem)
    expect(calm.because.join(' ')).not.toContain('time limit')
    expect(calm.elapsedMs).toBe(0)
  })

  test('without any time a small pool is still never wrong about what it found', () => {
    fc.assert(
      fc.property(anyProblem, (drawn) => {
        const model = buildMixModel(drawn)
        const found = searchMix(model, { hasTime: () => false })
        const optimum = findOptimum({ ...drawn, minimum: null })
        if (found.state === 'none') expect(optimum).toBeNull()
        if (found.state !== 'found') return
        expect(found.value).toBeLessThanOrEqual((optimum ?? Number.NaN) + 1e-6)
        expect(boundMix(model, found)).toBeGreaterThanOrEqual((optimum ?? Number.NaN) - 1e-6)
      }),
      { numRuns: 100 },
    )
  })

  test('a sketch chooses only what is allowed, twice the same', () => {
    fc.assert(
      fc.property(anyProblem, (drawn) => {
        const sketch = sketchMix(drawn)
        expect(sketchMix(drawn)).toEqual(sketch)
        if (sketch === null) return
        expect(isAllowed(drawn, setOf(drawn, sketch))).toBe(true)
        expect(valueOfSet(drawn, setOf(drawn, sketch))).toBeGreaterThanOrEqual((drawn.minimum?.value ?? 0) - 1e-6)
      }),
      { numRuns: 80 },
    )
  })
})

describe('search of every combination', () => {
  test('from nothing it finds the optimum and says it is proved', () => {
    fc.assert(
      fc.property(anyProblem, (drawn) => {
        const problem = { ...drawn, minimum: null }
        const { best, isProven } = searchAll(buildMixModel(problem), null)
        expect(isProven).toBe(true)
        const optimum = findOptimum(problem)
        if (optimum === null) expect(best).toBeNull()
        else expect(best?.value).toBeCloseTo(optimum, 6)
      }),
      { numRuns: 120 },
    )
  })

  test('a plan that is known already and is the best is kept as it is', () => {
    const model = buildMixModel(mixProblemSchema.parse({ budgetFen: 1, segments: [], candidates: [{ id: 'a', costFen: 1, value: 5 }] }))
    const known = { value: 5, members: [0] }
    expect(searchAll(model, known)).toEqual({ best: known, isProven: true })
  })

  test('pins that clash are proved impossible at once', () => {
    const rivals = [
      { id: 'a', costFen: 1, conflicts: ['b'] },
      { id: 'b', costFen: 1 },
    ]
    const problem = mixProblemSchema.parse({ budgetFen: 5, segments: [], candidates: rivals, mustHave: ['a', 'b'] })
    expect(searchAll(buildMixModel(problem), null)).toEqual({ best: null, isProven: true })
  })
})
