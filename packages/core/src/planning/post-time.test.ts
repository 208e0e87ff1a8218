import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween, readDay, shanghaiDay } from '../shared/index.ts'
import { compareTimes, countDays, readTime } from './post-time.ts'

describe('when a post appeared', () => {
  test.each([
    { stamp: '1970-01-02', day: 1 },
    { stamp: '2026-10-01T15:59:59Z', day: countDays('2026-10-01') },
    { stamp: '2026-10-01T16:00:00Z', day: countDays('2026-10-02') },
    { stamp: '2026-10-01T00:30:00+08:00', day: countDays('2026-10-01') },
    { stamp: '2026-02-31', day: null },
    { stamp: 'last week', day: null },
    { stamp: '', day: null },
    { stamp: null, day: null },
  ])('$stamp: day $day', ({ stamp, day }) => expect(readTime(stamp)?.day ?? null).toBe(day))

  test('is the Shanghai day that everybody else reads', () => {
    const moments = fc.integer({ min: 0, max: 4e12 }).map((ms) => new Date(ms).toISOString())
    fc.assert(
      fc.property(moments, (stamp) => {
        expect(readTime(stamp)?.day).toBe(countDays(readDay(stamp) ?? ''))
        expect(countDays(shanghaiDay(Date.parse(stamp)))).toBe(daysBetween('1970-01-01', shanghaiDay(Date.parse(stamp))))
      }),
    )
  })

  test('orders: unreadable, then days, a bare day before the moments in it', () => {
    const stamps = ['2026-10-02', '2026-10-01T18:00:00Z', null, '2026-10-01', '2026-10-01T01:00:00Z']
    expect(stamps.toSorted((a, b) => compareTimes(readTime(a), readTime(b)))).toEqual([
      null,
      '2026-10-01',
      '2026-10-01T01:00:00Z',
      '2026-10-02',
      '2026-10-01T18:00:00Z',
    ])
  })
})
