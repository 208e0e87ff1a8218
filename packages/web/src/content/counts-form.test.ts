import { expect, test } from 'vitest'
import { BLANK_COUNTS, countsOf } from './counts-form.ts'

const seen = { observedAt: '2026-11-22T08:00:00.000Z', source: 'typed' }

test('nothing typed is empty, not zeros', () => expect(countsOf(BLANK_COUNTS, seen)).toBe('empty'))
test('what was not typed stays unknown; a typed 0 is 0', () =>
  expect(countsOf({ ...BLANK_COUNTS, views: '12,300', comments: '0' }, seen)).toEqual({
    views: 12_300,
    likes: null,
    comments: 0,
    shares: null,
    saves: null,
    ...seen,
  }))
test.each(['a lot', '1.5', '-3'])('%j is refused', (views) => expect(countsOf({ ...BLANK_COUNTS, views }, seen)).toBe('wrong'))
