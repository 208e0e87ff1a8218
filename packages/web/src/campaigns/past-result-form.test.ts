import { expect, test } from 'vitest'
import { BLANK_RESULT, readOrderValue, readResult, type ResultForm } from './past-result-form.ts'

const filled: ResultForm = { ...BLANK_RESULT, source: ' 示例 618 ', views: '1,200,000', newFollowers: '800', paidFen: '45000.5' }

test('a row: blanks stay unknown, yuan become fen', () => {
  expect(readResult(filled)).toEqual({ source: '示例 618', views: 1_200_000, newFollowers: 800, paidFen: 4_500_050 })
})

test('a typed nil is a count', () => {
  expect(readResult({ ...filled, mentions: '0' })).toMatchObject({ mentions: 0 })
})

test.each([
  { why: 'no source', change: { source: ' ' } },
  { why: 'no views', change: { views: '' } },
  { why: 'views of nil', change: { views: '0' } },
  { why: 'a word where a number stands', change: { mentions: 'many' } },
  { why: 'below nil', change: { orders: '-1' } },
  { why: 'nothing but views', change: { newFollowers: '', paidFen: '' } },
])('$why: no row', ({ change }) => expect(readResult({ ...filled, ...change })).toBeNull())

test.each([
  {
    why: 'whole',
    typed: { worth: '150', refunds: '20', source: '店铺后台' },
    value: { fen: 15_000, refundShare: 0.2, source: '店铺后台' },
  },
  { why: 'refunds unknown', typed: { worth: '150', refunds: '', source: 's' }, value: { fen: 15_000, refundShare: null, source: 's' } },
  { why: 'taken away', typed: { worth: '', refunds: '', source: 's' }, value: null },
])('worth of an order, $why', ({ typed, value }) => expect(readOrderValue(typed)).toEqual({ value }))

test.each([
  { why: 'no source', typed: { worth: '150', refunds: '', source: '' } },
  { why: 'nil', typed: { worth: '0', refunds: '', source: 's' } },
  { why: 'refunds without worth', typed: { worth: '', refunds: '20', source: 's' } },
  { why: 'more refunds than all', typed: { worth: '150', refunds: '120', source: 's' } },
])('worth of an order refused: $why', ({ typed }) => expect(readOrderValue(typed)).toBeNull())
