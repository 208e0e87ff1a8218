import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  discover,
  DISCOVERY_FIELD_NAMES,
  DISCOVERY_FIELDS,
  foldForSearch,
  discoveryQuerySchema,
  putDiscoveryRows,
  removeDiscoveryRow,
  startDiscoveryIndex,
  type DiscoveryIndex,
  type DiscoveryQuery,
  type DiscoveryValues,
} from '../index.ts'

type Values = Partial<DiscoveryValues>
interface Given {
  readonly name?: string | null
  readonly text?: string
  readonly values?: Values
}

/** Puts accounts by id; what is left out of one is unknown. */
function put(index: DiscoveryIndex, rows: Readonly<Record<string, Given>>): void {
  const given = Object.values(rows)
  putDiscoveryRows(index, {
    ids: Object.keys(rows),
    names: given.map(({ name = null }) => name),
    texts: given.map(({ text = '' }) => foldForSearch(text)),
    columns: DISCOVERY_FIELD_NAMES.map((field) => given.map(({ values: held = {} }) => held[field] ?? null)),
  })
}

function indexOf(rows: Readonly<Record<string, Given>>) {
  const index = startDiscoveryIndex()
  put(index, rows)
  return index
}
const ask = (query: unknown = {}) => discoveryQuerySchema.parse(query)
const idsOf = (rows: Readonly<Record<string, Given>>, query: unknown) => discover(indexOf(rows), ask(query)).ids
const values = (held: Values): Given => ({ values: held })

describe('conditions', () => {
  const POOL = {
    a: values({ platform: 'douyin', categories: ['美妆', '护肤'], followers: 5000, filed: 'filed' }),
    b: values({ platform: 'xiaohongshu', categories: ['母婴'], followers: 50_000 }),
    c: values({ platform: 'douyin', categories: [], followers: null }),
    d: values({ categories: ['护肤', '母婴'], followers: 0 }),
  }

  test.each([
    { filters: [], ids: ['b', 'a', 'd', 'c'], why: 'nothing asked is everything' },
    { filters: [{ field: 'platform', any: ['douyin'] }], ids: ['a', 'c'], why: 'one word' },
    { filters: [{ field: 'platform', any: ['douyin', 'xiaohongshu'] }], ids: ['b', 'a', 'c'], why: 'any of two words' },
    { filters: [{ field: 'platform', any: [null] }], ids: ['d'], why: 'unknown is a value' },
    { filters: [{ field: 'platform', any: ['douyin', null] }], ids: ['a', 'd', 'c'], why: 'a word or unknown' },
    { filters: [{ field: 'platform', any: ['weibo'] }], ids: [], why: 'a word nobody has' },
    { filters: [{ field: 'categories', any: ['护肤'] }], ids: ['a', 'd'], why: 'one of several tags' },
    { filters: [{ field: 'categories', any: ['护肤', '母婴'] }], ids: ['b', 'a', 'd'], why: 'any of two tags, each row once' },
    { filters: [{ field: 'categories', any: [null] }], ids: ['c'], why: 'no tag is unknown' },
    { filters: [{ field: 'followers', from: 5000 }], ids: ['b', 'a'], why: 'from is inside' },
    { filters: [{ field: 'followers', below: 5000 }], ids: ['d'], why: 'below is outside; 0 is known' },
    { filters: [{ field: 'followers', from: 0 }], ids: ['b', 'a', 'd'], why: 'unknown is not 0' },
    { filters: [{ field: 'followers', from: 5001, unknown: true }], ids: ['b', 'c'], why: 'a range or unknown' },
    { filters: [{ field: 'followers', unknown: true }], ids: ['c'], why: 'only unknown' },
    { filters: [{ field: 'followers', any: [null] }], ids: ['c'], why: 'unknown, asked the other way' },
    { filters: [{ field: 'followers', any: ['5000'] }], ids: [], why: 'a word is no number' },
    { filters: [{ field: 'platform', unknown: true }], ids: ['d'], why: 'unknown word, asked the other way' },
    {
      filters: [
        { field: 'followers', from: 0, below: 1 },
        { field: 'followers', from: 50_000 },
      ],
      ids: ['b', 'd'],
      why: 'two ranges of one field: either',
    },
    {
      filters: [
        { field: 'platform', any: ['douyin'] },
        { field: 'categories', any: ['护肤'] },
      ],
      ids: ['a'],
      why: 'two fields: both',
    },
  ])('$why', ({ filters, ids }) => {
    expect(idsOf(POOL, { filters })).toEqual(ids)
  })

  test.each([
    { query: { filters: [{ field: 'shoeSize', any: ['42'] }] }, why: 'a field nobody knows' },
    { query: { filters: [{ field: 'platform', any: [] }] }, why: 'an empty choice' },
    { query: { limit: 0 }, why: 'a page without rows' },
    { query: { limit: 201 }, why: 'a page too long' },
    { query: { sort: 'shoeSize' }, why: 'an order nobody knows' },
    { query: { surprise: 1 }, why: 'a key nobody knows' },
    { query: { filters: [{ field: 'followers', from: 1, any: ['x'] }] }, why: 'two kinds of condition in one' },
  ])('refused: $why', ({ query }) => {
    expect(discoveryQuerySchema.safeParse(query).success).toBe(false)
  })
})

