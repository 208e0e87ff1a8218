import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reported, sumReported, type ReportedDraft } from './index.ts'

const draft: ReportedDraft = {
  label: { en: 'Views', zh: '播放' },
  value: 12,
  unit: 'views',
  source: { en: 'xiaohongshu export', zh: '小红书导出' },
  formula: { en: 'views as the platform counts them', zh: '播放，以平台口径为准' },
  asOf: '2027-02-01T00:00:00.000Z',
}
const frame = { label: draft.label, unit: 'views', of: { en: 'views', zh: '播放' }, asOf: '2027-02-02T00:00:00.000Z' }

describe('a number enters a report', () => {
  test('with source, unit, formula and as-of', () => {
    const { source, formula, ...rest } = draft
    expect(reported(draft)).toEqual({
      ...rest,
      source: source.en,
      sourceZh: source.zh,
      formula: formula.en,
      formulaZh: formula.zh,
      because: null,
      becauseZh: null,
    })
  })

  test.each([
    ['unit', { unit: ' ' }],
    ['source', { source: { en: ' ', zh: ' ' } }],
    ['formula', { formula: { en: '', zh: '' } }],
    ['asOf', { asOf: ' ' }],
  ])('never without %s', (field, blank) => {
    expect(() => reported({ ...draft, ...blank })).toThrow(field)
  })

  test('an unknown with its reason', () => {
    expect(reported({ ...draft, value: null, because: { en: 'no export yet', zh: '尚无导出' } }).value).toBeNull()
  })

  test.each([undefined, null, { en: '', zh: '' }, { en: ' ', zh: ' ' }])('an unknown never without one (%j)', (because) => {
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
  const known = (value: number, source = 'a', asOf = draft.asOf) => reported({ ...draft, value, source: { en: source, zh: source }, asOf })
  const unknown = reported({ ...draft, value: null, because: { en: 'not in the export', zh: '导出中没有' } })

  test('all known: sources named once, as old as the oldest part', () => {
    const sum = sumReported([known(1, 'b'), known(2, 'a', '2027-01-05T00:00:00.000Z'), known(3, 'b')], frame)
    expect(sum).toMatchObject({ value: 6, source: 'a; b', asOf: '2027-01-05T00:00:00.000Z', because: null })
    expect(sum.formula).toBe('sum of views over 3 of 3 known')
    expect(sum).toMatchObject({ sourceZh: 'a；b', formulaZh: '播放合计，3 项中已知 3 项', becauseZh: null })
  })

  test('some unknown: the sum says of how many it knows', () => {
    expect(sumReported([known(5), unknown], frame)).toMatchObject({
      value: 5,
      because: '1 of 2 known: at least this much',
      becauseZh: '2 项中已知 1 项：至少为此数',
    })
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
