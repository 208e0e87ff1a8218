import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addWorkingDays, HOLIDAYS, isWorkingDay, MAKE_UP_DAYS } from './index.ts'

describe('working days', () => {
  test.each([
    { day: '2026-11-23', works: true, why: 'a Monday' },
    { day: '2026-11-22', works: false, why: 'a Sunday' },
    { day: '2026-10-01', works: false, why: 'a holiday on a Thursday' },
    { day: '2026-10-08', works: true, why: 'near miss: the day after the holiday' },
    { day: '2026-09-20', works: true, why: 'a Sunday that is worked for National Day' },
    { day: '2026-09-19', works: false, why: 'near miss: the Saturday before it' },
    { day: '2025-01-26', works: true, why: 'a Sunday that is worked for Spring Festival' },
    { day: '2027-01-01', works: true, why: 'a Friday beyond the table: only weekends are known' },
  ])('$day: $why', ({ day, works }) => expect(isWorkingDay(day)).toBe(works))

  test('a day that is worked instead lies on a weekend and in no holiday', () => {
    for (const day of MAKE_UP_DAYS) {
      expect([0, 6]).toContain(new Date(`${day}T00:00:00Z`).getUTCDay())
      expect(HOLIDAYS.filter(({ from, to }) => from <= day && day <= to)).toEqual([])
    }
  })

  test.each([
    { from: '2026-11-20', count: 1, day: '2026-11-23', isCertain: true, why: 'over a weekend' },
    { from: '2026-11-21', count: 1, day: '2026-11-23', isCertain: true, why: 'from a Saturday' },
    { from: '2026-09-30', count: 3, day: '2026-10-10', isCertain: true, why: 'over National Day, with the Saturday that is worked' },
    { from: '2026-02-13', count: 2, day: '2026-02-24', isCertain: true, why: 'over Spring Festival' },
    { from: '2026-12-30', count: 1, day: '2026-12-31', isCertain: true, why: 'the last day of the table' },
    { from: '2026-12-30', count: 2, day: '2027-01-01', isCertain: false, why: 'near miss: the first day beyond it' },
    { from: '2026-11-22', count: 0, day: '2026-11-22', isCertain: true, why: 'none' },
  ])('$count from $from: $day, $why', ({ from, count, day, isCertain }) => expect(addWorkingDays(from, count)).toEqual({ day, isCertain }))

  test('as many working days lie in the span as were counted, and it ends with one', () => {
    assert(
      property(integer({ min: 0, max: 900 }), integer({ min: 1, max: 30 }), (offset, count) => {
        const from = addDays('2025-01-01', offset)
        const { day } = addWorkingDays(from, count)
        let worked = 0
        for (let at = addDays(from, 1); at <= day; at = addDays(at, 1)) worked += isWorkingDay(at) ? 1 : 0
        expect([worked, isWorkingDay(day)]).toEqual([count, true])
      }),
    )
  })
})