describe('free text', () => {
  const POOL = {
    a: { text: '小鱼的日常 xiaoyuderichang xydrc Skin_Lab' },
    b: { text: '大鱼海棠 dayuhaitang dyht' },
    c: { text: 'ＡＬＰＥＮ山间' },
    d: { text: '' },
  }

  test.each([
    { text: '鱼', ids: ['a', 'b'], why: 'one character' },
    { text: '小鱼', ids: ['a'], why: 'two characters' },
    { text: 'xiaoyu', ids: ['a'], why: 'pinyin' },
    { text: 'DYHT', ids: ['b'], why: 'initials, any case' },
    { text: 'alpen', ids: ['c'], why: 'full-width letters' },
    { text: 'skin_lab', ids: ['a'], why: 'a sign is a sign, not a wildcard' },
    { text: '鱼 日常', ids: ['a'], why: 'two words, both' },
    { text: '  鱼  ', ids: ['a', 'b'], why: 'spaces around' },
    { text: '', ids: ['a', 'b', 'c', 'd'], why: 'nothing typed' },
    { text: '鱼a', ids: [], why: 'no match runs into the next text' },
    { text: '.*', ids: [], why: 'a pattern is taken as it is' },
  ])('$why: $text', ({ text, ids }) => {
    expect(idsOf(POOL, { text })).toEqual(ids)
  })

  test('every one of 5,000 texts is found in its own row', () => {
    const rows = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`id${n}`, { text: `号${n}号` }]))
    const index = indexOf(rows)
    for (const n of [0, 1, 2047, 2048, 2049, 4095, 4096, 4999])
      expect(discover(index, ask({ text: `号${n}号` })).ids, `row ${n}`).toEqual([`id${n}`])
  })
})

