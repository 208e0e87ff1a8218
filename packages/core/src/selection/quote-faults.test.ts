import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newAccount, newQuote, type Quote } from '../creators/index.ts'
import { breakDownQuote, chooseQuote, costOfQuote } from './index.ts'
import { findQuoteFaults, isSound } from './quote-faults.ts'

const quote = (known: Partial<Quote> = {}): Quote => ({
  ...newQuote({ format: 'note_image', filed: true, source: 'agency.list' }),
  ...known,
})
const codesOf = (known: Partial<Quote>) => findQuoteFaults(quote(known)).map(({ code }) => code)

describe('what may be wrong with a quote', () => {
  test.each<[string, Partial<Quote>, string[]]>([
    ['nothing', { listFen: 100_000, rebate: 0.2, platformFee: 0.1 }, []],
    ['near miss: no price at all is a gap, no fault', {}, []],
    ['a list price that is no number', { listFen: Number.NaN }, ['notANumber']],
    ['an endless tax', { listFen: 1, taxFen: Infinity }, ['notANumber']],
    ['a negative net price', { netFen: -1 }, ['negative']],
    ['a negative rebate', { listFen: 100, rebate: -0.1 }, ['negative']],
    ['near miss: a rebate of nought', { listFen: 100, rebate: 0 }, []],
    ['more back than was paid', { listFen: 100_000, rebate: 1.2 }, ['rebateOverAll']],
    ['near miss: all back', { listFen: 100_000, rebate: 1 }, []],
    ['a fee above the price', { listFen: 100_000, platformFee: 1.01 }, ['feeOverAll']],
    ['a commission above the sales', { commissionShare: 2 }, ['feeOverAll']],
    ['net above list', { listFen: 100_000, netFen: 100_001 }, ['netAboveList']],
    ['near miss: net as list', { listFen: 100_000, netFen: 100_000 }, []],
    ['net and rebate differ', { listFen: 100_000, netFen: 80_000, rebate: 0.3 }, ['netDiffers']],
    ['near miss: they differ by rounding', { listFen: 100_000, netFen: 80_000, rebate: 0.205 }, []],
    ['several at once', { listFen: -5, rebate: 3, taxFen: Number.NaN }, ['negative', 'notANumber', 'rebateOverAll']],
  ])('%s', (_, known, codes) => {
    expect(codesOf(known)).toEqual(codes)
  })

  test('each is told in both languages with a way out', () => {
    const [fault] = findQuoteFaults(quote({ listFen: 100_000, rebate: 1.2 }))
    expect(fault?.because).toEqual({ en: 'The rebate is 120%, more than the whole price.', zh: '返点为 120%，超过全价。' })
    expect(fault?.fix.zh).toBe('请重新询价并录入。')
  })
})

describe('a quote with a fatal fault', () => {
  const wrong = quote({ listFen: 100_000, rebate: 1.2 })

  test('has no cost and is never chosen; the reason names the fault', () => {
    expect(costOfQuote(wrong)).toBeNull()
    const choice = chooseQuote(newAccount({ platform: 'xiaohongshu', accountId: '1', quotes: [wrong] }), '2026-12-01')
    expect(choice.quote).toBeNull()
    expect(choice.because.en).toContain('The rebate is 120%')
  })

  test('leaves a sound one beside it to count', () => {
    const account = newAccount({ platform: 'xiaohongshu', accountId: '1', quotes: [wrong, quote({ listFen: 200_000 })] })
    expect(chooseQuote(account, '2026-12-01')).toMatchObject({ costFen: 200_000 })
  })

  test('is sound exactly when no fault is fatal', () => {
    const any = fc.option(fc.oneof(fc.integer({ min: -10, max: 1e9 }), fc.constant(Number.NaN)))
    const share = fc.option(fc.oneof(fc.double({ min: -1, max: 2, noNaN: true }), fc.constant(Number.NaN)))
    const parts = fc.record({ listFen: any, netFen: any, taxFen: any, slotFeeFen: any, rebate: share, platformFee: share })
    fc.assert(
      fc.property(parts, (known) => {
        const given = quote(known)
        expect(isSound(given)).toBe(findQuoteFaults(given).every(({ isFatal }) => !isFatal))
        const cost = costOfQuote(given)
        if (cost === null) return
        expect(Number.isInteger(cost) && cost >= 0).toBe(true)
        expect(isSound(given)).toBe(true)
      }),
    )
  })
})

describe('the sum as it is done', () => {
  test.each<[string, Partial<Quote>, string | null]>([
    ['a list price', { listFen: 100_000 }, '1000.00 = 1000.00'],
    ['less a rebate', { listFen: 100_000, rebate: 0.2 }, '1000.00 × (1 − 20%) = 800.00'],
    ['and a fee on what is left', { listFen: 100_000, rebate: 0.2, platformFee: 0.05 }, '1000.00 × (1 − 20%) × (1 + 5%) = 840.00'],
    ['net, tax and slot fee', { listFen: 9, netFen: 50_000, taxFen: 3_000, slotFeeFen: 1_050 }, '500.00 + 30.00 + 10.50 = 540.50'],
    ['a price per thousand plays has none', { perThousandPlaysFen: 4_000 }, null],
    ['a faulty quote has none', { listFen: 100_000, rebate: 1.2 }, null],
  ])('%s', (_, known, formula) => {
    expect(breakDownQuote(quote(known), null).formula).toBe(formula)
  })
})
