import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newQuote, readSlots, type PlainSlots } from './index.ts'

const NOTHING: PlainSlots = { followers: null, audience: { basis: 'followers', shares: [] }, quotes: [] }
const SEEN_AT = '2026-11-18T00:00:00.000Z'

describe('the followers of a plain row', () => {
  test.each<[what: string, slots: PlainSlots, numbers: (number | null)[], followers: number | null]>([
    ['a count', { ...NOTHING, followers: 0 }, [1200], 1200],
    ['nobody follows: nought is a count', { ...NOTHING, followers: 0 }, [0], 0],
    ['nothing said, as it is read', { ...NOTHING, followers: 0 }, [Number.NaN], null],
    ['nothing said, as it is kept', { ...NOTHING, followers: 0 }, [null], null],
    ['no such column', NOTHING, [1200], null],
    ['a row that is shorter than its layout', { ...NOTHING, followers: 3 }, [1200], null],
  ])('%s', (_, slots, numbers, followers) => {
    expect(readSlots(slots, numbers, null)).toEqual({ followers, audience: null, quotes: [] })
  })
})

describe('the audience of a plain row', () => {
  const slots: PlainSlots = {
    ...NOTHING,
    audience: {
      basis: 'viewers',
      shares: [
        ['gender', 'female', 0],
        ['gender', 'male', 1],
        ['age', '18-24', 2],
      ],
    },
  }

  test('has the shares that are said, on the basis of its source', () => {
    expect(readSlots(slots, [0.6, null, 0], null).audience).toEqual({
      gender: { female: 0.6 },
      age: { '18-24': 0 },
      province: {},
      cityTier: {},
      basis: 'viewers',
      n: null,
    })
  })

  test('is not known where no share is said', () => {
    expect(readSlots(slots, [null, Number.NaN, null], null).audience).toBeNull()
  })
})

describe('the prices of a plain row', () => {
  const image = { format: 'image', filed: true, source: 's 图文报价' } as const
  const slots: PlainSlots = {
    ...NOTHING,
    quotes: [
      { ...image, part: 'listFen', slot: 0 },
      { format: 'video', filed: true, part: 'listFen', source: 's 视频报价', slot: 1 },
      { ...image, part: 'netFen', source: 's 图文底价', slot: 2 },
      { ...image, filed: false, part: 'listFen', source: 's 水下图文', slot: 3 },
    ],
  }
  const quotesOf = (...numbers: (number | null)[]) => readSlots(slots, numbers, SEEN_AT).quotes

  test('of one format and way of ordering are parts of one quote, which names every column', () => {
    expect(quotesOf(40_000, null, 35_000, null)).toEqual([
      newQuote({ format: 'image', filed: true, listFen: 40_000, netFen: 35_000, observedAt: SEEN_AT, source: 's 图文报价; s 图文底价' }),
    ])
  })

  test('that are filed and not filed stand apart', () => {
    expect(quotesOf(40_000, null, null, 30_000).map(({ filed, listFen }) => [filed, listFen])).toEqual([
      [true, 40_000],
      [false, 30_000],
    ])
  })

  test('of which none is said are none', () => {
    expect(quotesOf(null, Number.NaN, null, null)).toEqual([])
  })

  test('of which two columns say the same part: the first stands', () => {
    const twice = { ...NOTHING, quotes: [0, 1].map((slot) => ({ ...image, part: 'listFen' as const, slot })) }
    expect(readSlots(twice, [100, 200], null).quotes.map(({ listFen }) => listFen)).toEqual([100])
  })

  test('property: every sum that is said is found again, and no other', () => {
    const sums = fc.array(fc.option(fc.integer({ min: 1, max: 10 ** 9 })), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(sums, (numbers) => {
        const found = quotesOf(...numbers).flatMap(({ listFen, netFen }) => [listFen, netFen])
        const said = numbers.filter((sum) => sum !== null)
        expect(found.filter((sum) => sum !== null).toSorted()).toEqual(said.toSorted())
      }),
    )
  })

  test('property: what is kept as NULL and what is read as NaN mean the same', () => {
    const numbers = fc.array(fc.option(fc.integer({ min: 1, max: 10 ** 6 })), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(numbers, (kept) => {
        const read = new Float64Array(kept.map((number) => number ?? Number.NaN))
        expect(readSlots(slots, read, SEEN_AT)).toEqual(readSlots(slots, kept, SEEN_AT))
      }),
    )
  })
})
