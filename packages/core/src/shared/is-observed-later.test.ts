import { expect, test } from 'vitest'
import { isObservedLater } from './index.ts'

test.each([
  { at: '2026-11-02', held: '2026-11-01', isLater: true, why: 'a later day' },
  { at: '2026-11-01', held: '2026-11-01', isLater: false, why: 'near miss: the same day' },
  { at: '2026-11-01', held: null, isLater: true, why: 'a date replaces none' },
  { at: null, held: '2020-01-01', isLater: false, why: 'none never replaces a date, however old' },
  { at: null, held: null, isLater: false, why: 'none beside none: the first stands' },
])('$why', ({ at, held, isLater }) => expect(isObservedLater(at, held)).toBe(isLater))
