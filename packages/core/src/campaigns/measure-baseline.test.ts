import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../shared/index.ts'
import { BASELINE_DAYS, LEAST_DAYS, measureBaseline, type BaselineRequest, type DayValue } from './index.ts'

// 2026-08-31 is a Monday: the 28 days before 2026-09-14 hold each weekday four times and no holiday.
const LAST = '2026-09-13'
const FIRST = addDays(LAST, 1 - BASELINE_DAYS)
const SPAN = { from: '2026-10-12', to: '2026-11-08' }
const daysOf = (valueAt: (at: number) => number, count = BASELINE_DAYS): DayValue[] =>
  Array.from({ length: count }, (_, at) => ({ day: addDays(FIRST, at), value: valueAt(at) }))
const measure = (days: readonly DayValue[], change: Partial<BaselineRequest> = {}) =>
  measureBaseline({ kind: 'flow', days, lastDay: LAST, span: SPAN, ...change })
const said = (days: readonly DayValue[], change: Partial<BaselineRequest> = {}) =>
  measure(days, change)
    .because.map(({ en }) => en)
    .join('; ')

describe('the baseline of a flow', () => {
  test('28 whole days: the daily mean, and over 28 days their sum', () => {
    const days = daysOf((at) => at + 1)
    expect(measure(days)).toMatchObject({ perDay: 14.5, value: 406, n: 28, from: FIRST, to: LAST })
  })

  test('hand-worked: 100 on weekdays, 300 at weekends, over a Saturday and a Sunday', () => {
    const days = daysOf((at) => (at % 7 >= 5 ? 300 : 100))
    const baseline = measure(days, { span: { from: '2026-10-17', to: '2026-10-18' } })
    expect(baseline.value).toBeCloseTo(600, 9)
    expect(baseline.perDay).toBeCloseTo(1100 / 7, 9)
  })

  test('weekdays weigh alike: three missing Saturdays do not move it', () => {
    const whole = daysOf((at) => (at % 7 >= 5 ? 300 : 100))
    const gappy = whole.filter((_, at) => at % 7 !== 5 || at < 7)
    expect(measure(gappy).value).toBeCloseTo(measure(whole).value ?? Number.NaN, 9)
    expect(measure(gappy).n).toBe(25)
    expect(said(gappy)).toContain('3 of the days carry no number')
  })

  test('a weekday without any number takes that of its like', () => {
    const noSundays = daysOf((at) => (at % 7 >= 5 ? 300 : 100)).filter((_, at) => at % 7 !== 6)
    expect(measure(noSundays, { span: { from: '2026-10-18', to: '2026-10-18' } }).value).toBe(300)
  })

  test('older and later days are not looked at', () => {
    const days = [{ day: addDays(FIRST, -1), value: 1e9 }, ...daysOf(() => 5), { day: addDays(LAST, 1), value: 1e9 }]
    expect(measure(days)).toMatchObject({ perDay: 5, value: 140, n: 28 })
  })
})

describe('stock and level', () => {
  test('a stock is its change: 10 followers a day are 280 in 28 days, gaps or not', () => {
    const days = Array.from({ length: 29 }, (_, at) => ({ day: addDays(FIRST, at - 1), value: 1000 + 10 * at }))
    const gappy = days.filter((_, at) => at % 5 !== 3)
    expect(measure(days, { kind: 'stock' }).value).toBeCloseTo(280, 9)
    expect(measure(gappy, { kind: 'stock' }).value).toBeCloseTo(280, 9)
  })

  test('a falling stock has a baseline below zero', () => {
    expect(
      measure(
        daysOf((at) => 500 - at),
        { kind: 'stock' },
      ).value,
    ).toBeCloseTo(-28, 9)
  })

  test('a level is a mean, however long the span', () => {
    expect(
      measure(
        daysOf(() => 42),
        { kind: 'level', span: { from: SPAN.from, to: SPAN.from } },
      ).value,
    ).toBeCloseTo(42, 9)
  })
})