describe('order and pages', () => {
  const POOL = {
    a: { name: '安', ...values({ followers: 10, platform: 'weibo', categories: ['美食'] }) },
    b: { name: null, ...values({ followers: null }) },
    c: { name: '八', ...values({ followers: 30, platform: 'bilibili', categories: ['美食', '旅行'] }) },
    d: { name: '安', ...values({ followers: 10, platform: 'douyin' }) },
  }

  test.each([
    { sort: 'followers', isDescending: true, ids: ['c', 'a', 'd', 'b'] },
    { sort: 'followers', isDescending: false, ids: ['a', 'd', 'c', 'b'] },
    { sort: 'name', isDescending: false, ids: ['c', 'a', 'd', 'b'] },
    { sort: 'name', isDescending: true, ids: ['a', 'd', 'c', 'b'] },
    { sort: 'platform', isDescending: false, ids: ['c', 'd', 'a', 'b'] },
    { sort: 'platform', isDescending: true, ids: ['a', 'd', 'c', 'b'] },
  ])('by $sort, downwards $isDescending: unknown last, equals by id', ({ ids, ...order }) => {
    expect(idsOf(POOL, order)).toEqual(ids)
  })

  const cell = fc.record({
    name: fc.option(fc.constantFrom('八', '安', '安安', '阿', 'a', '')),
    followers: fc.option(fc.integer({ min: 0, max: 4 })),
    platform: fc.option(fc.constantFrom('douyin', 'weibo')),
    categories: fc.subarray(['美食', '旅行', '母婴']),
  })
  const pool = fc.array(cell, { minLength: 1, maxLength: 40 })
  const order = fc.record({ sort: fc.constantFrom('name', 'followers', 'platform', 'categories'), isDescending: fc.boolean() })
  const rowsOf = (cells: readonly { name: string | null; followers: number | null; platform: string | null; categories: string[] }[]) =>
    Object.fromEntries(cells.map(({ name, ...held }, n) => [`id${n}`, { name, ...values(held) }]))

  test('pages hold every row once, in the order of the whole, by whatever they are ordered', () => {
    fc.assert(
      fc.property(pool, order, fc.integer({ min: 1, max: 9 }), (cells, asked, limit) => {
        const index = indexOf(rowsOf(cells))
        const paged: string[] = []
        for (let page = discover(index, ask({ ...asked, limit })); ; page = discover(index, ask({ ...asked, limit, after: page.next }))) {
          paged.push(...page.ids)
          if (page.next === null) break
          expect(page.ids).toHaveLength(limit)
        }
        expect(paged).toEqual(discover(index, ask({ ...asked, limit: 200 })).ids)
      }),
    )
  })

  test('a page goes on where the one before ended, though rows of that page are gone or stand elsewhere now', () => {
    fc.assert(
      fc.property(pool, order, fc.integer({ min: 1, max: 9 }), (cells, asked, limit) => {
        const index = indexOf(rowsOf(cells))
        const whole = discover(index, ask({ ...asked, limit: 200 })).ids
        const first = discover(index, ask({ ...asked, limit }))
        fc.pre(first.next !== null)
        for (const [at, id] of first.ids.entries())
          if (at % 2 === first.ids.length % 2) put(index, { [id]: { name: '末', values: { followers: 3 } } })
          else removeDiscoveryRow(index, id)
        const follow = discover(index, ask({ ...asked, limit: 200, after: first.next })).ids.filter((id) => !first.ids.includes(id))
        expect(follow).toEqual(whole.slice(limit))
      }),
    )
  })

  test.each([
    { after: { order: '-followers', id: 'a', key: 'text' }, why: 'a key of words where rows are ordered by a number' },
    { after: { order: '-viewsP50', id: 'a', key: 1 }, why: 'one of another order' },
    { after: null, why: 'none' },
  ])('a page after no place starts at the beginning: $why', ({ after }) => {
    expect(idsOf(POOL, { after, limit: 1 })).toEqual(['c'])
  })
})

describe('facets', () => {
  const POOL = {
    a: values({ platform: 'douyin', type: 'koc', followers: 500 }),
    b: values({ platform: 'douyin', type: 'kol', followers: 2_000_000 }),
    c: values({ platform: 'weibo', type: 'koc', followers: null }),
    d: values({ type: 'koc', followers: 1000 }),
  }
  const facetOf = (query: unknown, field: string) => discover(indexOf(POOL), ask(query)).facets.find((facet) => facet.field === field)

  test('a field counts as if its own condition were not there', () => {
    const query = {
      filters: [
        { field: 'platform', any: ['douyin'] },
        { field: 'type', any: ['koc'] },
      ],
    }
    expect(facetOf(query, 'platform')).toMatchObject({
      unknown: 1,
      words: [
        { word: 'douyin', count: 1 },
        { word: 'weibo', count: 1 },
      ],
    })
    expect(facetOf(query, 'type')?.words).toEqual([
      { word: 'koc', count: 1 },
      { word: 'kol', count: 1 },
    ])
    expect(facetOf(query, 'followers')).toMatchObject({ unknown: 0 })
  })

  test('a histogram follows the conditions, and an edge belongs to the upper side', () => {
    const bins = facetOf({ filters: [{ field: 'type', any: ['koc'] }] }, 'followers')
    expect(bins?.unknown).toBe(1)
    expect(bins?.bins.filter(({ count }) => count > 0)).toEqual([
      { from: null, below: 1000, count: 1 },
      { from: 1000, below: 5000, count: 1 },
    ])
  })

  test('every field answers, known or not', () => {
    expect(discover(indexOf(POOL), ask()).facets.map(({ field }) => field)).toEqual([...DISCOVERY_FIELD_NAMES])
  })

  test('the longest lists are cut at 50 words, the most frequent first', () => {
    const rows = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`id${n}`, values({ region: `地${Math.min(n, 60)}` })]))
    const region = discover(indexOf(rows), ask()).facets.find(({ field }) => field === 'region')
    expect(region?.words).toHaveLength(50)
    expect(region?.words[0]).toEqual({ word: '地60', count: 20 })
  })
})

