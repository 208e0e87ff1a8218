import { newMetric, newQuote } from '@kolibra/core/creators'
import { expect, test } from 'vitest'
import {
  BLANK_CORRECTION,
  isValueWrong,
  listNumbers,
  listPriced,
  readCorrection,
  unitOfForm,
  type CorrectionForm,
} from './correction-form.ts'

const rate = { name: 'interactionRate', period: '30d', noteType: null, flow: null }
const account = {
  metrics: [
    newMetric({ name: 'followers', value: 1, unit: 'followers', source: 'x', column: 'c', importId: 'i' }),
    newMetric({ ...rate, value: 0.04, unit: 'share', source: 'x', column: 'c', importId: 'i' }),
    newMetric({ ...rate, value: 0.05, unit: 'share', source: 'y', column: 'c', importId: 'i' }),
  ],
  quotes: [
    newQuote({ format: 'video', source: 'x', filed: true }),
    newQuote({ format: 'video', source: 'y', filed: true }),
    newQuote({ format: 'video', source: 'x', filed: false }),
  ],
}
const read = (form: Partial<CorrectionForm>) => readCorrection({ ...BLANK_CORRECTION, ...form }, account)

test('each number and each price is offered once', () => {
  expect(listNumbers(account)).toEqual([{ ...rate, unit: 'share' }])
  expect(listPriced(account)).toEqual([
    { format: 'video', filed: true },
    { format: 'video', filed: false },
  ])
})

test.each<[Partial<CorrectionForm>, object | null]>([
  [{ value: '1,200' }, { field: 'followers', value: 1200 }],
  [{ value: '30万' }, { field: 'followers', value: 300_000 }],
  [
    { field: 'price', format: 'video', value: '¥1.2万' },
    { field: 'price', format: 'video', value: 1_200_000 },
  ],
  [
    { field: 'creatorType', value: 'celebrity' },
    { field: 'creatorType', value: 'celebrity' },
  ],
  [{ field: 'creatorType', value: '' }, null],
  [{ value: '' }, null],
  [{ value: 'many' }, null],
  [
    { field: 'region', value: ' 示例市 ' },
    { field: 'region', value: '示例市' },
  ],
  [
    { field: 'price', format: 'video', value: '12.5' },
    { field: 'price', format: 'video', value: 1250 },
  ],
  [{ field: 'price', format: '', value: '12.5' }, null],
  [
    { field: 'metric', value: '5.5%' },
    { field: 'metric', place: rate, value: 0.055 },
  ],
  [{ field: 'metric', place: 7, value: '5' }, null],
  [
    { field: 'audience', value: '60' },
    { field: 'audience', place: { axis: 'gender', key: 'female' }, value: 0.6 },
  ],
  [{ field: 'audience', value: '160' }, null],
  [
    { field: 'quote', place: 1, value: '20' },
    { field: 'quoteShare', place: { format: 'video', filed: false, part: 'rebate' }, value: 0.2 },
  ],
  [
    { field: 'quote', part: 'taxFen', value: '60' },
    { field: 'quoteSum', place: { format: 'video', filed: true, part: 'taxFen' }, value: 6000 },
  ],
])('%j is read as %j', (form, input) => expect(read(form)).toEqual(input))

test.each<[Partial<CorrectionForm>, boolean]>([
  [{ value: 'many' }, true],
  [{ value: '-3' }, true],
  [{ field: 'price', format: 'video', value: 'cheap' }, true],
  [{ field: 'audience', value: '160' }, true],
  [{ field: 'quote', value: 'half' }, true],
  [{ field: 'metric', value: 'half' }, true],
  [{ value: '30万' }, false],
  [{ value: '' }, false],
  [{ field: 'price', format: '', value: '12.5' }, false],
])('of %j the value is wrong: %s', (form, isWrong) => expect(isValueWrong({ ...BLANK_CORRECTION, ...form }, account)).toBe(isWrong))

test('the unit is said before one types', () => {
  const unit = (form: Partial<CorrectionForm>) => unitOfForm({ ...BLANK_CORRECTION, ...form }, listNumbers(account))
  expect([unit({}), unit({ field: 'quote', part: 'netFen' }), unit({ field: 'metric' }), unit({ field: 'mcn' })]).toEqual([
    'number',
    'yuan',
    'percent',
    'text',
  ])
})
