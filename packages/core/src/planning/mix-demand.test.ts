import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listDemands, listUnmetDemands } from './mix-demand.ts'
import { buildMixModel } from './mix-model.ts'
import {
  fitsMix,
  mixProblemSchema,
  mixResultSchema,
  nameConstraint,
  solveMix,
  tellAmount,
  type MixProblem,
  type MixProblemInput,
} from './index.ts'
import { anyProblem, isAllowed, listAllowed, valueOfSet, type Candidate } from './test/mix-oracle.ts'

const solve = (problem: MixProblemInput) => solveMix(problem, { clock: () => 0 })

/** A KPI of a set, written down a second time from the text of interfaces §1.5. */
function sumKpi(problem: MixProblem, set: readonly Candidate[], kpi: string): number {
  if (kpi === 'count') return set.length
  if (kpi === 'value') return valueOfSet(problem, set)
  if (kpi === 'leads') return set.reduce((sum, { kpis }) => sum + (kpis.leads ?? 0), 0)
  const people = { ...problem, segments: problem.segments.map((segment) => ({ ...segment, weight: 1 })) }
  return valueOfSet(
    people,
    set.map((candidate) => ({ ...candidate, value: 0 })),
  )
}

const minimums = fc.record(
  {
    reach: fc.integer({ min: 0, max: 200 }),
    count: fc.integer({ min: 0, max: 6 }),
    leads: fc.integer({ min: 1, max: 20 }),
    value: fc.integer({ min: 0, max: 250 }),
  },
  { requiredKeys: [] },
)

/** The problems of the oracle, each candidate with leads, and with minimums on KPIs. */
const demanding = fc.tuple(anyProblem, minimums, fc.infiniteStream(fc.integer({ min: 0, max: 9 }))).map(([problem, kpis, amounts]) =>
  mixProblemSchema.parse({
    ...problem,
    candidates: problem.candidates.map((candidate) => ({ ...candidate, kpis: { leads: amounts.next().value } })),
    minimum: { value: problem.minimum?.value ?? null, kpis: problem.candidates.length === 0 ? {} : kpis },
  }),
)

const meetsMinimums = (problem: MixProblem, set: readonly Candidate[]) =>
  Object.entries(problem.minimum?.kpis ?? {}).every(([kpi, asked]) => sumKpi(problem, set, kpi) >= asked - 1e-9) &&
  valueOfSet(problem, set) >= (problem.minimum?.value ?? 0) - 1e-9

