import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newAccount, newQuote, type Quote } from '../imports/index.ts'
import { chooseQuote, costOfQuote } from './index.ts'

const DAY = '2026-12-01'
const quote = (known: Partial<Quote> = {}) => newQuote({ format: 'note_image', filed: true, source: 'agency.list', ...known })
const choose = (...quotes: readonly Quote[]) =>
  chooseQuote(newAccount({ platform: 'xiaohongshu', accountId: '1', quotes: [...quotes] }), DAY)

describe('what booking costs', () => {
  test.each([
    { why: 'the list price', known: { listFen: 100_000 }, costFen: 100_000 },
    { why: 'less the rebate', known: { listFen: 100_000, rebate: 0.2 }, costFen: 80_000 },
    { why: 'the net price wins over list and rebate', known: { listFen: 100_000, rebate: 0.2, netFen: 70_000 }, costFen: 70_000 },
    { why: 'plus the fee of the platform', known: { netFen: 100_000, platformFee: 0.1 }, costFen: 110_000 },
    { why: 'plus tax and slot fee', known: { netFen: 100_000, taxFen: 6000, slotFeeFen: 5000 }, costFen: 111_000 },
    { why: 'the fee is on the price after rebate', known: { listFen: 100_000, rebate: 0.5, platformFee: 0.1 }, costFen: 55_000 },
    { why: 'whole fen', known: { listFen: 99_999, rebate: 0.333 }, costFen: 66_699 },
    { why: 'a commission is no price', known: { commissionShare: 0.2 }, costFen: null },
    { why: 'a price per thousand plays is no fixed price', known: { perThousandPlaysFen: 4000 }, costFen: null },
    { why: 'nothing known', known: {}, costFen: null },
    { why: 'a price of 0 is not an offer', known: { listFen: 0 }, costFen: null },
    { why: 'all given back is not an offer', known: { listFen: 100_000, rebate: 1 }, costFen: null },
    { why: 'a tax alone is no price', known: { taxFen: 6000 }, costFen: null },
  ])('$why', ({ known, costFen }) => {
    expect(costOfQuote(quote(known))).toBe(costFen)
  })

  test('a rebate never raises and a fee never lowers the cost; the cost is whole', () => {
    const share = fc.double({ min: 0, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1e9 }), share, share, (listFen, rebate, platformFee) => {
        const plain = costOfQuote(quote({ listFen })) ?? Number.NaN
        const less = costOfQuote(quote({ listFen, rebate })) ?? Number.NaN
        const more = costOfQuote(quote({ listFen, platformFee })) ?? Number.NaN
        expect(less).toBeLessThanOrEqual(plain)
        expect(more).toBeGreaterThanOrEqual(plain)
        expect([plain, less, more].every(Number.isInteger)).toBe(true)
      }),
    )
  })
})

describe('which quote is taken', () => {
  test.each([
    { why: 'the cheaper of two filed ones', quotes: [quote({ listFen: 900 }), quote({ listFen: 500 })], costFen: 500 },
    {
      why: 'a filed one before a cheaper one of unknown filing',
      quotes: [quote({ listFen: 500, filed: null }), quote({ listFen: 900 })],
      costFen: 900,
    },
    {
      why: 'unknown filing before none',
      quotes: [quote({ listFen: 500, filed: null }), quote({ listFen: 100, filed: false })],
      costFen: 500,
    },
    { why: 'valid to the day itself', quotes: [quote({ listFen: 500, validUntil: DAY })], costFen: 500 },
    {
      why: 'valid to midnight of the day in Shanghai, as imports write it',
      quotes: [quote({ listFen: 500, validUntil: '2026-11-30T16:00:00.000Z' })],
      costFen: 500,
    },
    { why: 'valid until a moment of that day', quotes: [quote({ listFen: 500, validUntil: `${DAY}T10:00:00Z` })], costFen: 500 },
    {
      why: 'a dearer one that still holds',
      quotes: [quote({ listFen: 500, validUntil: '2026-11-30' }), quote({ listFen: 900 })],
      costFen: 900,
    },
    {
      why: 'a priced one among unpriced ones',
      quotes: [quote({}), quote({ listFen: 700 }), quote({ perThousandPlaysFen: 1 })],
      costFen: 700,
    },
    {
      why: 'a dated and proved one before a cheaper word of mouth',
      quotes: [quote({ listFen: 500 }), quote({ listFen: 900, observedAt: DAY, source: 'xingtu.search price_1_20 (CNY, proved)' })],
      costFen: 900,
    },
    {
      why: 'the cheaper of two that each have a day or a proof',
      quotes: [
        quote({ listFen: 500, observedAt: DAY, source: 'agency.list 报价 (CNY, unproved)' }),
        quote({ listFen: 900, source: 'xingtu.search price_1_20 (CNY, proved)' }),
      ],
      costFen: 500,
    },
    { why: 'word of mouth where there is nothing else', quotes: [quote({ listFen: 500 })], costFen: 500 },
  ])('$why', ({ quotes, costFen }) => {
    expect(choose(...quotes)).toMatchObject({ costFen })
  })

  test.each([
    { why: 'no quote', quotes: [], says: /no quote is recorded; a missing price is not zero/ },
    { why: 'only per thousand plays', quotes: [quote({ perThousandPlaysFen: 4000 })], says: /price per thousand plays/ },
    { why: 'all ended', quotes: [quote({ listFen: 500, validUntil: '2026-11-30' })], says: /every quote ended before 2026-12-01/ },
    { why: 'only unfiled', quotes: [quote({ listFen: 500, filed: false })], says: /only unfiled quotes.*never recommended/ },
    {
      why: 'unfiled, and a filed one that ended',
      quotes: [quote({ listFen: 5, filed: false }), quote({ listFen: 5, validUntil: '2026-01-01' })],
      says: /only unfiled/,
    },
  ])('none, with the reason: $why', ({ quotes, says }) => {
    const choice = choose(...quotes)
    expect(choice.quote).toBeNull()
    expect(choice.because.en).toMatch(says)
    expect(choice.because.zh).toMatch(/[\u4e00-\u9fff].*。$/)
  })

  test.each([
    { known: { netFen: 500 }, says: 'net price, platform fee unknown, filed' },
    { known: { listFen: 500, rebate: 0.15 }, says: 'list price less 15% rebate' },
    { known: { listFen: 500, platformFee: 0.05 }, says: '5% platform fee' },
    { known: { listFen: 500, commissionShare: 0.2 }, says: 'commission of 20% of sales not included' },
    { known: { listFen: 500, filed: null }, says: 'filed or not is unknown, settle it before booking on xiaohongshu' },
  ])('says how the price came about: $says', ({ known, says }) => {
    expect(choose(quote(known)).because.en).toContain(says)
  })

  test('the order in the list decides nothing', () => {
    const quotes = [quote({ listFen: 900 }), quote({ listFen: 500, filed: null }), quote({ listFen: 700 })]
    fc.assert(
      fc.property(fc.shuffledSubarray(quotes, { minLength: 3 }), (shuffled) => {
        expect(choose(...shuffled)).toMatchObject({ costFen: 700 })
      }),
    )
  })
})
