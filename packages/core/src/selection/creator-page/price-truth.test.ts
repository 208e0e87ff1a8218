import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newAccount, newQuote, type Quote } from '../../creators/index.ts'
import { costOfQuote } from '../choose-quote.ts'
import type { FeeRow, FeeTable } from '../fee-table.ts'
import { breakDownQuote } from './break-down-quote.ts'
import { rankInSpread } from './rank-in-spread.ts'
import { tellPrices } from './tell-prices.ts'

const TODAY = '2026-11-26'
const NO_ROOM: FeeTable = { version: 'none', rows: [{ platform: null, share: 0, source: '示例·约定' }] }
const TENTH: FeeRow = { platform: null, share: 0.1, source: '[A]' }
const quote = (known: Partial<Quote> = {}): Quote => ({ ...newQuote({ format: 'note', listFen: null, source: 'agency.list' }), ...known })
const partsOf = (known: Partial<Quote>, feeRow: FeeRow | null = null) =>
  breakDownQuote(quote(known), feeRow).steps.map(({ part, fen }) => `${part} ${fen}`)
const tell = (quotes: Quote[], known: Partial<Parameters<typeof tellPrices>[1]> = {}) =>
  tellPrices(newAccount({ platform: 'xiaohongshu', accountId: 'a', quotes }), {
    forecast: null,
    rate: null,
    today: TODAY,
    fees: NO_ROOM,
    ...known,
  })

describe('the waterfall', () => {
  test.each<[string, Partial<Quote>, string[]]>([
    ['a list price alone', { listFen: 100_000 }, ['list 100000', 'total 100000']],
    [
      'list, rebate and fee: 1,000.00 less 30 %, and 10 % of the net on top',
      { listFen: 100_000, rebate: 0.3, platformFee: 0.1 },
      ['list 100000', 'rebate -30000', 'net 70000', 'platformFee 7000', 'total 77000'],
    ],
    [
      'list and net without a rate',
      { listFen: 100_000, netFen: 80_000, taxFen: 4_800 },
      ['list 100000', 'rebate -20000', 'net 80000', 'tax 4800', 'total 84800'],
    ],
    ['net alone with a slot fee', { netFen: 50_000, slotFeeFen: 1_000 }, ['net 50000', 'slotFee 1000', 'total 51000']],
    ['a rebate known to be none', { listFen: 100_000, rebate: 0 }, ['list 100000', 'rebate 0', 'net 100000', 'total 100000']],
    ['a price per thousand plays only', { perThousandPlaysFen: 5_000 }, []],
  ])('of %s', (_, known, parts) => expect(partsOf(known)).toEqual(parts))

  test.each<[string, Partial<Quote>, string[]]>([
    ['nothing', {}, ['price', 'filing']],
    ['a list price', { listFen: 100_000 }, ['rebate', 'platformFee', 'tax', 'filing', 'validity']],
    ['a net price that is filed', { netFen: 100_000, filed: true }, ['platformFee', 'tax', 'validity']],
    ['all of it', { listFen: 1, rebate: 0, platformFee: 0, taxFen: 0, filed: true, validUntil: TODAY }, []],
    ['a price per thousand plays', { perThousandPlaysFen: 1, filed: true }, ['platformFee', 'tax', 'validity']],
  ])('names what nobody said of %s', (_, known, gaps) => expect(breakDownQuote(quote(known), null).gaps).toEqual(gaps))

  test('always adds up to what the plan pays, to the fen', () => {
    const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }))
    const sum = fc.option(fc.nat(1e9))
    const any = fc.record({ listFen: sum, netFen: sum, rebate: share, platformFee: share, taxFen: sum, slotFeeFen: sum })
    fc.assert(
      fc.property(any, (known) => {
        const { steps, totalFen } = breakDownQuote(quote(known), null)
        expect(totalFen).toBe(costOfQuote(quote(known)))
        expect(steps.length > 0).toBe(totalFen !== null)
        if (totalFen === null) return
        const of = (part: string) => steps.find((step) => step.part === part)?.fen
        const base = of('net') ?? of('list') ?? 0
        expect(base + (of('platformFee') ?? 0) + (of('tax') ?? 0) + (of('slotFee') ?? 0)).toBe(totalFen)
        if (of('list') !== undefined && of('net') !== undefined) expect((of('list') ?? 0) + (of('rebate') ?? 0)).toBe(of('net'))
      }),
    )
  })
})