describe('minimums of KPIs against every subset', () => {
  test('the best plan that meets them is found, and infeasible is said exactly when there is none', () => {
    fc.assert(
      fc.property(demanding, (problem) => {
        const result = solve(problem)
        const values = listAllowed(problem)
          .filter((set) => meetsMinimums(problem, set))
          .map((set) => valueOfSet(problem, set))
        expect(result.infeasible === null).toBe(values.length > 0)
        if (values.length === 0) return
        const chosen = problem.candidates.filter(({ id }) => result.chosen.includes(id))
        expect(isAllowed(problem, chosen) && meetsMinimums(problem, chosen)).toBe(true)
        expect(result.value).toBeCloseTo(Math.max(...values), 6)
        expect(mixResultSchema.parse(result)).toEqual(result)
        for (const { kpi, reached } of result.met ?? []) expect(reached).toBeCloseTo(sumKpi(problem, chosen, kpi), 6)
      }),
      { numRuns: 80 },
    )
  })

  test('the smallest relaxation of a KPI or of the budget makes the problem feasible', () => {
    fc.assert(
      fc.property(demanding, (problem) => {
        for (const { constraint, to } of solve(problem).infeasible?.smallest ?? []) {
          if (!constraint.startsWith('minimum.kpis.') || to === null) continue
          const kpi = constraint.slice('minimum.kpis.'.length)
          expect(
            solve({ ...problem, minimum: { ...problem.minimum, kpis: { ...problem.minimum?.kpis, [kpi]: to } } }).infeasible,
          ).toBeNull()
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('a chance', () => {
  const chances = fc.record({
    kpi: fc.constantFrom('value', 'reach', 'count'),
    target: fc.integer({ min: 1, max: 200 }),
    atLeast: fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20),
    draws: fc.constantFrom(20, 50),
  })
  const risky = fc.tuple(anyProblem, chances).map(([problem, chance]) => ({ ...problem, minimum: null, chance }))

  const meetsChance = (problem: MixProblem, set: readonly Candidate[]) => {
    const model = buildMixModel(problem)
    const members = set.map(({ id }) => model.ids.indexOf(id))
    return listUnmetDemands(listDemands(problem, model), members).length === 0
  }

  test('is a constraint: of all plans that have it, the best', () => {
    fc.assert(
      fc.property(risky, (problem) => {
        const result = solve(problem)
        const values = listAllowed(problem)
          .filter((set) => meetsChance(problem, set))
          .map((set) => valueOfSet(problem, set))
        expect(result.infeasible === null).toBe(values.length > 0)
        if (values.length > 0) expect(result.value).toBeCloseTo(Math.max(...values), 6)
      }),
      { numRuns: 60 },
    )
  })

  test('never falls when somebody joins, and is the same for the same seed', () => {
    fc.assert(
      fc.property(risky, (problem) => {
        const model = buildMixModel(problem)
        const [chance, again] = [listDemands(problem, model), listDemands(problem, buildMixModel(problem))].map(([only]) => only)
        const members: number[] = []
        let last = chance?.reachedBy([]) ?? 0
        for (let member = 0; member < model.ids.length; member += 1) {
          members.push(member)
          const next = chance?.reachedBy(members) ?? 0
          expect(next).toBeGreaterThanOrEqual(last)
          expect(again?.reachedBy(members)).toBe(next)
          last = next
        }
      }),
      { numRuns: 60 },
    )
  })

  const ask = (kpi: string, target: number, atLeast: number) => ({ kpi, target, atLeast, draws: 4000 })
  const lone = (more: object): MixProblemInput => ({
    budgetFen: 10,
    segments: [],
    candidates: [{ id: 'a', costFen: 1, value: 100, ...more }],
  })

  test.each([
    ['what is stated is the middle', { sd: 0.5 }, 100, 0.5],
    ['one standard deviation below', { sd: 0.5 }, 100 * Math.exp(-0.5), 0.8413],
    ['one above', { sd: 0.5 }, 100 * Math.exp(0.5), 0.1587],
    ['where none is stated, 0.9 is assumed', {}, 100 * Math.exp(-0.9), 0.8413],
    ['certain, and enough', { sd: 0 }, 100, 1],
    ['certain, and not enough', { sd: 0 }, 101, 0],
  ])('%s', (_, more, target, expected) => {
    const { met } = solve({ ...lone(more), chance: ask('value', target, 0) })
    expect(met?.[0]?.reached).toBeCloseTo(expected, 1)
  })

  test('may cost value: two who are steady in place of one who is better in the middle', () => {
    const candidates = [
      { id: 'star', costFen: 10, value: 130, sd: 1.5 },
      { id: 'steady', costFen: 10, value: 100, sd: 0.1 },
    ]
    const problem = { budgetFen: 10, segments: [], candidates }
    expect(solve(problem).chosen).toEqual(['star'])
    expect(solve({ ...problem, chance: ask('value', 80, 0.9) })).toMatchObject({ chosen: ['steady'], value: 100, upperBound: 100 })
  })

  test('that nobody can give is named with the largest that can be had', () => {
    const { infeasible, becauseZh, because } = solve({ ...lone({ sd: 0.5 }), chance: ask('value', 100, 0.8) })
    expect(infeasible?.clash).toEqual(['chance'])
    const [smallest] = infeasible?.smallest ?? []
    expect(smallest).toMatchObject({ constraint: 'chance', from: 0.8 })
    expect(smallest?.to).toBeCloseTo(0.5, 1)
    expect(because.join(' ')).toContain('the chance of the target')
    expect(becauseZh?.join('')).toContain('达成目标的概率')
    expect(solve({ ...lone({ sd: 0.5 }), chance: ask('value', 100, smallest?.to ?? 1) }).infeasible).toBeNull()
  })

  test('is told with its draws, and so is what was assumed', () => {
    const { because, becauseZh } = solve({ ...lone({}), chance: ask('value', 40, 0.8) })
    expect(because.join(' ')).toMatch(/chance of at least 40 in value is 8\d(\.\d)?% in 4,000 draws.*state no spread: 0.9/)
    expect(becauseZh?.join('')).toMatch(/总价值达到 40 的概率为 8\d.*（抽样 4,000 次）.*对数标准差 0.9/)
  })

  test('is the caller’s where the caller knows better', () => {
    const candidates = ['a', 'b'].map((id) => ({ id, costFen: 5, value: id === 'a' ? 2 : 1 }))
    const problem = { budgetFen: 5, segments: [], candidates, chance: ask('value', 1, 0.9) }
    const { chosen, met } = solveMix(problem, { clock: () => 0, chanceOf: (ids) => (ids.includes('b') ? 0.95 : 0.1) })
    expect(chosen).toEqual(['b'])
    expect(met).toEqual([{ constraint: 'chance', kpi: 'value', asked: 0.9, reached: 0.95 }])
  })
})

describe('pools too large to decide whole', () => {
  const candidates = Array.from({ length: 120 }, (_, index) => ({
    id: `c${index}`,
    costFen: 10 + ((index * 7) % 13),
    value: 1 + ((index * 37) % 50),
    reach: { s: ((index * 11) % 9) / 100 },
    kpis: { leads: (index * 17) % 23 },
    sd: index % 2 === 0 ? 0.2 : 1.2,
  }))
  const wide: MixProblemInput = { budgetFen: 300, segments: [{ id: 's', size: 1000, weight: 0.1 }], candidates }
  const free = solve(wide)
  const leadsOf = (chosen: readonly string[]) =>
    candidates.filter(({ id }) => chosen.includes(id)).reduce((sum, { kpis }) => sum + kpis.leads, 0)

  test.each([
    ['leads', leadsOf(free.chosen) + 10],
    ['reach', 600],
    ['count', free.chosen.length + 1],
  ])('%s of at least %d', (kpi, asked) => {
    const result = solve({ ...wide, minimum: { kpis: { [kpi]: asked } } })
    expect(result.infeasible).toBeNull()
    expect(result.met?.[0]?.reached).toBeGreaterThanOrEqual(asked)
    expect(result.value).toBeLessThanOrEqual(result.upperBound)
    expect(result.upperBound).toBeLessThanOrEqual(free.upperBound + 1e-6)
    expect(result.gap).toBeLessThan(0.05)
    expect(result.costFen).toBeLessThanOrEqual(300)
    expect(solve({ ...wide, minimum: { kpis: { [kpi]: asked } } }).chosen).toEqual(result.chosen)
  })

  test('a chance that the best plan does not have is repaired by those who are steady', () => {
    const pairs = candidates.slice(0, 60).flatMap(({ id, costFen, value }) => [
      { id: `${id} risky`, costFen, value: 20 + value, sd: 1.2 },
      { id: `${id} steady`, costFen, value: 0.97 * (20 + value), sd: 0.1 },
    ])
    const problem = { budgetFen: 60, segments: [], candidates: pairs }
    const best = solve(problem)
    const chance = { kpi: 'value', target: 0.8 * best.value, atLeast: 0.95, draws: 400 }
    expect(solve({ ...problem, chance: { ...chance, atLeast: 0 } }).met?.[0]?.reached).toBeLessThan(0.95)
    const result = solve({ ...problem, chance })
    expect(result.met?.[0]?.reached).toBeGreaterThanOrEqual(0.95)
    expect(result.value).toBeGreaterThan(0.96 * best.value)
    expect(result.upperBound).toBeLessThanOrEqual(best.upperBound + 1e-6)
  })

  test('what no plan can bring is proved, and the most that can be had is proposed', () => {
    const { infeasible, because } = solve({ ...wide, minimum: { kpis: { leads: 900 } } })
    expect(infeasible?.clash).toEqual(['minimum.kpis.leads', 'budgetFen'])
    expect(because[0]).toMatch(/^No mix meets all constraints/)
    expect(infeasible?.smallest.find(({ constraint }) => constraint === 'minimum.kpis.leads')?.to).toBeGreaterThan(leadsOf(free.chosen))
  })
})

test('a given set is held to its demands, too', () => {
  const candidates = ['a', 'b'].map((id) => ({ id, costFen: 1, value: 10, sd: 0.5, kpis: { leads: 2 } }))
  const problem: MixProblemInput = { budgetFen: 5, segments: [], candidates, minimum: { kpis: { leads: 3 } } }
  expect([fitsMix(problem, ['a']), fitsMix(problem, ['a', 'b'])]).toEqual([false, true])
  const sure = { ...problem, minimum: { value: 15 }, chance: { kpi: 'value', target: 10, atLeast: 0.9, draws: 400 } }
  expect([fitsMix(sure, ['a']), fitsMix(sure, ['a', 'b'])]).toEqual([false, true])
  expect(fitsMix(sure, ['a', 'b'], () => 0.4)).toBe(false)
})

test('a KPI that some do not state is counted for the others, and said', () => {
  const candidates = [
    { id: 'a', costFen: 1, value: 5 },
    { id: 'b', costFen: 1, value: 1, kpis: { leads: 3 } },
  ]
  const { chosen, because, becauseZh } = solve({ budgetFen: 1, segments: [], candidates, minimum: { kpis: { leads: 2 } } })
  expect(chosen).toEqual(['b'])
  expect(because.join(' ')).toContain('1 of 2 candidates do not say what they bring in leads')
  expect(becauseZh?.join('')).toContain('有 1 位未给出leads')
})

test.each([
  ['minimum.kpis.reach', 1200, 'the minimum of people reached', '最低触达人数', '1,200'],
  ['minimum.kpis.count', 3, 'the minimum of creators chosen', '最低入选达人数', '3'],
  ['minimum.kpis.leads', 3, 'the minimum of leads', '最低leads', '3'],
  ['chance', 0.75, 'the chance of the target', '达成目标的概率', '75%'],
])('%s has a name and an amount', (constraint, amount, en, zh, told) => {
  expect(nameConstraint(constraint)).toEqual({ en, zh })
  expect(tellAmount(constraint, amount)).toEqual({ en: told, zh: told })
})
