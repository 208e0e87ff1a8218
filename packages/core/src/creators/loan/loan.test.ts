import { describe, expect, test } from 'vitest'
import { hasEnded, isDue, loanEndSchema, loanInputSchema, lockEnd } from '../index.ts'

describe('what the law keeps', () => {
  test.each([
    ['nothing agreed', [], null],
    ['three years from the contract', [{ contractedOn: '2026-11-22', publishedOn: null }], '2029-11-22'],
    ['three years from the publication, if that was later', [{ contractedOn: '2026-11-22', publishedOn: '2026-12-05' }], '2029-12-05'],
    [
      'the longest of several',
      [
        { contractedOn: '2026-01-01', publishedOn: '2026-02-01' },
        { contractedOn: '2025-01-01', publishedOn: '2026-03-01' },
      ],
      '2029-03-01',
    ],
    ['not longer than the law asks', [{ contractedOn: '2023-11-20', publishedOn: '2023-11-21' }], null],
    ['to the last day', [{ contractedOn: '2023-11-22', publishedOn: null }], '2026-11-22'],
    ['of a leap day', [{ contractedOn: '2028-02-29', publishedOn: null }], '2031-03-01'],
  ])('%s', (_, cooperations, end) => expect(lockEnd(cooperations, '2026-11-22')).toBe(end))
})

test.each([
  [null, false],
  ['2026-11-21', true],
  ['2026-11-22', false],
])('a clock until %s has ended on 2026-11-22: %s', (until, ended) => expect(hasEnded(until, '2026-11-22')).toBe(ended))

describe('the basis of a loan', () => {
  const loan = { basis: 'consent', since: '2026-11-01', until: '2027-11-01', source: '授权书' }
  test.each([
    ['as it is', {}, true],
    ['without an end', { until: null }, true],
    ['that ends before it begins', { until: '2026-10-31' }, false],
    ['of another basis', { basis: 'interest' }, false],
    ['without a source', { source: ' ' }, false],
  ])('%s', (_, change, isTaken) => expect(loanInputSchema.safeParse({ ...loan, ...change }).success).toBe(isTaken))
})

const ENDED = { at: '2026-11-10T00:00:00Z', by: 'Owner', reason: '示例·填错' }
test.each([
  ['nobody entered one', null, false],
  ['its clock has ended', { until: '2026-11-21', ended: null }, true],
  ['its last day is today', { until: '2026-11-22', ended: null }, false],
  ['it has no clock', { until: null, ended: null }, false],
  ['a person ended it before', { until: '2026-11-21', ended: ENDED }, false],
])('a loan asks for erasure: %s', (_, loan, due) => expect(isDue(loan, '2026-11-22')).toBe(due))

test.each([
  ['示例·填错', true],
  ['  ', false],
  ['因'.repeat(501), false],
])('a loan ends before its time only with a reason: %s', (reason, isTaken) =>
  expect(loanEndSchema.safeParse({ reason }).success).toBe(isTaken),
)
