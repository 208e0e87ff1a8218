import { toneTargetSchema } from '@kolibra/core/creators'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formOfTone, isRangeWrong, TONE_ADDRESSES, TONE_RANGES, toneOf } from './tone-form.ts'

const blank = formOfTone(null)

describe('the wished tone as it is typed', () => {
  test('nothing typed is nothing wished', () => expect(toneOf(blank)).toBeNull())
  test('an address alone is a wish', () => expect(toneOf({ ...blank, address: 'sisters' })).toEqual({ address: 'sisters' }))
  test('full-width digits are digits', () =>
    expect(toneOf({ ...blank, emojiPer100: { least: '０', most: '２.5' } })).toEqual({ emojiPer100: [0, 2.5] }))

  test.each([
    { why: 'one end only', range: { least: '3', most: '' } },
    { why: 'the wrong way round', range: { least: '9', most: '3' } },
    { why: 'below zero', range: { least: '-1', most: '3' } },
    { why: 'words', range: { least: 'few', most: 'many' } },
  ])('$why cannot be saved', ({ range }) => {
    expect(isRangeWrong(range)).toBe(true)
    expect(toneOf({ ...blank, salesPer1000: range })).toBeUndefined()
  })

  test('property: what is saved comes back as it was, and the schema takes it', () => {
    const range = fc.tuple(fc.nat(999), fc.nat(999)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)])
    const wish = fc.record(
      { ...Object.fromEntries(TONE_RANGES.map((name) => [name, range])), address: fc.constantFrom(...TONE_ADDRESSES) },
      { requiredKeys: ['address'] },
    )
    fc.assert(
      fc.property(wish, (typed) => {
        const tone = toneTargetSchema.parse(typed)
        expect(toneOf(formOfTone(tone))).toEqual(tone)
      }),
    )
  })
})
