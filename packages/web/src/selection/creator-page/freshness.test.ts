import { describe, expect, test } from 'vitest'
import { newestOf, tellAge } from './freshness.ts'

const NOW = Date.parse('2026-11-26T17:00:00Z')

describe('tellAge', () => {
  test.each([
    ['2026-11-26T16:30:00Z', '2026-11-27', 0],
    ['2026-11-25', '2026-11-25', 2],
    ['2026-11-17T16:00:00.000Z', '2026-11-18', 9],
    ['2027-01-01', '2027-01-01', 0],
  ])('%s, asked on 27 November in Shanghai, is of %s: %d days', (moment, day, days) => expect(tellAge(moment, NOW)).toEqual({ day, days }))

  test('what is no moment has no age', () => expect(tellAge('last week', NOW)).toBeNull())
})

test('the newest of nothing is unknown', () => {
  expect(newestOf({ metrics: [], quotes: [], posts: [] })).toBeNull()
})