describe('changes', () => {
  test('a row that is put again is replaced, everywhere', () => {
    const index = indexOf({ a: { text: '旧名', ...values({ platform: 'douyin', followers: 1 }) } })
    put(index, { a: { text: '新名', values: { platform: 'weibo' } } })
    expect(discover(index, ask({ text: '旧名' })).total).toBe(0)
    expect(discover(index, ask({ text: '新名' })).ids).toEqual(['a'])
    expect(discover(index, ask({ filters: [{ field: 'platform', any: ['douyin'] }] })).total).toBe(0)
    expect(discover(index, ask({ filters: [{ field: 'followers', any: [null] }] })).ids).toEqual(['a'])
  })

  test('a removed row is gone from hits, counts and text, and its place is used again', () => {
    const index = indexOf({ a: { text: '甲', ...values({ platform: 'douyin' }) }, b: { text: '乙', ...values({ platform: 'douyin' }) } })
    removeDiscoveryRow(index, 'a')
    removeDiscoveryRow(index, 'a')
    expect(discover(index, ask({ text: '甲' })).total).toBe(0)
    expect(discover(index, ask()).facets.find(({ field }) => field === 'platform')?.words).toEqual([{ word: 'douyin', count: 1 }])
    put(index, { c: { text: '丙', values: {} } })
    expect(index.rows).toBe(2)
    expect(discover(index, ask()).ids).toEqual(['b', 'c'])
  })

  test('the counts over everything follow a change', () => {
    const index = indexOf({ a: values({ platform: 'douyin' }) })
    discover(index, ask())
    put(index, { b: { text: '', values: { platform: 'douyin' } } })
    expect(discover(index, ask()).facets.find(({ field }) => field === 'platform')?.words).toEqual([{ word: 'douyin', count: 2 }])
  })
})

describe('accounts that the database rules in or out', () => {
  const POOL = {
    a: { text: '小鱼', ...values({ platform: 'douyin' }) },
    b: { text: '大鱼', ...values({ platform: 'douyin' }) },
    c: { text: '山', ...values({ platform: 'weibo' }) },
  }

  test.each([
    { query: {}, joined: { only: ['b', 'c'], without: [] }, ids: ['b', 'c'], why: 'only these' },
    { query: {}, joined: { only: [], without: [] }, ids: [], why: 'only none' },
    { query: {}, joined: { only: null, without: ['b'] }, ids: ['a', 'c'], why: 'all but one' },
    { query: { text: '鱼' }, joined: { only: ['b', 'c', 'gone'], without: [] }, ids: ['b'], why: 'with words, one of them unknown' },
    {
      query: { filters: [{ field: 'platform', any: ['weibo'] }] },
      joined: { only: ['a', 'c'], without: ['c'] },
      ids: [],
      why: 'in and out',
    },
  ])('$why', ({ query, joined, ids }) => {
    const answer = discover(indexOf(POOL), ask(query), joined)
    expect(answer.ids).toEqual(ids)
    expect(answer.total).toBe(ids.length)
  })

  test('the counts follow them', () => {
    const { facets } = discover(indexOf(POOL), ask(), { only: null, without: ['a'] })
    expect(facets.find(({ field }) => field === 'platform')?.words).toEqual([
      { word: 'douyin', count: 1 },
      { word: 'weibo', count: 1 },
    ])
  })
})

