import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applyCorrections,
  AUDIENCE_AXES,
  correctionInputSchema,
  isMetricTypedOver,
  isTypedOver,
  nameSource,
  newAccount,
  newMetric,
  newQuote,
  observeCorrections,
  typeOf,
  valueBefore,
  withType,
  type Correction,
  type CorrectionInput,
} from '../index.ts'

const account = newAccount({
  platform: 'douyin',
  accountId: 'a-1',
  displayName: '示例·旧名',
  followers: 1000,
  quotes: [newQuote({ format: 'video', source: 'agency.list', listFen: 500, observedAt: '2026-11-01T00:00:00Z' })],
})
const typed = (change: Partial<Correction>): Correction => ({
  id: 'c',
  input: { field: 'followers', value: 2000 },
  oldValue: null,
  enteredAt: '2026-11-22T04:00:00Z',
  enteredBy: '示例·阿白',
  withdrawnAt: null,
  ...change,
})

describe('a quote typed whole', () => {
  const entry = (known: object) => ({ field: 'quote', format: 'video', value: { listFen: 100_000, note: '微信 11-22', ...known } })
  const input = (known: object = {}) => correctionInputSchema.parse(entry(known))

  test('stands as one more quote with who typed it and where it was told; the older of that format and filing is replaced', () => {
    const whole = { rebate: 0.2, platformFee: 0.05, slotFeeFen: 500, gifts: '样品一件', filed: true, validUntil: '2026-12-31' }
    const { quotes } = applyCorrections(account, [typed({ input: input(whole) })])
    expect(quotes).toHaveLength(2)
    expect(quotes[1]).toMatchObject({ ...whole, format: 'video', listFen: 100_000, netFen: null, observedAt: '2026-11-22T04:00:00Z' })
    expect(quotes[1]?.source).toBe('typed by 示例·阿白 — 微信 11-22')
    expect(nameSource(quotes[1]?.source ?? '')).toEqual({ en: 'typed by 示例·阿白 — 微信 11-22', zh: '由 示例·阿白 录入（微信 11-22）' })
  })

  test('of two typed for one format and filing the later one counts, and both are kept', () => {
    const two = [
      typed({ id: 'c1', input: input() }),
      typed({ id: 'c2', enteredAt: '2026-11-23T04:00:00Z', input: input({ listFen: 90_000 }) }),
    ]
    const { quotes } = applyCorrections(account, two)
    expect(quotes.map((quote) => isTypedOver(quote, quotes))).toEqual([true, true, false])
  })

  test('an unfiled one does not stand over a filed one', () => {
    const { quotes } = applyCorrections(account, [
      typed({ id: 'c1', input: input({ filed: true }) }),
      typed({ id: 'c2', enteredAt: '2026-11-23T04:00:00Z', input: input({ filed: false }) }),
    ])
    expect(quotes.filter((quote) => quote.filed === true).map((quote) => isTypedOver(quote, quotes))).toEqual([false])
  })

  test('remembers the price that stood there', () => {
    expect(valueBefore(account, input())).toBe(500)
    expect(valueBefore(account, input({ filed: false }))).toBeNull()
  })

  test.each<[string, object, boolean]>([
    ['a price per thousand plays alone', { listFen: null, perThousandPlaysFen: 4000 }, true],
    ['gifts alone (barter)', { listFen: null, gifts: '面霜两瓶' }, true],
    ['a commission alone', { listFen: null, commissionShare: 0.2 }, true],
    ['no price of any kind', { listFen: null, rebate: 0.2 }, false],
    ['net above list', { netFen: 100_001 }, false],
    ['near miss: net as list', { netFen: 100_000 }, true],
    ['a rebate over 100 %', { rebate: 1.01 }, false],
    ['near miss: all back', { rebate: 1 }, true],
    ['a negative fee', { platformFee: -0.1 }, false],
    ['a part of a fen', { listFen: 0.5 }, false],
    ['no number', { listFen: Number.NaN }, false],
    ['a day no calendar has', { validUntil: '2026-02-30' }, false],
    ['nowhere told', { note: ' ' }, false],
    ['a part nobody knows', { discount: 1 }, false],
  ])('%s: %s', (_, known, isGood) => {
    expect(correctionInputSchema.safeParse(entry(known)).success).toBe(isGood)
  })
})

