import { expect, test } from 'vitest'
import { basisOfDay } from './basis-of-day.ts'

test.each([
  ['read', null],
  ['read (announcement date)', null],
  ['read (document date; published with an explanation 2025-08-13)', null],
  ['read (month only)', 'month'],
  ['read (month); day from memory', 'month'],
  ['memory (August 2024; the exact day is not in the copy read)', 'memory'],
  ['inferred from art. 78 (5 years from 2021-01-01)', 'inferred'],
  ['read (day); year inferred', 'inferred'],
  ['copy date; effective date unknown', 'lowerBound'],
  ['page undated; lower bound', 'lowerBound'],
  ['read; one source says 2026-02-01', 'reported'],
  ['measured 2026-09-20 by a third-party tool', 'reported'],
  ['unknown; ≥2025', 'unknown'],
  ['', null],
  [null, null],
] as const)('%s: %s', (confidence, basis) => expect(basisOfDay(confidence)).toBe(basis))
