import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daySchema, daysBetween, momentSchema, readDay, shanghaiClock, shanghaiDay, shanghaiMoment, tellIssue } from './index.ts'

describe('Shanghai days', () => {
  test.each([
    { why: 'afternoon in Shanghai', moment: '2026-11-22T08:00:00.000Z', day: '2026-11-22' },
    { why: 'one millisecond before midnight there', moment: '2026-11-22T15:59:59.999Z', day: '2026-11-22' },
    { why: 'midnight there', moment: '2026-11-22T16:00:00.000Z', day: '2026-11-23' },
    { why: 'over the year’s end', moment: '2026-12-31T16:00:00.000Z', day: '2027-01-01' },
    { why: 'a leap day', moment: '2028-02-28T16:00:00.000Z', day: '2028-02-29' },
  ])('$why', ({ moment, day }) => {
    expect(shanghaiDay(Date.parse(moment))).toBe(day)
  })

  test.each([
    { parts: { year: 2026, month: 11, day: 22 }, moment: '2026-11-21T16:00:00.000Z' },
    { parts: { year: 2026, month: 11, day: 22, hour: 7, minute: 59, second: 59 }, moment: '2026-11-21T23:59:59.000Z' },
    { parts: { year: 2027, month: 1, day: 1 }, moment: '2026-12-31T16:00:00.000Z' },
  ])('wall clock to $moment', ({ parts, moment }) => {
    expect(shanghaiMoment(parts)).toBe(moment)
  })

  test.each([
    { day: '2026-11-22', days: 1, later: '2026-11-23' },
    { day: '2026-12-31', days: 1, later: '2027-01-01' },
    { day: '2028-03-01', days: -1, later: '2028-02-29' },
    { day: '2027-03-01', days: -1, later: '2027-02-28' },
    { day: '2026-11-22', days: 0, later: '2026-11-22' },
  ])('$day and $days days', ({ day, days, later }) => {
    expect(addDays(day, days)).toBe(later)
    expect(daysBetween(day, later)).toBe(days)
  })

  test('property: a day is one for the linter exactly when the schema takes it', () => {
    const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
    const written = fc.tuple(digits(4), digits(2), digits(2)).map((parts) => parts.join('-'))
    const near = fc.constantFrom(
      '2028-02-29',
      '2027-02-29',
      '0999-12-31',
      '1000-01-01',
      '2026-11-22 ',
      '2026-1-2',
      '２０２６-11-22',
      '2026-00-10',
    )
    fc.assert(
      fc.property(fc.oneof(written, near, fc.string()), (text) => {
        const stamp = text.slice(0, 10)
        expect(readDay(stamp)).toBe(daySchema.safeParse(stamp).success ? stamp : null)
      }),
    )
  })

  test('property: days added are the days between, also over daylight saving elsewhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: -2000, max: 2000 }), (start, days) => {
        const day = addDays('1990-01-01', start)
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })

  test('a day is no moment, and a moment without zone is none', () => {
    expect(daySchema.safeParse('2026-02-29').success).toBe(false)
    expect(momentSchema.safeParse('2026-11-22').success).toBe(false)
    expect(momentSchema.safeParse('2026-11-22T08:00:00').success).toBe(false)
    expect(momentSchema.safeParse('2026-11-22T08:00:00.000Z').success).toBe(true)
  })

  test('a year of three digits and the year 10000 are refused in one sentence of both languages', () => {
    const tell = (schema: typeof daySchema | typeof momentSchema, stamp: string) =>
      (schema.safeParse(stamp).error?.issues ?? []).map((issue) => tellIssue(issue))
    const years = [{ en: 'Of the years 1000 to 9999 in Shanghai only', zh: '年份须在 1000 至 9999 之间（上海时间）' }]
    for (const day of ['0000-01-01', '0999-12-31']) expect([day, tell(daySchema, day)]).toEqual([day, years])
    for (const moment of ['0000-01-01T00:00:00Z', '9999-12-31T16:00:00Z', '9999-12-31T23:59:59.999Z'])
      expect([moment, tell(momentSchema, moment)]).toEqual([moment, years])
    expect(tell(momentSchema, '9999-12-31T15:59:59Z')).toEqual([])
    expect(tell(daySchema, '9999-12-31')).toEqual([])
    expect(tell(daySchema, 'soon')).toHaveLength(1)
    expect(tell(momentSchema, 'soon')).toHaveLength(1)
  })
})

test.each([
  ['2026-10-31T16:00:00.000Z', '2026-11-01 00:00'],
  ['2026-11-01T08:30:59Z', '2026-11-01 16:30'],
  ['2026-11-01', '2026-11-01'],
  ['未知', '未知'],
])('a clock in Shanghai shows %s as %s', (stamp, shown) => expect(shanghaiClock(stamp)).toBe(shown))