test('more words than a byte tells apart are counted all the same', () => {
  const rows = Object.fromEntries(
    Array.from({ length: 600 }, (_, n) => [`id${n}`, values({ mcn: `机构${n % 300}`, platform: n < 200 ? 'douyin' : 'weibo' })]),
  )
  const index = indexOf(rows)
  const mcnOf = (query: unknown) => discover(index, ask(query)).facets.find(({ field }) => field === 'mcn')
  expect(mcnOf({})?.words.every(({ count }) => count === 2)).toBe(true)
  expect(mcnOf({ filters: [{ field: 'platform', any: ['douyin'] }] })?.words.every(({ count }) => count === 1)).toBe(true)
  expect(mcnOf({ filters: [{ field: 'mcn', any: ['机构299'] }] })?.words).toHaveLength(50)
})

describe('against a search that looks at every row', () => {
  const word = fc.constantFrom('甲', '乙', '丙')
  const cell = fc.record({
    platform: fc.option(word),
    categories: fc.array(word, { maxLength: 3 }),
    followers: fc.option(fc.integer({ min: 0, max: 20_000 })),
  })
  const filter = fc.oneof(
    fc.record({ field: fc.constantFrom('platform', 'categories'), any: fc.array(fc.option(word), { minLength: 1, maxLength: 3 }) }),
    fc.record({
      field: fc.constant('followers'),
      from: fc.option(fc.integer({ min: 0, max: 20_000 })),
      below: fc.option(fc.integer({ min: 0, max: 20_000 })),
      unknown: fc.boolean(),
    }),
  )
  type Cell = { platform: string | null; categories: string[]; followers: number | null }

  function holds(held: Cell, condition: DiscoveryQuery['filters'][number]): boolean {
    if ('any' in condition) {
      const words = condition.field === 'platform' ? [held.platform] : held.categories.length === 0 ? [null] : held.categories
      return words.some((each) => condition.any.includes(each))
    }
    const { from, below, unknown } = condition
    if (held.followers === null) return unknown
    if (unknown && from === null && below === null) return false
    return held.followers >= (from ?? -Infinity) && held.followers < (below ?? Infinity)
  }
  /** All fields but `except` hold; the conditions of one field are alternatives. */
  function passes(held: Cell, filters: DiscoveryQuery['filters'], except: string | null) {
    const fields = [...new Set(filters.map(({ field }) => field))].filter((field) => field !== except)
    return fields.every((field) => filters.some((condition) => condition.field === field && holds(held, condition)))
  }

  test('the same hits, total and counts', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 30 }), fc.array(filter, { maxLength: 4 }), (cells, wanted) => {
        const query = ask({ filters: wanted, limit: 200 })
        const index = indexOf(Object.fromEntries(cells.map((held, n) => [`id${n}`, values(held)])))
        const answer = discover(index, query)
        const expected = cells.flatMap((held, n) => (passes(held, query.filters, null) ? [`id${n}`] : []))
        expect(answer.ids.toSorted()).toEqual(expected.toSorted())
        expect(answer.total).toBe(expected.length)
        for (const field of ['platform', 'categories', 'followers'] as const) {
          const facet = answer.facets.find((each) => each.field === field)
          const counted = cells.filter((held) => passes(held, query.filters, field))
          const wordsOf = (held: Cell) => (field === 'platform' ? [held.platform ?? ''] : [...new Set(held.categories)])
          for (const each of ['甲', '乙', '丙'])
            if (field !== 'followers')
              expect(facet?.words.find((entry) => entry.word === each)?.count ?? 0).toBe(
                counted.filter((held) => wordsOf(held).includes(each)).length,
              )
          const inBins = facet?.bins.reduce((sum, { count }) => sum + count, 0)
          if (field === 'followers') expect((inBins ?? 0) + (facet?.unknown ?? 0)).toBe(counted.length)
        }
      }),
    )
  })
})

test('the edges of every histogram rise', () => {
  for (const field of Object.values(DISCOVERY_FIELDS))
    if (field.kind === 'number') expect(field.edges.toSorted((a, b) => a - b)).toEqual([...new Set(field.edges)])
})
