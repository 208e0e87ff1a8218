import { expect, test } from 'vitest'
import { moveCaret } from './replace-typed.ts'

test.each([
  ['before it', 1, 1],
  ['at its start', 4, 4],
  ['inside it', 5, 7],
  ['at its end', 6, 7],
  ['behind it', 9, 10],
])('a caret %s', (_, caret, place) => expect(moveCaret(caret, { start: 4, end: 6 }, 3)).toBe(place))
