import { expect, test } from 'vitest'
import { localOfShanghai, momentOfShanghai, shanghaiDayAfter } from './shanghai-day.ts'

const LATE_UTC = Date.parse('2026-11-22T17:00:00Z')

test('the day turns at midnight in Shanghai', () => {
  expect(shanghaiDayAfter(LATE_UTC, 0)).toBe('2026-11-23')
  expect(shanghaiDayAfter(LATE_UTC, 8)).toBe('2026-12-01')
})
test('a typed time is Shanghai time', () => expect(momentOfShanghai('2026-11-23T01:00')).toBe('2026-11-22T17:00:00.000Z'))
test('there and back', () => expect(momentOfShanghai(localOfShanghai(LATE_UTC))).toBe('2026-11-22T17:00:00.000Z'))
test('what is no time is null', () => expect(momentOfShanghai('')).toBeNull())
