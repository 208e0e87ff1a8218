import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daySchema, daysBetween, momentSchema, readDay, shanghaiDay, shanghaiMoment } from './index.ts'

const LAST_MS = Date.UTC(2099, 11, 31)

describe('the Shanghai day of a day or a moment', () => {
  test.each([
    { why: 'a day is itself', stamp: '2027-01-20', day: '2027-01-20' },
    { why: 'a leap day', stamp: '2028-02-29', day: '2028-02-29' },
    { why: 'near miss: the year after has none', stamp: '2029-02-29', day: null },
    { why: 'a century without', stamp: '2100-02-29', day: null },
    { why: 'a century with', stamp: '2000-02-29', day: '2000-02-29' },
    { why: 'a month of thirty days', stamp: '2027-04-31', day: null },
    { why: 'month thirteen', stamp: '2027-13-01', day: null },
    { why: 'day zero', stamp: '2027-01-00', day: null },
    { why: 'the evening in UTC is the next day in Shanghai', stamp: '2027-01-19T16:00:00.000Z', day: '2027-01-20' },
    { why: 'near miss: a second before', stamp: '2027-01-19T15:59:59Z', day: '2027-01-19' },
    { why: 'a moment with an offset', stamp: '2027-01-20T00:00:00+08:00', day: '2027-01-20' },
    { why: 'New Year in Shanghai', stamp: '2026-12-31T16:00:00Z', day: '2027-01-01' },
    { why: 'nothing', stamp: '', day: null },
    { why: 'prose', stamp: 'next week', day: null },
    { why: 'prose of ten characters', stamp: 'week three', day: null },
    { why: 'a year and month', stamp: '2027-01', day: null },
    { why: 'slashes are the importer’s business', stamp: '2027/01/20', day: null },
    { why: 'a moment in month thirteen', stamp: '2027-13-01T00:00:00Z', day: null },
    { why: 'a moment of a day that no calendar has, which a clock reads as one of March', stamp: '2027-02-30T00:00:00Z', day: null },
    { why: 'a moment without zone is Shanghai time, wherever this runs', stamp: '2027-01-19T23:30:00', day: '2027-01-19' },
    { why: 'the last moment that a clock knows', stamp: '+275760-09-13T00:00:00.000Z', day: null },
    { why: 'the last evening of the year 9999, the year 10000 in Shanghai', stamp: '9999-12-31T16:00:00Z', day: null },
    { why: 'near miss: a second before', stamp: '9999-12-31T15:59:59Z', day: '9999-12-31' },
    { why: 'the year 0', stamp: '0000-01-01T00:00:00Z', day: null },
    { why: 'a moment as prose', stamp: 'Tue Mar 02 2027 10:00', day: null },
  ])('$why: $stamp', ({ stamp, day }) => {
    expect(readDay(stamp)).toBe(day)
  })

  test('property: of a moment it is the day of its milliseconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LAST_MS }), (epochMs) => {
        expect(readDay(new Date(epochMs).toISOString())).toBe(shanghaiDay(epochMs))
      }),
    )
  })

  test('no moment, no day: a bug of the caller', () => {
    expect(() => shanghaiDay(Number.NaN)).toThrow(RangeError)
    expect(() => addDays('2027-13-01', 1)).toThrow(RangeError)
  })
})

describe('a wall clock in Shanghai', () => {
  test('property: the moment falls in the day it was made from', () => {
    const parts = fc.record({
      year: fc.integer({ min: 1995, max: 2090 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minute: fc.integer({ min: 0, max: 59 }),
      second: fc.integer({ min: 0, max: 59 }),
    })
    const pad = (value: number) => String(value).padStart(2, '0')
    fc.assert(
      fc.property(parts, (clock) => {
        const moment = shanghaiMoment(clock)
        expect(readDay(moment)).toBe(`${clock.year}-${pad(clock.month)}-${pad(clock.day)}`)
        expect(momentSchema.safeParse(moment).success).toBe(true)
      }),
    )
  })

  test.each([
    { why: 'midnight belongs to the day that begins', parts: { year: 2028, month: 2, day: 29 }, moment: '2028-02-28T16:00:00.000Z' },
    {
      why: 'the last second to the day that ends',
      parts: { year: 2028, month: 2, day: 29, hour: 23, minute: 59, second: 59 },
      moment: '2028-02-29T15:59:59.000Z',
    },
    {
      why: 'eight in the morning is midnight in UTC',
      parts: { year: 2027, month: 3, day: 1, hour: 8 },
      moment: '2027-03-01T00:00:00.000Z',
    },
  ])('$why', ({ parts, moment }) => {
    expect(shanghaiMoment(parts)).toBe(moment)
  })
})

describe('counting days', () => {
  test.each([
    { why: 'over a leap day', from: '2028-02-28', to: '2028-03-01', days: 2 },
    { why: 'near miss: over the same days of another year', from: '2027-02-28', to: '2027-03-01', days: 1 },
    { why: 'a leap year', from: '2028-01-01', to: '2029-01-01', days: 366 },
    { why: 'a usual year', from: '2027-01-01', to: '2028-01-01', days: 365 },
    { why: 'the same day', from: '2027-01-01', to: '2027-01-01', days: 0 },
    { why: 'backward', from: '2027-01-02', to: '2027-01-01', days: -1 },
    { why: 'over the last Shanghai summer time', from: '1991-04-01', to: '1991-10-01', days: 183 },
  ])('$why', ({ from, to, days }) => {
    expect(daysBetween(from, to)).toBe(days)
    expect(addDays(from, days)).toBe(to)
  })

  test('property: there and back is the same day, and the order of days is the order of texts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: 3000 }), (start, days) => {
        const day = addDays('1990-01-01', start)
        const later = addDays(day, days)
        expect(addDays(later, -days)).toBe(day)
        expect(later > day).toBe(true)
        expect(daySchema.safeParse(later).success).toBe(true)
      }),
    )
  })
})
