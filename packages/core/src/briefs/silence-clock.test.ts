import { describe, expect, test } from 'vitest'
import { startSilenceClock } from './index.ts'

describe('when silence becomes an answer', () => {
  test.each([
    {
      from: '2026-11-23T02:00:00.000Z',
      days: 1,
      endsAt: '2026-11-24T16:00:00.000Z',
      isCertain: true,
      why: 'Monday morning: all of Tuesday is theirs',
    },
    {
      from: '2026-11-23T15:59:59.000Z',
      days: 1,
      endsAt: '2026-11-24T16:00:00.000Z',
      isCertain: true,
      why: 'the last second of Monday in Shanghai',
    },
    {
      from: '2026-11-23T16:00:00.000Z',
      days: 1,
      endsAt: '2026-11-25T16:00:00.000Z',
      isCertain: true,
      why: 'near miss: Tuesday has begun in Shanghai',
    },
    { from: '2026-11-20T02:00:00.000Z', days: 3, endsAt: '2026-11-25T16:00:00.000Z', isCertain: true, why: 'over a weekend' },
    { from: '2026-09-30T02:00:00.000Z', days: 1, endsAt: '2026-10-08T16:00:00.000Z', isCertain: true, why: 'over National Day' },
    { from: '2026-12-30T02:00:00.000Z', days: 1, endsAt: '2026-12-31T16:00:00.000Z', isCertain: true, why: 'to the end of the table' },
    { from: '2026-12-31T02:00:00.000Z', days: 1, endsAt: '2027-01-01T16:00:00.000Z', isCertain: false, why: 'beyond the table: says so' },
  ])('$days working day(s) from $from: $why', ({ from, days, endsAt, isCertain }) =>
    expect(startSilenceClock(from, days)).toEqual({ endsAt, isCertain }),
  )
})
