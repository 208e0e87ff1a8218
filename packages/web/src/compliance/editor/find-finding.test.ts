import { describe, expect, test } from 'vitest'
import { findingAt, nextFinding, placedIn, sameFinding } from './find-finding.ts'

const at = (ruleId: string, start: number, end: number, field = 'text') => ({ ruleId, field, span: { start, end } })
const whole = { ruleId: 'whole', field: 'text', span: null }
const [wide, narrow, last] = [at('wide', 0, 8), at('narrow', 2, 4), at('last', 10, 12)]
const all = [wide, narrow, last]

describe('the finding at the caret', () => {
  test.each([
    [1, 'wide'],
    [2, 'narrow'],
    [4, 'narrow'],
    [5, 'wide'],
    [9, undefined],
    [12, 'last'],
  ])('at %i', (caret, ruleId) => expect(findingAt(all, caret)?.ruleId).toBe(ruleId))
})

describe('stepping through findings', () => {
  test.each([
    [0, 1, 'narrow'],
    [2, 1, 'last'],
    [10, 1, 'wide'],
    [10, -1, 'narrow'],
    [0, -1, 'last'],
  ] as const)('from %i by %i', (caret, direction, ruleId) => expect(nextFinding(all, caret, direction)?.ruleId).toBe(ruleId))
  test('there is none to step to', () => expect(nextFinding([], 0, 1)).toBeNull())
})

test('only what has a place in the field is placed in it', () =>
  expect(placedIn([wide, whole, at('title', 0, 1, 'title')], 'text')).toEqual([wide]))

test('a finding is known again in a newer list, and gone when it is settled', () => {
  expect(sameFinding([narrow, wide], { ...wide })).toBe(wide)
  expect(sameFinding([narrow], wide)).toBeNull()
  expect(sameFinding(all, null)).toBeNull()
})