describe('a typed value', () => {
  test('of two typed in one moment the one with the higher id stands, however they are listed', () => {
    const two = [typed({ id: 'c2', input: { field: 'followers', value: 3000 } }), typed({ id: 'c1' })]
    for (const listed of [two, two.toReversed()]) {
      expect(applyCorrections(account, listed).followers).toBe(3000)
      expect(observeCorrections(listed, null).map(({ followers }) => followers)).toEqual([2000, 3000])
    }
  })

  test('stands first, with who typed it as its source, and the old one beside it', () => {
    const corrected = applyCorrections(account, [typed({})])
    expect(corrected.followers).toBe(2000)
    expect(corrected.metrics).toMatchObject([
      { name: 'followers', value: 2000, source: 'typed by 示例·阿白', observedAt: '2026-11-22T04:00:00Z' },
    ])
    const priced = applyCorrections(account, [typed({ input: { field: 'price', format: 'video', value: 700 } })])
    expect(priced.quotes.map(({ listFen, source }) => [listFen, source])).toEqual([
      [500, 'agency.list'],
      [700, 'typed by 示例·阿白'],
    ])
  })

  test('of an age stands in the person, and remembers what stood there', () => {
    const input = { field: 'ageBand' as const, value: '25-34' }
    const aged = { ...account, person: { ...account.person, ageBand: '20+' } }
    expect(applyCorrections(aged, [typed({ input })]).person.ageBand).toBe('25-34')
    expect(valueBefore(aged, input)).toBe('20+')
    expect(valueBefore(account, input)).toBeNull()
  })

  test.each([
    ['25-34', true],
    ['<18', true],
    ['30+', true],
    ['17', true],
    ['young', false],
    ['90后', false],
    ['', false],
    ['250', false],
  ])('an age may be written %j: %s', (value, isGood) => {
    expect(correctionInputSchema.safeParse({ field: 'ageBand', value }).success).toBe(isGood)
  })

  test('of a number gives way to a newer observation', () => {
    const [metric] = applyCorrections(account, [typed({})]).metrics
    if (metric === undefined) throw new Error('no metric')
    const newer = { ...account, followers: 3000, metrics: [{ ...metric, value: 3000, source: 'x', observedAt: '2026-11-23T00:00:00Z' }] }
    expect(applyCorrections(newer, [typed({})])).toMatchObject({ followers: 3000, metrics: [{ value: 3000 }, { value: 2000 }] })
  })

  const rate = { name: 'interactionRate', period: '30d', noteType: null, flow: null }
  const observed = newMetric({
    ...rate,
    value: 0.03,
    unit: 'share',
    definition: 'd',
    source: 'x',
    column: 'c',
    importId: 'i',
    observedAt: '2026-11-01T00:00:00Z',
  })

  test('of any number keeps unit and definition, and is the first one read until something newer comes', () => {
    const input = { field: 'metric', place: rate, value: 0.05 } as const
    const corrected = applyCorrections({ ...account, metrics: [observed] }, [typed({ input })])
    expect(corrected.metrics).toMatchObject([
      { value: 0.05, unit: 'share', definition: 'd', source: 'typed by 示例·阿白' },
      { value: 0.03 },
    ])
    expect(valueBefore({ ...account, metrics: [observed] }, input)).toBe(0.03)
    const later = { ...observed, value: 0.04, observedAt: '2026-11-23T00:00:00Z' }
    expect(applyCorrections({ ...account, metrics: [later] }, [typed({ input })]).metrics.map(({ value }) => value)).toEqual([0.04, 0.05])
    const other = { field: 'metric', place: { ...rate, period: '90d' }, value: 0.07 } as const
    expect(valueBefore({ ...account, metrics: [observed] }, other)).toBeNull()
  })

  test('of a share of the audience changes that share alone', () => {
    const audience = { gender: { female: 0.8, male: 0.2 }, age: {}, cityTier: {}, province: {}, basis: 'viewers', n: 10 } as const
    const input = { field: 'audience', place: { axis: 'gender', key: 'female' }, value: 0.7 } as const
    expect(applyCorrections({ ...account, audience }, [typed({ input })]).audience).toEqual({
      ...audience,
      gender: { female: 0.7, male: 0.2 },
    })
    expect(applyCorrections(account, [typed({ input })]).audience?.gender).toEqual({ female: 0.7 })
    expect([valueBefore({ ...account, audience }, input), valueBefore(account, input)]).toEqual([0.8, null])
  })

  test('of a part of a quote copies the newest of that format and filing; a net price that hung on it goes', () => {
    const quotes = [
      {
        ...newQuote({ format: 'video', source: 'a', observedAt: '2026-11-01T00:00:00Z' }),
        listFen: 1000,
        netFen: 800,
        rebate: 0.2,
        filed: true,
      },
    ]
    const input = { field: 'quoteShare', place: { format: 'video', filed: true, part: 'rebate' }, value: 0.3 } as const
    const corrected = applyCorrections({ ...account, quotes }, [typed({ input })])
    expect(corrected.quotes[1]).toMatchObject({ listFen: 1000, netFen: null, rebate: 0.3, filed: true, source: 'typed by 示例·阿白' })
    expect(corrected.quotes.map((quote) => isTypedOver(quote, corrected.quotes))).toEqual([true, false])
    const fee = { field: 'quoteSum', place: { format: 'video', filed: true, part: 'taxFen' }, value: 60 } as const
    expect(applyCorrections({ ...account, quotes }, [typed({ input: fee })]).quotes[1]).toMatchObject({ netFen: 800, taxFen: 60 })
    expect(valueBefore({ ...account, quotes }, fee)).toBeNull()
  })

  test('whatever was typed, taking all of it back leaves the account as sources say it', () => {
    const inputs: fc.Arbitrary<CorrectionInput> = fc.oneof(
      fc.record({ field: fc.constant('metric' as const), place: fc.constant(rate), value: fc.double({ min: 0, max: 1, noNaN: true }) }),
      fc.record({ field: fc.constant('followers' as const), value: fc.nat() }),
      fc.record({ field: fc.constant('region' as const), value: fc.constantFrom('示例市', '示例县') }),
      fc.record({
        field: fc.constant('audience' as const),
        place: fc.record({ axis: fc.constantFrom(...AUDIENCE_AXES), key: fc.constantFrom('a', 'b') }),
        value: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      fc.record({ field: fc.constant('price' as const), format: fc.constantFrom('video', 'live'), value: fc.nat() }),
    )
    const known = { ...account, metrics: [observed] }
    fc.assert(
      fc.property(fc.array(inputs, { maxLength: 8 }), (list) => {
        const kept = list.map((input) => typed({ input }))
        const numbers = list.filter(({ field }) => field === 'metric' || field === 'followers').length
        expect(applyCorrections(known, kept).metrics).toHaveLength(1 + numbers)
        expect(applyCorrections(known, kept).metrics).toContainEqual(observed)
        expect(
          applyCorrections(
            known,
            kept.map((each) => ({ ...each, withdrawnAt: '2026-11-23T00:00:00Z' })),
          ),
        ).toEqual(known)
      }),
    )
  })

  test('that was withdrawn counts no more; of several the last one stands', () => {
    expect(applyCorrections(account, [typed({ withdrawnAt: '2026-11-22T05:00:00Z' })])).toEqual(account)
    const names = [
      typed({ input: { field: 'displayName', value: '示例·后' }, enteredAt: '2026-11-22T06:00:00Z' }),
      typed({ input: { field: 'displayName', value: '示例·先' } }),
    ]
    expect(applyCorrections(account, names).displayName).toBe('示例·后')
  })

  test('remembers what stood there before', () => {
    expect(valueBefore(account, { field: 'displayName', value: 'x' })).toBe('示例·旧名')
    expect(valueBefore(account, { field: 'price', format: 'video', value: 1 })).toBe(500)
    expect(valueBefore(account, { field: 'price', format: 'live', value: 1 })).toBeNull()
  })

  test('names its source in both languages', () => {
    expect(nameSource('typed by 示例·阿白')).toEqual({ en: 'typed by 示例·阿白', zh: '由 示例·阿白 录入' })
  })

  test.each([
    [{ field: 'followers', value: 1 }, true],
    [{ field: 'followers', value: '1' }, false],
    [{ field: 'followers', value: -1 }, false],
    [{ field: 'price', value: 1 }, false],
    [{ field: 'accountId', value: 'x' }, false],
    [{ field: 'audience', place: { axis: 'gender', key: 'female' }, value: 1.2 }, false],
    [{ field: 'quoteShare', place: { format: 'video', part: 'listFen' }, value: 0.2 }, false],
    [{ field: 'metric', place: { name: 'x', period: null, noteType: 'some', flow: null }, value: 1 }, false],
    [{ field: 'region', value: ' ' }, false],
  ])('%j fits: %s', (input, fits) => expect(correctionInputSchema.safeParse(input).success).toBe(fits))
})

describe('typed followers and shares', () => {
  const shares = { gender: { female: 0.8 }, age: {}, cityTier: {}, province: {}, basis: 'followers', n: null } as const
  test('are observations beside those of imports, the shares together', () => {
    const share = (key: string, value: number, enteredAt: string) =>
      typed({ input: { field: 'audience', place: { axis: 'gender', key }, value }, enteredAt })
    const seen = observeCorrections(
      [typed({}), share('male', 0.3, '2026-11-24T04:00:00Z'), share('female', 0.7, '2026-11-23T04:00:00Z')],
      shares,
    )
    expect(seen).toMatchObject([
      { followers: 2000, audience: null, observedAt: '2026-11-22T04:00:00Z', source: 'typed by 示例·阿白' },
      { followers: null, audience: { gender: { female: 0.7, male: 0.3 } }, observedAt: '2026-11-24T04:00:00Z' },
    ])
  })

  test('that were taken back are none', () => {
    expect(observeCorrections([typed({ withdrawnAt: '2026-11-22T05:00:00Z' })], shares)).toEqual([])
  })
})

test('a typed number stands for the older ones it was typed over, of the same period alone', () => {
  const place = { name: 'viewsMedian', period: '30d', noteType: null, flow: null }
  const metric = (change: object) => newMetric({ ...place, value: 1, unit: 'views', source: 'x', column: 'c', importId: 'i', ...change })
  const all = [
    metric({ observedAt: '2026-11-01T00:00:00Z' }),
    metric({ observedAt: '2026-11-01T00:00:00Z', period: '90d' }),
    metric({ observedAt: '2026-11-22T00:00:00Z', source: 'typed by 示例·阿白' }),
    metric({ observedAt: '2026-11-23T00:00:00Z' }),
  ]
  expect(all.map((each) => isMetricTypedOver(each, all))).toEqual([true, false, false, false])
})

describe('a type that a person sets', () => {
  const set = (value: string, change: Partial<Correction> = {}) =>
    typed({ input: correctionInputSchema.parse({ field: 'creatorType', value }), ...change })

  test('stands over the tier of the followers, with who set it; celebrity can come from nobody else', () => {
    const known = { ...account, followers: 8000 }
    expect(typeOf(known).value).not.toBe('celebrity')
    expect(typeOf(applyCorrections(known, [set('celebrity')]))).toEqual({
      value: 'celebrity',
      basis: 'typed by 示例·阿白',
      basisZh: '由 示例·阿白 录入',
    })
    expect(typeOf(applyCorrections(known, [set('koc')])).value).toBe('koc')
  })

  test('taken back, the followers tell it again; what stood before is kept beside it', () => {
    const known = { ...account, followers: 8000 }
    expect(typeOf(applyCorrections(known, [set('celebrity', { withdrawnAt: '2026-11-23T04:00:00Z' })]))).toEqual(typeOf(known))
    expect(valueBefore(withType(known), set('celebrity').input)).toBe(typeOf(known).value)
    expect(valueBefore({ ...known, creatorType: null }, set('celebrity').input)).toBeNull()
  })

  test('is one of the four', () => expect(correctionInputSchema.safeParse({ field: 'creatorType', value: 'star' }).success).toBe(false))
})
