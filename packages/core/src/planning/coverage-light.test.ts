import { describe, expect, test } from 'vitest'
import { bootstrap, chooseLight, explainLight, LIGHTS, measureCoverage, worstLight } from './coverage-light.ts'

const seen = { nominal: 0.8, observed: 0.8, low: 0.75, high: 0.85, creators: 400 }
const hits = (yes: number, all: number) => Array.from({ length: all }, (_, index) => index < yes)

describe('the light', () => {
  test.each([
    { why: 'as promised', given: {}, light: 'green' },
    { why: 'below, even at its upper end', given: { observed: 0.7, low: 0.65, high: 0.79 }, light: 'red' },
    { why: 'below, but chance may explain it', given: { observed: 0.76, low: 0.7, high: 0.81 }, light: 'green' },
    { why: 'far below, chance or not', given: { observed: 0.74, low: 0.66, high: 0.82 }, light: 'amber' },
    { why: 'far above, chance or not', given: { observed: 0.86, low: 0.78, high: 0.93 }, light: 'amber' },
    { why: 'wider than promised beyond chance', given: { observed: 0.83, low: 0.81, high: 0.86 }, light: 'amber' },
    { why: 'too few to tell', given: { creators: 19 }, light: 'amber' },
    { why: 'just enough to tell', given: { creators: 20 }, light: 'green' },
    { why: 'too few, and yet plainly too narrow', given: { creators: 19, observed: 0.2, low: 0.05, high: 0.4 }, light: 'red' },
  ])('$why: $light', ({ given, light }) => expect(chooseLight({ ...seen, ...given })).toBe(light))

  test.each([
    { yes: 240, all: 300, light: 'green' },
    { yes: 204, all: 300, light: 'red' },
    { yes: 285, all: 300, light: 'amber' },
    { yes: 8, all: 10, light: 'amber' },
  ])('$yes of $all ranges of 80 % held: $light', ({ yes, all, light }) => {
    const coverage = measureCoverage(hits(yes, all), 0.8, 1)
    expect(coverage).toMatchObject({ observed: yes / all, light })
    expect(coverage.low).toBeLessThanOrEqual(coverage.observed)
    expect(coverage.high).toBeGreaterThanOrEqual(coverage.observed)
  })
})

describe('where all ranges held, or none', () => {
  test.each([
    { yes: 2, all: 2, low: 0.158, high: 1 },
    { yes: 40, all: 40, low: 0.912, high: 1 },
    { yes: 0, all: 5, low: 0, high: 0.522 },
    { yes: 1, all: 1, low: 0.025, high: 1 },
  ])('$yes of $all are not certain: $low to $high', ({ yes, all, low, high }) => {
    const found = measureCoverage(hits(yes, all), 0.8, 1)
    expect(found.low).toBeCloseTo(low, 3)
    expect(found.high).toBeCloseTo(high, 3)
  })

  test('one that did not hold among many leaves the interval to the draws', () => {
    const { low, high } = measureCoverage(hits(39, 40), 0.8, 1)
    expect(low).toBeGreaterThan(0.85)
    expect(high).toBe(1)
  })
})

describe('the bootstrap', () => {
  const values = Array.from({ length: 200 }, (_, index) => index % 10)
  const mean = (rows: Int32Array) => rows.reduce((sum, row) => sum + (values[row] ?? 0), 0) / rows.length

  test('gives the error of a mean as the text book does', () => {
    // sd of 0…9 is 2.87: error 2.87 / √200 = 0.203.
    const { low, high, error } = bootstrap(200, mean, 1)
    expect(error).toBeCloseTo(0.203, 1)
    expect(low).toBeLessThan(4.5)
    expect(high).toBeGreaterThan(4.5)
    expect(high - low).toBeCloseTo(2 * 1.96 * 0.203, 1)
  })

  test('the same seed gives the same interval, another seed another one', () => {
    expect(bootstrap(200, mean, 7)).toEqual(bootstrap(200, mean, 7))
    expect(bootstrap(200, mean, 7)).not.toEqual(bootstrap(200, mean, 8))
  })

  test('of what never varies is nil wide', () => expect(bootstrap(5, () => 3, 1)).toEqual({ low: 3, high: 3, error: 0 }))
})

test('the light over several ranges is never better than any of them', () => {
  for (const one of LIGHTS)
    for (const other of LIGHTS) {
      const worst = worstLight([{ light: one }, { light: other }, { light: 'green' }])
      expect(LIGHTS.indexOf(worst)).toBe(Math.max(LIGHTS.indexOf(one), LIGHTS.indexOf(other)))
    }
  expect(worstLight([])).toBe('red')
})

describe('why a light is not green', () => {
  const rowOf = (given: object) => {
    const row = { nominal: 0.8, observed: 0.8, low: 0.75, high: 0.85, ...given }
    return { ...row, light: chooseLight({ ...row, creators: 40 }) }
  }

  test('each range says what was wanted, what held and why that is not enough, the worst first', () => {
    const far = rowOf({ observed: 0.86, low: 0.78, high: 0.93 })
    const red = rowOf({ nominal: 0.5, observed: 0.325, low: 0.2, high: 0.475 })
    expect(explainLight([far, rowOf({}), red], 40)).toEqual([
      {
        en: 'The 50% range held 32.5% (95 % interval 20%–47.5%) where 50% was wanted: even the upper end lies below what was promised.',
        zh: '50% 区间应命中 50%，实际命中 32.5%（95% 置信区间 20%–47.5%）：区间上限仍低于承诺水平。',
      },
      {
        en: 'The 80% range held 86% (95 % interval 78%–93%) where 80% was wanted: further than five points off.',
        zh: '80% 区间应命中 80%，实际命中 86%（95% 置信区间 78%–93%）：偏差超过 5 个百分点。',
      },
    ])
  })

  test('a green one needs no reason', () => expect(explainLight([rowOf({})], 40)).toEqual([]))
})
