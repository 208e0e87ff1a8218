import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkMixProblem, solveMix } from './index.ts'

const base = {
  budgetFen: 100,
  segments: [{ id: 's', size: 10 }],
  candidates: [{ id: 'a', costFen: 1, reach: { s: 0.5 }, groups: ['micro'] }],
  constraints: [{ group: 'micro', minCount: 1 }],
}
const withCandidate = (more: object) => ({ ...base, candidates: [{ ...base.candidates[0], ...more }] })
const withRule = (more: object) => ({ ...base, constraints: [{ group: 'micro', ...more }] })
const withSegment = (more: object) => ({ ...base, segments: [{ id: 's', size: 10, ...more }] })

function listFields(problem: unknown): string[] {
  const checked = checkMixProblem(problem)
  return checked.ok ? [] : checked.refusals.map(({ field }) => field)
}

describe('numbers that are none, or that no plan can have', () => {
  const places = [
    ['budgetFen', (value: unknown) => ({ ...base, budgetFen: value })],
    ['segments.0.size', (value: unknown) => withSegment({ size: value })],
    ['segments.0.weight', (value: unknown) => withSegment({ weight: value })],
    ['candidates.0.costFen', (value: unknown) => withCandidate({ costFen: value })],
    ['candidates.0.value', (value: unknown) => withCandidate({ value })],
    ['candidates.0.reach.s', (value: unknown) => withCandidate({ reach: { s: value } })],
    ['constraints.0.minCount', (value: unknown) => withRule({ minCount: value })],
    ['constraints.0.maxCount', (value: unknown) => withRule({ maxCount: value })],
    ['constraints.0.minShare', (value: unknown) => withRule({ minShare: value })],
    ['constraints.0.maxShare', (value: unknown) => withRule({ maxShare: value })],
  ] as const
  const hostile = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, '7', true]

  test.each(places)('%s refuses them and names itself', (field, put) => {
    for (const value of hostile) expect(listFields(put(value))).toEqual([field])
    expect(listFields(put(1))).toEqual([])
  })

  test.each([
    ['half a fen', { ...base, budgetFen: 10.5 }, 'budgetFen'],
    ['more fen than a number can count', { ...base, budgetFen: 2 ** 60 }, 'budgetFen'],
    ['half a creator', withRule({ minCount: 1.5 }), 'constraints.0.minCount'],
    ['a share in percent', withRule({ maxShare: 30 }), 'constraints.0.maxShare'],
    ['reach in people', withCandidate({ reach: { s: 1200 } }), 'candidates.0.reach.s'],
    ['no time at all', { ...base, timeLimitMs: 0 }, 'timeLimitMs'],
    ['a minimum that is not a number', { ...base, minimum: { value: Number.NaN } }, 'minimum.value'],
    ['a minimum without end', { ...base, minimum: { value: Number.POSITIVE_INFINITY } }, 'minimum.value'],
  ])('%s', (_, problem, field) => expect(listFields(problem)).toEqual([field]))

  test('numbers whose product or sum is beyond all numbers are refused, or every value would be infinite', () => {
    expect(listFields(withSegment({ size: 1e300, weight: 1e300 }))).toEqual(['segments'])
    const rich = ['a', 'b'].map((id) => ({ id, costFen: 1, value: 1.5e308 }))
    expect(listFields({ ...base, candidates: rich })).toEqual(['candidates'])
    expect(listFields({ ...withSegment({ size: 1e308 }), candidates: [{ id: 'a', costFen: 1, value: 1e308 }] })).toEqual(['candidates'])
    expect(listFields(withSegment({ size: 1e150, weight: 1e150 }))).toEqual([])
  })
})

