import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay, shanghaiDay } from '../shared/index.ts'
import { endOfTurn, planReminders, stageOfTurn } from './index.ts'

const soon = (at: string) => ({ stage: 'due_soon', at: `${at}.000Z` })
const over = (at: string) => ({ stage: 'overdue', at: `${at}.000Z` })

describe('reminders', () => {
  test.each([
    {
      why: 'a moment on a Wednesday: a day before and at the moment',
      due: '2026-11-25T04:00:00.000Z',
      startedAt: '2026-11-20T04:00:00.000Z',
      plan: [soon('2026-11-24T04:00:00'), over('2026-11-25T04:00:00')],
    },
    {
      why: 'a clock of twelve hours: half of it before',
      due: '2026-11-25T13:00:00.000Z',
      startedAt: '2026-11-25T01:00:00.000Z',
      plan: [soon('2026-11-25T07:00:00'), over('2026-11-25T13:00:00')],
    },
    {
      why: 'at night: the evening before and the next morning',
      due: '2026-11-25T15:00:00.000Z',
      startedAt: '2026-11-20T04:00:00.000Z',
      plan: [soon('2026-11-24T10:00:00'), over('2026-11-26T00:00:00')],
    },
    {
      why: 'on a Monday: the Friday before, not the Sunday',
      due: '2026-11-23T04:00:00.000Z',
      startedAt: '2026-11-18T04:00:00.000Z',
      plan: [soon('2026-11-20T10:00:00'), over('2026-11-23T04:00:00')],
    },
    {
      why: 'on a Saturday: over on Monday morning',
      due: '2026-11-21T04:00:00.000Z',
      startedAt: '2026-11-18T04:00:00.000Z',
      plan: [soon('2026-11-20T04:00:00'), over('2026-11-23T00:00:00')],
    },
    {
      why: 'in National Day: before it and after it',
      due: '2026-10-03T04:00:00.000Z',
      startedAt: '2026-09-25T04:00:00.000Z',
      plan: [soon('2026-09-30T10:00:00'), over('2026-10-08T00:00:00')],
    },
    {
      why: 'a clock of an hour at night has no reminder before',
      due: '2026-11-24T16:00:00.000Z',
      startedAt: '2026-11-24T15:00:00.000Z',
      plan: [over('2026-11-25T00:00:00')],
    },
    {
      why: 'a day: ten in the morning of the working day before and of the one after',
      due: '2026-11-27',
      startedAt: null,
      plan: [soon('2026-11-26T02:00:00'), over('2026-11-30T02:00:00')],
    },
    {
      why: 'near miss: a day that began the evening before has only the second',
      due: '2026-11-27',
      startedAt: '2026-11-26T12:00:00.000Z',
      plan: [over('2026-11-30T02:00:00')],
    },
  ])('$why', ({ plan, why: _why, ...clock }) => expect(planReminders(clock)).toEqual(plan))

  test('fall on working days by day, the first before the end and the second not before it', () => {
    const start = Date.parse('2026-01-01T00:00:00Z')
    assert(
      property(integer({ min: 0, max: 500_000 }), integer({ min: 1, max: 20_000 }), (offset, minutes) => {
        const startedAt = new Date(start + offset * 60_000).toISOString()
        const due = new Date(start + (offset + minutes) * 60_000).toISOString()
        for (const { stage, at } of planReminders({ due, startedAt })) {
          const hour = new Date(Date.parse(at) + 8 * 3_600_000).getUTCHours()
          expect(isWorkingDay(shanghaiDay(Date.parse(at))) && hour >= 8 && hour < 22).toBe(true)
          expect(stage === 'overdue' ? at >= due : at < due && at > startedAt).toBe(true)
        }
      }),
    )
  })
})

describe('the stage of a turn', () => {
  test.each([
    { why: 'without a clock', due: null, now: '2026-11-25T04:00:00.000Z', stage: 'open' },
    { why: 'a moment before the reminder', due: '2026-11-25T04:00:00.000Z', now: '2026-11-24T03:59:59.999Z', stage: 'open' },
    { why: 'at the reminder', due: '2026-11-25T04:00:00.000Z', now: '2026-11-24T04:00:00.000Z', stage: 'due_soon' },
    { why: 'a moment before its end', due: '2026-11-25T04:00:00.000Z', now: '2026-11-25T03:59:59.999Z', stage: 'due_soon' },
    { why: 'at its end', due: '2026-11-25T04:00:00.000Z', now: '2026-11-25T04:00:00.000Z', stage: 'overdue' },
    { why: 'in the last hour of its day', due: '2026-11-25', now: '2026-11-25T15:59:00.000Z', stage: 'due_soon' },
    { why: 'when its day is over', due: '2026-11-25', now: '2026-11-25T16:00:00.000Z', stage: 'overdue' },
  ])('$why: $stage', ({ due, now, stage }) => expect(stageOfTurn({ due, startedAt: null }, now)).toBe(stage))

  test('ends with its day in Shanghai', () => expect(endOfTurn('2026-12-31')).toBe('2026-12-31T16:00:00.000Z'))
})
