import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { afterQuiet, nextDigest } from './index.ts'

describe('the next digest', () => {
  test.each([
    ['daily', '2026-11-23T00:59:00.000Z', '2026-11-23T01:00:00.000Z', 'a minute before nine on a Monday'],
    ['daily', '2026-11-23T01:00:00.000Z', '2026-11-24T01:00:00.000Z', 'near miss: nine itself is over'],
    ['daily', '2026-11-20T04:00:00.000Z', '2026-11-23T01:00:00.000Z', 'a Friday noon: not at the weekend'],
    ['daily', '2026-09-30T04:00:00.000Z', '2026-10-08T01:00:00.000Z', 'over National Day'],
    ['daily', '2026-09-18T04:00:00.000Z', '2026-09-20T01:00:00.000Z', 'a Sunday that is worked'],
    ['weekly', '2026-11-23T00:00:00.000Z', '2026-11-23T01:00:00.000Z', 'a Monday morning'],
    ['weekly', '2026-11-23T02:00:00.000Z', '2026-11-30T01:00:00.000Z', 'a Monday later'],
    ['weekly', '2026-09-28T02:00:00.000Z', '2026-10-08T01:00:00.000Z', 'a Monday that is a holiday: the first working day of its week'],
    ['weekly', '2026-02-09T02:00:00.000Z', '2026-02-24T01:00:00.000Z', 'a week without any working day has none'],
  ] as const)('%s from %s: %s, %s', (rhythm, now, at, _why) => expect(nextDigest(rhythm, now)).toBe(at))
})

describe('a reminder at night', () => {
  test.each([
    ['2026-11-23T13:59:59.000Z', '2026-11-23T13:59:59.000Z', 'a second before ten in the evening'],
    ['2026-11-23T14:00:00.000Z', '2026-11-24T00:00:00.000Z', 'ten in the evening waits for the morning'],
    ['2026-11-23T16:00:00.000Z', '2026-11-24T00:00:00.000Z', 'midnight: the morning of the day that has begun'],
    ['2026-11-23T23:59:00.000Z', '2026-11-24T00:00:00.000Z', 'a minute before eight'],
    ['2026-11-24T00:00:00.000Z', '2026-11-24T00:00:00.000Z', 'near miss: eight itself'],
  ])('%s: %s, %s', (moment, at, _why) => expect(afterQuiet(moment)).toBe(at))

  test('waits at most ten hours, and is by day', () => {
    assert(
      property(integer({ min: 0, max: 60 * 24 * 400 }), (minutes) => {
        const moment = Date.parse('2026-01-01T00:00:00Z') + minutes * 60_000
        const at = Date.parse(afterQuiet(new Date(moment).toISOString()))
        expect(at - moment).toBeLessThanOrEqual(10 * 3_600_000)
        const hour = new Date(at + 8 * 3_600_000).getUTCHours()
        expect(hour >= 8 && hour < 22).toBe(true)
      }),
    )
  })
})