describe('what is missing or foreign', () => {
  test.each([
    ['nothing', null],
    ['a list', []],
    ['a sentence', 'please plan'],
    ['an absent document', undefined],
  ])('%s is no problem document', (_, input) => expect(listFields(input)).toEqual(['(whole document)']))

  test('all faults come at once, each with its path', () => {
    const problem = { budgetFen: -1, segments: [{ size: 1 }], candidates: [{ id: 'a', costFen: 'x' }], constraints: [{}] }
    expect(listFields(problem).toSorted()).toEqual(['budgetFen', 'candidates.0.costFen', 'constraints.0.group', 'segments.0.id'])
  })

  test('repeated ids and unknown segments are found together, on the second of the twins', () => {
    const twin = { id: 'a', costFen: 1, reach: { t: 0.1, u: 0.1 } }
    expect(listFields({ ...base, candidates: [twin, twin] }).toSorted()).toEqual([
      'candidates.0.reach.t',
      'candidates.0.reach.u',
      'candidates.1.id',
      'candidates.1.reach.t',
      'candidates.1.reach.u',
    ])
  })

  test('ids that look like parts of an object are ids', () => {
    const ids = ['constructor', 'toString', 'hasOwnProperty']
    const problem = {
      ...base,
      segments: ids.map((id) => ({ id, size: 10 })),
      candidates: ids.map((id) => ({ id, costFen: 1, reach: { [id]: 0.5 }, groups: ['micro', id] })),
    }
    expect(listFields(problem)).toEqual([])
    expect(listFields(withCandidate({ reach: { constructor: 0.5 } }))).toEqual(['candidates.0.reach.constructor'])
  })

  test('what is left out gets its neutral value', () => {
    const checked = checkMixProblem({ budgetFen: 1, segments: [{ id: 's', size: 1 }], candidates: [{ id: 'a', costFen: 1 }] })
    expect(checked.ok && checked.value).toMatchObject({
      segments: [{ weight: 1 }],
      candidates: [{ reach: {}, value: 0, groups: [], conflicts: [] }],
      constraints: [],
      mustHave: [],
      never: [],
      timeLimitMs: 2000,
    })
  })

  test('a conflict with, or a pin on, someone outside the pool is not a fault of the file', () => {
    expect(listFields({ ...withCandidate({ conflicts: ['gone', 'a'] }), never: ['gone'], mustHave: ['gone'] })).toEqual([])
  })
})

test('whatever JSON comes in, the check answers, and what it accepts can be solved', () => {
  const id = fc.constantFrom('a', 'b', 's', '')
  const number = fc.oneof(fc.integer({ min: -2, max: 50 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double())
  const anyInput = fc.record(
    {
      budgetFen: number,
      segments: fc.array(fc.record({ id, size: number, weight: number }, { requiredKeys: ['id', 'size'] }), { maxLength: 2 }),
      candidates: fc.array(
        fc.record(
          { id, costFen: number, value: number, reach: fc.dictionary(id, number), creator: fc.option(id), groups: fc.array(id) },
          { requiredKeys: ['id', 'costFen'] },
        ),
        { maxLength: 3 },
      ),
      constraints: fc.array(fc.record({ group: id, minCount: number, maxShare: number }, { requiredKeys: ['group'] }), { maxLength: 2 }),
      mustHave: fc.array(id, { maxLength: 2 }),
    },
    { requiredKeys: ['budgetFen', 'segments', 'candidates'] },
  )
  fc.assert(
    fc.property(fc.oneof({ arbitrary: anyInput, weight: 4 }, { arbitrary: fc.jsonValue(), weight: 1 }), (input) => {
      const checked = checkMixProblem(input)
      if (!checked.ok) {
        for (const refusal of checked.refusals) expect(refusal).toMatchObject({ code: 'mix.invalid', field: expect.any(String) })
        return
      }
      const { value, upperBound, gap } = solveMix(checked.value, { clock: () => 0 })
      expect([value, upperBound, gap].every(Number.isFinite)).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('every fault is told in Chinese too', () => {
  const candidate = { id: 'a', costFen: 1, value: 1e308, kpis: { value: 1 }, reach: { gone: 0.1 } }
  const faulty = {
    budgetFen: 1,
    segments: [{ id: 's', size: 1e300, weight: 1e300 }],
    candidates: [candidate, { ...candidate, kpis: {} }],
    minimum: { value: null, kpis: { fame: 1 } },
    constraints: [],
  }
  const told = [faulty, { ...faulty, budgetFen: -1 }].flatMap((problem) => {
    const checked = checkMixProblem(problem)
    return checked.ok ? [] : checked.refusals
  })
  expect(told.length).toBeGreaterThan(5)
  for (const { problem, problemZh } of told) {
    expect(problem).toMatch(/[a-z]{3}/)
    expect(problemZh).toMatch(/[\u4e00-\u9fff]/)
  }
})
