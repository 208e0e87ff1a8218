import { expect, test } from 'vitest'
import { blankRow, isRowSaid, playedDeliverableSchema, type PlayedDeliverable } from './index.ts'

test('a blank row is one that may be sent, and says nothing', () => {
  expect(playedDeliverableSchema.parse(blankRow('d1'))).toEqual(blankRow('d1'))
  expect(isRowSaid(blankRow('d1'))).toBe(false)
})

const SAID: readonly Partial<PlayedDeliverable>[] = [
  { platform: 'douyin' },
  { format: 'note' },
  { count: 0 },
  { from: '2027-01-04' },
  { to: '2027-01-04' },
  { time: '20:00' },
  { words: '我会这样说' },
]
test.each(SAID)('any one field makes a row said: %o', (part) => {
  expect(isRowSaid({ ...blankRow('d1'), ...part })).toBe(true)
})
