import { describe, expect, test } from 'vitest'
import { mixProblemSchema, type MixProblem, type MixProblemInput } from './schema.ts'
import { solveMix } from './solve-mix.ts'

/** Invented creators: cost and value spread over two orders of magnitude, some reach in four segments; a tenth are "kol". */
function inventCreators(count: number): MixProblemInput {
  const at = (index: number, step: number) => ((index * step) % 997) / 997
  return {
    budgetFen: 20_000_000,
    segments: [0, 1, 2, 3].map((segment) => ({ id: `s${segment}`, size: 100_000 })),
    candidates: Array.from({ length: count }, (_, index) => ({
      id: `c${index}`,
      costFen: Math.round(50_000 * 40 ** at(index, 7919)),
      value: Math.round(100 * 30 ** at(index, 104_729)),
      reach: { s0: 0.02 * at(index, 31), s1: 0.02 * at(index, 57), s2: 0.02 * at(index, 83) },
      groups: [index % 10 === 0 ? 'kol' : 'micro'],
    })),
    constraints: [{ group: 'kol', maxCount: 12 }],
  }
}

/** Solves with a clock that stands still: what ends the search is work. */
function solve(known: Partial<MixProblemInput>, count = 2000) {
  const told: number[] = []
  const result = solveMix({ ...inventCreators(count), ...known }, { clock: () => 0, tell: (share) => void told.push(share) })
  return { result, told }
}

describe('a pool of 2,000 in which nothing meets what is asked', () => {
  const most = solve({}).result.upperBound

  test('an impossible minimum is named alone, with what is possible', () => {
    const { result } = solve({ minimum: { value: 3 * most } })
    expect(result.infeasible?.clash).toContain('minimum.value')
    const to = result.infeasible?.smallest.find(({ constraint }) => constraint === 'minimum.value')?.to ?? 0
    expect(to).toBeGreaterThan(0.9 * most)
    expect(to).toBeLessThanOrEqual(most)
    expect(solve({ minimum: { value: to } }).result.infeasible).toBeNull()
  })

  test('what a change promises is kept: the budget it names is enough', () => {
    const { result } = solve({ minimum: { value: 1.3 * most } })
    const budgetFen = result.infeasible?.smallest.find(({ constraint }) => constraint === 'budgetFen')?.to ?? 0
    expect(budgetFen).toBeGreaterThan(20_000_000)
    expect(solve({ minimum: { value: 1.3 * most }, budgetFen }).result.infeasible).toBeNull()
  })

  test.each([
    ['locks and a limit of the mix', { mustHave: Array.from({ length: 13 }, (_, at) => `c${10 * at}`) }, 'kol.maxCount'],
    ['a lock and somebody who is not there', { mustHave: ['c1', 'nobody'] }, 'mustHave.nobody'],
    ['a lock and a minimum of a KPI', { mustHave: ['dear'], minimum: { kpis: { count: 30 } } }, 'mustHave.dear'],
  ])('%s: the lock is named', (_, known, name) => {
    const base = inventCreators(2000)
    const candidates = [...base.candidates, { id: 'dear', costFen: 19_900_000, groups: ['micro'] }]
    const clash = solve({ candidates, ...known }).result.infeasible?.clash ?? []
    expect(clash).toContain(name)
    expect(clash.filter((one) => one.startsWith('mustHave.')).length).toBeGreaterThan(0)
  })
})

describe('the same on every machine', () => {
  test('however the clock runs within the limit, the plan is the same, and nothing is said of time', () => {
    const problem = mixProblemSchema.parse(inventCreators(300))
    const runAt = (msPerLook: number) => {
      let now = 0
      return solveMix(problem, { clock: () => (now += msPerLook) })
    }
    const [standing, running] = [runAt(0), runAt(0.01)]
    expect({ ...running, elapsedMs: 0 }).toEqual({ ...standing, elapsedMs: 0 })
    expect(standing.because.join(' ')).not.toContain('time limit')
  })

  test('a clock that runs out is told, and the bound still holds', () => {
    const problem = mixProblemSchema.parse(inventCreators(300))
    let now = 0
    const cut = solveMix(problem, { clock: () => (now += 200) })
    expect(cut.because.join(' ')).toContain('The time limit of 2,000 ms ended the search early')
    expect(cut.value).toBeLessThanOrEqual(cut.upperBound)
    expect(cut.upperBound).toBeGreaterThanOrEqual(solveMix(problem, { clock: () => 0 }).value)
  })

  test('less of a limit is less work, counted and not timed', () => {
    const problem: MixProblem = { ...mixProblemSchema.parse(inventCreators(800)), timeLimitMs: 20 }
    const once = solveMix(problem, { clock: () => 0 })
    expect(once).toEqual(solveMix(problem, { clock: () => 0 }))
    expect(once.costFen).toBeLessThanOrEqual(problem.budgetFen)
    expect(once.value).toBeLessThanOrEqual(solveMix({ ...problem, timeLimitMs: 2000 }, { clock: () => 0 }).value + 1e-6)
  })
})

describe('progress', () => {
  test.each([
    ['a plan', {}],
    ['a refusal', { minimum: { value: 1e12 } }],
  ])('of %s rises in small steps to the whole', (_, known) => {
    const { told } = solve({ ...known, timeLimitMs: 100 }, 600)
    expect(told.at(-1)).toBe(1)
    expect(told.length).toBeGreaterThan(3)
    expect(told.slice(1).every((share, at) => share > (told[at] ?? 0) || share === 1)).toBe(true)
    expect(told.every((share) => share > 0 && share <= 1)).toBe(true)
  })
})

test('in a small pool, too, a minimum a million times too high is told with what is possible', () => {
  const candidates = ['a', 'b'].map((id) => ({ id, costFen: 10, kpis: { views: 4500 } }))
  const { infeasible } = solveMix({ budgetFen: 20, segments: [], candidates, minimum: { kpis: { views: 1e12 } } }, { clock: () => 0 })
  expect(infeasible).toEqual({
    clash: ['minimum.kpis.views'],
    smallest: [{ constraint: 'minimum.kpis.views', from: 1e12, to: 9000 }],
    isProven: true,
  })
})
