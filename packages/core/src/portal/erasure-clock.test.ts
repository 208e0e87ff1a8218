import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../shared/index.ts'
import { changesTurns, ERASURE_CLOCK, erasureClockSchema, erasureDue } from './index.ts'

describe('the clock of an erasure that a creator asks for', () => {
  test.each([
    ['fifteen working days by default', '2026-11-23T03:00:00.000Z', ERASURE_CLOCK.workingDays, '2026-12-14'],
    ['asked on a Sunday, the Monday is the first', '2026-11-22T03:00:00.000Z', 1, '2026-11-23'],
    ['late in the evening of Shanghai is still that day', '2026-11-23T15:59:59.000Z', 1, '2026-11-24'],
    ['after midnight in Shanghai is the next', '2026-11-23T16:00:00.000Z', 1, '2026-11-25'],
    ['over the National Day holiday', '2026-09-30T03:00:00.000Z', 1, '2026-10-08'],
  ])('%s', (_, sentAt, workingDays, due) => {
    expect(erasureDue(sentAt, { workingDays })).toBe(due)
  })

  test.each([
    [0, false],
    [1, true],
    [60, true],
    [61, false],
    [2.5, false],
  ])('%d working days may be set: %s', (workingDays, isFine) => {
    expect(erasureClockSchema.safeParse({ workingDays }).success).toBe(isFine)
  })

  test('property: it ends on a working day after the request, and later with more days', () => {
    const days = integer({ min: 1, max: 30 })
    assert(
      property(integer({ min: 0, max: 200 }), days, (offset, workingDays) => {
        const sentAt = new Date(Date.parse('2026-03-01T04:00:00.000Z') + offset * 86_400_000).toISOString()
        const due = erasureDue(sentAt, { workingDays })
        expect(isWorkingDay(due)).toBe(true)
        expect(due > sentAt.slice(0, 10)).toBe(true)
        expect(erasureDue(sentAt, { workingDays: workingDays + 1 }) > due).toBe(true)
      }),
    )
  })

  test('its request and the answer to it begin and end a turn', () => {
    expect([changesTurns('erasure.asked'), changesTurns('request.settled')]).toEqual([true, true])
  })
})