describe('room for a platform fee', () => {
  test.each<[string, Partial<Quote>, string[]]>([
    ['that nobody stated stands before the total', { netFen: 100_001 }, ['net 100001', 'feeRoom 10001', 'total 110002']],
    ['is of all that is paid', { netFen: 100_000, taxFen: 10_000 }, ['net 100000', 'tax 10000', 'feeRoom 11000', 'total 121000']],
    [
      'is none where the quote says the fee, were it nought',
      { netFen: 100_000, platformFee: 0 },
      ['net 100000', 'platformFee 0', 'total 100000'],
    ],
    ['is none without a price', { perThousandPlaysFen: 5_000 }, []],
  ])('%s', (_, known, parts) => expect(partsOf(known, TENTH)).toEqual(parts))

  test('stands in the sum as it is done', () => {
    expect(breakDownQuote(quote({ netFen: 100_000 }), TENTH).formula).toBe('1000.00 + 100.00 = 1100.00')
    expect(breakDownQuote(quote({ netFen: 100_000 }), null).formula).toBe('1000.00 = 1000.00')
  })

  test('is by the row of the platform, is told, and raises what a view costs', () => {
    const fees: FeeTable = { version: 'ours', rows: [TENTH, { platform: 'xiaohongshu', share: 0.2, source: '示例·公告' }] }
    const forecast = { p10: 10_000, p50: 20_000, p90: 80_000 }
    const [price] = tell([quote({ netFen: 200_000 })], { fees, forecast }).prices
    expect(price).toMatchObject({ totalFen: 240_000, feeRow: { share: 0.2, source: '示例·公告' }, cpmFen: { p50: 12_000 } })
    expect(tell([quote({ netFen: 200_000, platformFee: 0.1 })], { fees }).prices[0]).toMatchObject({ totalFen: 220_000, feeRow: null })
  })
})

describe('the rule that unfiled cooperation breaks', () => {
  const ruleOf = (platform: string, filed: boolean | null) =>
    tellPrices(newAccount({ platform, accountId: 'a', quotes: [quote({ listFen: 1, filed })] }), {
      forecast: null,
      rate: null,
      today: TODAY,
      fees: NO_ROOM,
    }).prices[0]?.ruleId

  test.each([
    ['xiaohongshu', 'xhs.pgy.filing'],
    ['douyin', 'dy.xingtu'],
    ['kuaishou', 'ks.juxing'],
    ['bilibili', 'bili.hh.2023'],
    ['weibo', 'weibo.gy.40'],
    ['zhihu', null],
  ])('on %s is %s', (platform, rule) => {
    expect(ruleOf(platform, false)).toBe(rule)
    expect(ruleOf(platform, true)).toBeNull()
    expect(ruleOf(platform, null)).toBeNull()
  })
})

describe('the standing of a quote', () => {
  test.each<[string, Quote[], string[]]>([
    ['filed or unsaid: counts', [quote({ listFen: 1 })], ['current']],
    ['not filed: never recommended, however new', [quote({ listFen: 1, filed: false, observedAt: TODAY })], ['unfiled']],
    ['ended yesterday', [quote({ listFen: 1, validUntil: '2026-11-25' })], ['expired']],
    ['ends today: still counts', [quote({ listFen: 1, validUntil: TODAY })], ['current']],
    [
      'an older one of the same format stands behind',
      [quote({ listFen: 1, observedAt: '2026-01-01' }), quote({ listFen: 2, observedAt: '2026-02-01' })],
      ['current', 'older'],
    ],
    [
      'another source is no replacement: both stand',
      [quote({ listFen: 1, observedAt: '2026-01-01' }), quote({ listFen: 2, observedAt: '2026-02-01', source: 'b' })],
      ['current', 'current'],
    ],
    [
      'another format is no replacement',
      [quote({ listFen: 1 }), quote({ listFen: 2, format: 'live', observedAt: TODAY })],
      ['current', 'current'],
    ],
    ['unfiled ones stand last', [quote({ listFen: 1, filed: false }), quote({ listFen: 2 })], ['current', 'unfiled']],
  ])('%s', (_, quotes, standings) => expect(tell(quotes).prices.map(({ standing }) => standing)).toEqual(standings))

  test('the price of a plan is marked; an unfiled one never is', () => {
    const told = tell([quote({ listFen: 100, filed: false }), quote({ listFen: 500_000, filed: true })])
    expect(told.prices[told.chosen ?? -1]?.totalFen).toBe(500_000)
    expect(tell([quote({ listFen: 100, filed: false })])).toMatchObject({
      chosen: null,
      because: { zh: expect.stringContaining('非报备') },
    })
  })
})