describe('what is unknown or odd is said', () => {
  test.each([
    { why: 'no series', days: [], n: 0 },
    { why: 'six days', days: daysOf(() => 5, LEAST_DAYS - 1), n: 6 },
    { why: 'only days outside', days: [{ day: '2020-01-01', value: 1 }], n: 0 },
  ])('$why: unknown, never zero', ({ days, n }) => {
    expect(measure(days)).toMatchObject({ value: null, perDay: null, n })
    expect(said(days)).toContain('fewer than 7 days')
  })

  test('near miss: seven days are enough, and n is shown', () => {
    expect(measure(daysOf(() => 5, LEAST_DAYS))).toMatchObject({ n: 7, value: 140 })
    expect(said(daysOf(() => 5, LEAST_DAYS))).toContain('n = 7 of 28 days')
  })

  test('no number and a day given twice are left out and named', () => {
    const odd = [...daysOf(() => 5), { day: LAST, value: 900 }, { day: FIRST, value: Number.NaN }]
    expect(measure(odd)).toMatchObject({ n: 28, perDay: 5 })
    expect(said(odd)).toContain('1 values are no numbers')
    expect(said(odd)).toContain('1 days were given twice')
  })

  test('a holiday among the days is named with how many days it takes', () => {
    const lastDay = '2026-10-10'
    const days = Array.from({ length: 28 }, (_, at) => ({ day: addDays(lastDay, -at), value: 3 }))
    expect(said(days, { lastDay })).toMatch(/3 of them fall on Mid-Autumn; 7 of them fall on National Day/)
    expect(said(daysOf(() => 3))).not.toContain('fall on')
  })

  test('beyond the last year of the holiday table it says so', () => {
    expect(said([], { lastDay: '2027-02-10' })).toContain('holidays after 2026-12-31 are not in the table')
  })

  test('every sentence is in both languages', () => {
    const { because } = measure([{ day: LAST, value: Number.NaN }], { lastDay: '2027-01-05' })
    for (const { en, zh } of because) expect([en, zh].join(' ')).toMatch(/[a-z].* .*[\u4e00-\u9fff]/)
  })
})

describe('properties', () => {
  const value = fc.integer({ min: -1000, max: 100_000 })
  const series = fc
    .array(fc.option(value, { nil: null, freq: 3 }), { minLength: BASELINE_DAYS, maxLength: BASELINE_DAYS })
    .map((values) => values.flatMap((each, at): DayValue[] => (each === null ? [] : [{ day: addDays(FIRST, at), value: each }])))
  const near = (a: number | null, b: number | null) => (a === null || b === null ? a === b : Math.abs(a - b) <= 1e-6 * (1 + Math.abs(a)))

  test('the order of the days does not matter', () => {
    fc.assert(
      fc.property(series, fc.constantFrom('stock', 'flow', 'level'), (days, kind) => {
        return near(measure(days, { kind }).value, measure(days.toReversed(), { kind }).value)
      }),
    )
  })

  test('a level lies between its lowest and highest day', () => {
    fc.assert(
      fc.property(
        series.filter((days) => days.length >= LEAST_DAYS),
        (days) => {
          const { value: level } = measure(days, { kind: 'level' })
          const values = days.map((each) => each.value)
          return level !== null && level >= Math.min(...values) - 1e-6 && level <= Math.max(...values) + 1e-6
        },
      ),
    )
  })

  test('what is added to each day is added to the baseline of each day', () => {
    fc.assert(
      fc.property(
        series.filter((days) => days.length >= LEAST_DAYS),
        value,
        (days, more) => {
          const moved = days.map((each) => ({ ...each, value: each.value + more }))
          return near((measure(days).perDay ?? Number.NaN) + more, measure(moved).perDay)
        },
      ),
    )
  })

  test('a weekly pattern is found whatever days are missing, as long as each weekday is there once', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 7, maxLength: 7 }),
        fc.array(fc.boolean(), { minLength: 21, maxLength: 21 }),
        (pattern, kept) => {
          const days = daysOf((at) => pattern[at % 7] ?? 0).filter((_, at) => at < 7 || kept[at - 7])
          const sum = pattern.reduce((total, each) => total + 4 * each, 0)
          return near(measure(days).value, sum)
        },
      ),
    )
  })

  test('a gapless stock of 28 days changes by what its days add, weekday by weekday', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 500 }), { minLength: 28, maxLength: 28 }), (steps) => {
        let height = 10_000
        const days = [
          { day: addDays(FIRST, -1), value: height },
          ...steps.map((step, at) => ({ day: addDays(FIRST, at), value: (height += step) })),
        ]
        return near(
          measure(days, { kind: 'stock' }).value,
          steps.reduce((sum, step) => sum + step, 0),
        )
      }),
    )
  })
})
