import { correctionInputSchema } from '@kolibra/core/creators'
import { describe, expect, test } from 'vitest'
import { BLANK_QUOTE, faultsOf, quoteOf } from './quote-form.ts'

const form = { ...BLANK_QUOTE, format: 'note_image', listFen: '1.2万', note: '微信' }

describe('a quote as it is typed', () => {
  test('is sent as the server takes it', () => {
    const input = quoteOf({
      ...form,
      rebate: '22%',
      platformFee: '5',
      slotFeeFen: '99.5',
      filed: 'yes',
      gifts: ' 样品 ',
      validUntil: '2026-12-31',
    })
    expect(correctionInputSchema.parse(input)).toEqual(input)
    expect(input).toMatchObject({
      field: 'quote',
      format: 'note_image',
      value: { listFen: 1_200_000, netFen: null, rebate: 0.22, platformFee: 0.05, slotFeeFen: 9950, filed: true, gifts: '样品' },
    })
  })

  test('what is left blank is not known, never nought', () => {
    expect(quoteOf(form)).toMatchObject({ value: { netFen: null, rebate: null, taxFen: null, filed: null, validUntil: null } })
  })

  test.each([
    [{ listFen: 'dear' }, { listFen: 'sum' }],
    [{ listFen: '-5' }, { listFen: 'sum' }],
    [{ rebate: '120' }, { rebate: 'share' }],
    [{ rebate: '-1' }, { rebate: 'share' }],
    [{ netFen: '12001' }, { netFen: 'aboveList' }],
    [{ netFen: '12000' }, {}],
  ])('%j is told as %j', (change, faults) => {
    expect(faultsOf({ ...form, ...change })).toEqual(faults)
    expect(quoteOf({ ...form, ...change }) === null).toBe(Object.keys(faults).length > 0)
  })

  test.each([{ format: ' ' }, { note: '' }, { listFen: '' }])('%j is not sent', (change) => {
    expect(quoteOf({ ...form, ...change })).toBeNull()
  })

  test.each([{ gifts: '面霜两瓶' }, { commissionShare: '20' }, { perThousandPlaysFen: '40' }, { netFen: '8000' }])(
    '%j is price enough',
    (change) => {
      expect(quoteOf({ ...form, listFen: '', ...change })).not.toBeNull()
    },
  )
})