describe('what a price buys', () => {
  const forecast = { p10: 10_000, p50: 20_000, p90: 80_000 }

  test('per thousand views and per interaction, over the whole forecast: 2,000.00 for 20,000 views are 100.00 per thousand', () => {
    const [price] = tell([quote({ netFen: 200_000 })], { forecast, rate: 0.05 }).prices
    expect(price?.cpmFen).toEqual({ p10: 20_000, p50: 10_000, p90: 2_500 })
    expect(price?.cpeFen).toEqual({ p10: 400, p50: 200, p90: 50 })
  })

  test('is unknown without forecast, without rate, without price, and at views of 0', () => {
    const [price] = tell([quote({ netFen: 200_000 })], { rate: 0.05 }).prices
    expect([price?.cpmFen, price?.cpeFen]).toEqual([null, null])
    expect(tell([quote({ netFen: 200_000 })], { forecast }).prices[0]).toMatchObject({ cpeFen: null })
    expect(tell([quote()], { forecast, rate: 0.05 }).prices[0]).toMatchObject({ cpmFen: null, cpeFen: null })
    expect(tell([quote({ netFen: 1 })], { forecast: { p10: 0, p50: 1, p90: 2 } }).prices[0]).toMatchObject({ cpmFen: null })
  })

  test('paid per play stands beside the fixed price, with the views from which fixed is cheaper', () => {
    const told = tell(
      [quote({ netFen: 200_000, filed: true }), quote({ format: 'video_pay_per_play', perThousandPlaysFen: 5_000, filed: true })],
      { forecast },
    )
    expect(told.prices.find(({ quote: { perThousandPlaysFen } }) => perThousandPlaysFen !== null)?.perPlayFen).toEqual({
      p10: 50_000,
      p50: 100_000,
      p90: 400_000,
    })
    expect(told.evenViews).toBe(40_000)
    expect(tell([quote({ netFen: 200_000 })], { forecast }).evenViews).toBeNull()
  })

  test('views that come higher never make it dearer', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6)), fc.integer({ min: 1, max: 1e8 }), (views, netFen) => {
        const [p10 = 0, p50 = 0, p90 = 0] = views.map((count) => count + 1).sort((a, b) => a - b)
        const cpm = tell([quote({ netFen })], { forecast: { p10, p50, p90 } }).prices[0]?.cpmFen
        expect((cpm?.p10 ?? 0) >= (cpm?.p50 ?? 1) && (cpm?.p50 ?? 0) >= (cpm?.p90 ?? 1)).toBe(true)
      }),
    )
  })
})

describe('the place among peers', () => {
  const even = { n: 50, quantiles: Array.from({ length: 101 }, (_, at) => at) }
  test.each([
    [-5, 0],
    [0, 0],
    [50, 0.5],
    [12.5, 0.125],
    [100, 1],
    [1e9, 1],
  ])('%d of 0 to 100: %d', (value, rank) => expect(rankInSpread(value, even)).toBeCloseTo(rank, 12))

  test('is unknown among fewer than eight', () => {
    expect(rankInSpread(5, { ...even, n: 7 })).toBeNull()
    expect(rankInSpread(5, { n: 8, quantiles: [] })).toBeNull()
  })

  test('never falls while the value rises', () => {
    const quantiles = fc.array(fc.nat(1000), { minLength: 2 }).map((values) => values.sort((a, b) => a - b))
    fc.assert(
      fc.property(quantiles, fc.nat(1000), fc.nat(1000), (values, a, b) => {
        const at = (value: number) => rankInSpread(value, { n: 8, quantiles: values }) ?? Number.NaN
        expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)))
      }),
    )
  })
})
