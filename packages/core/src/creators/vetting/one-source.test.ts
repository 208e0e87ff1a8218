import { expect, test } from 'vitest'
import { ofOneSource } from '../index.ts'

test('the source that counted on most days is heard, alone', () => {
  const counts = [
    { day: '2026-11-01', source: 'a', followers: 100 },
    { day: '2026-11-01', source: 'a', followers: 101 },
    { day: '2026-11-02', source: 'b', followers: 500 },
    { day: '2026-11-03', source: 'b', followers: 510 },
  ]
  expect(ofOneSource(counts).map(({ followers }) => followers)).toEqual([500, 510])
  expect(ofOneSource(counts.slice(0, 3)).map(({ followers }) => followers)).toEqual([100, 101])
  expect(ofOneSource([{ day: '2026-11-01' }, { day: '2026-11-02', source: null }])).toHaveLength(2)
  expect(ofOneSource([])).toEqual([])
})
