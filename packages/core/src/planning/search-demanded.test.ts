import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listDemands } from './mix-demand.ts'
import { buildMixModel } from './mix-model.ts'
import { mixProblemSchema, type MixProblemInput } from './schema.ts'
import { searchDemanded } from './search-demanded.ts'
import { searchMix } from './search-mix.ts'
import { anyProblem } from './test/mix-oracle.ts'

const hasTime = () => true

function search(
  input: MixProblemInput,
  options: { hasTime: () => boolean } = { hasTime },
): { state: string; value: number; bound: number | null; ids: readonly string[] } {
  const problem = mixProblemSchema.parse(input)
  const model = buildMixModel(problem)
  const outcome = searchDemanded(model, listDemands(problem, model), options)
  if (outcome.state !== 'found') return { ...outcome, value: 0, bound: null, ids: [] }
  return { ...outcome, ids: outcome.members.map((member) => model.ids[member] ?? '') }
}

const pool = (count: number) => ({
  budgetFen: 100,
  segments: [],
  candidates: Array.from({ length: count }, (_, index) => ({
    id: `c${String(index).padStart(3, '0')}`,
    costFen: 10,
    value: 10 + (index % 10),
    kpis: { leads: 9 - (index % 10) },
  })),
})

test('without demands it is the search for value', () => {
  fc.assert(
    fc.property(anyProblem, (problem) => {
      const model = buildMixModel(problem)
      expect(searchDemanded(model, [], { hasTime })).toEqual(searchMix(model, { hasTime }))
    }),
    { numRuns: 40 },
  )
})

describe('a pool decided completely', () => {
  test('value is given up for exactly what is asked: each lead costs one point', () => {
    const found = search({ ...pool(30), minimum: { kpis: { leads: 50 } } })
    expect(found).toMatchObject({ state: 'found', value: 10 * 19 - 50 })
  })

  test('none is a proof', () => {
    expect(search({ ...pool(30), minimum: { kpis: { leads: 82 } } }).state).toBe('none')
    expect(search({ ...pool(30), minimum: { kpis: { count: 11 } } }).state).toBe('none')
  })
})

describe('a pool too large for that', () => {
  test.each([10, 45, 80])('%d leads: within the bound, and nearly what they have to cost', (leads) => {
    const found = search({ ...pool(200), minimum: { kpis: { leads } } })
    expect(found).toMatchObject({ state: 'found' })
    expect(found.value).toBeGreaterThanOrEqual(0.97 * (190 - leads))
    expect(found.bound).toBeGreaterThanOrEqual(190 - leads - 1e-6)
    expect(found.bound).toBeLessThan(1.03 * (190 - leads))
  })

  test('two demands at once are both met', () => {
    const { candidates, ...rest } = pool(200)
    const two = { ...rest, candidates: candidates.map((one, index) => ({ ...one, kpis: { ...one.kpis, posts: index % 7 } })) }
    const found = search({ ...two, minimum: { kpis: { leads: 50, posts: 40 } } })
    const chosen = two.candidates.filter(({ id }) => found.ids.includes(id))
    expect(chosen.reduce((sum, { kpis }) => sum + kpis.leads, 0)).toBeGreaterThanOrEqual(50)
    expect(chosen.reduce((sum, { kpis }) => sum + kpis.posts, 0)).toBeGreaterThanOrEqual(40)
  })

  test('beyond what any plan brings: none; between that and what is found: not sure', () => {
    expect(search({ ...pool(200), minimum: { kpis: { leads: 91 } } }).state).toBe('none')
    const impossible = { kpi: 'value', target: 1000, atLeast: 1, draws: 50 }
    expect(search({ ...pool(200), chance: impossible }).state).toBe('unsure')
  })

  test('without time it still answers, and what it answers holds', () => {
    const late = { ...pool(200), minimum: { kpis: { leads: 60 } } }
    const found = search(late, { hasTime: () => false })
    const chosen = late.candidates.filter(({ id }) => found.ids.includes(id))
    expect(['found', 'unsure']).toContain(found.state)
    if (found.state === 'found') expect(chosen.reduce((sum, { kpis }) => sum + kpis.leads, 0)).toBeGreaterThanOrEqual(60)
  })
})
