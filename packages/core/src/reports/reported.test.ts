import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reported, sumReported, type ReportedDraft } from './index.ts'

const draft: ReportedDraft = {
  label: { en: 'Views', zh: '播放' },
  value: 12,
  unit: 'views',
  source: 'xiaohongshu export',
  formula: 'views as the platform counts them',
  asOf: '2027-02-01T00:00:00.000Z',
}
const frame = { label: draft.label, unit: 'views', of: 'views', asOf: '2027-02-02T00:00:00.000Z' }

describe('a number enters a report', () => {
  test('with source, unit, formula and as-of', () => {
    expect(reported(draft)).toEqual({ ...draft, because: null })
  })

  test.each(['unit', 'source', 'formula', 'asOf'] as const)('never without %s', (field) => {
    expect(() => reported({ ...draft, [field]: ' ' })).toThrow(field)
  })

  test('an unknown with its reason', () => {
    expect(reported({ ...draft, value: null, because: 'no export yet' }).value).toBeNull()
  })

  test.each([undefined, null, '', ' '])('an unknown never without one (%j)', (because) => {
    expect(() => reported({ ...draft, value: null, ...(because === undefined ? {} : { because }) })).toThrow('reason')
  })

  test.each([Number.NaN, Infinity, -Infinity])('%d is no number', (value) => {
    expect(() => reported({ ...draft, value })).toThrow(RangeError)
  })

  test('zero is known', () => {
    expect(reported({ ...draft, value: 0 }).value).toBe(0)
  })
})

describe('sums', () => {
  const known = (value: number, source = 'a', asOf = draft.asOf) => reported({ ...draft, value, source, asOf })
  const unknown = reported({ ...draft, value: null, because: 'not in the export' })

  test('all known: sources named once, as old as the oldest part', () => {
    const sum = sumReported([known(1, 'b'), known(2, 'a', '2027-01-05T00:00:00.000Z'), known(3, 'b')], frame)
    expect(sum).toMatchObject({ value: 6, source: 'a; b', asOf: '2027-01-05T00:00:00.000Z', because: null })
    expect(sum.formula).toBe('sum of views over 3 of 3 known')
  })

  test('some unknown: the sum says of how many it knows', () => {
    expect(sumReported([known(5), unknown], frame)).toMatchObject({ value: 5, because: '1 of 2 known: at least this much' })
  })

  test('none known is unknown, not zero', () => {
    expect(sumReported([unknown, unknown], frame)).toMatchObject({ value: null, because: '0 of 2 known', asOf: frame.asOf })
  })

  test('nothing to sum is unknown too', () => {
    expect(sumReported([], frame)).toMatchObject({ value: null, because: 'nothing is published yet' })
  })

  test('property: adding an unknown never changes the sum, only what it says', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 1, maxLength: 8 }), (values) => {
        const numbers = values.map((value) => known(value))
        const [plain, partial] = [sumReported(numbers, frame), sumReported([...numbers, unknown], frame)]
        expect(partial.value).toBe(plain.value)
        expect(plain.because).toBeNull()
        expect(partial.because).toContain(`${values.length} of ${values.length + 1}`)
      }),
    )
  })
})
