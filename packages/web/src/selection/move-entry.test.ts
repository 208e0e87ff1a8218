import { expect, test } from 'vitest'
import { moveEntry } from './move-entry.ts'

test.each([
  { from: 2, to: 1, moved: ['a', 'c', 'b'], why: 'one up' },
  { from: 0, to: 2, moved: ['b', 'c', 'a'], why: 'to the end' },
  { from: 0, to: -1, moved: ['a', 'b', 'c'], why: 'above the first' },
  { from: 1, to: 3, moved: ['a', 'b', 'c'], why: 'below the last' },
  { from: 7, to: 0, moved: ['a', 'b', 'c'], why: 'nobody' },
])('$why', ({ from, to, moved }) => {
  expect(moveEntry(['a', 'b', 'c'], from, to)).toEqual(moved)
})
