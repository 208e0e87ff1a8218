import { describe, expect, test } from 'vitest'
import { dropField, rangeOf, readFilters, setRange, toggleWord, trimBins, wordsOf, type Filter } from './facet-filters.ts'

const BEAUTY: Filter = { field: 'categories', any: ['美妆'] }
const LARGE: Filter = { field: 'followers', from: 10_000, below: null, unknown: false }

describe('choosing words', () => {
  test.each([
    { from: [], field: 'categories', word: '美妆', to: [BEAUTY], why: 'the first' },
    { from: [BEAUTY], field: 'categories', word: '护肤', to: [{ field: 'categories', any: ['美妆', '护肤'] }], why: 'a second' },
    { from: [BEAUTY], field: 'categories', word: null, to: [{ field: 'categories', any: ['美妆', null] }], why: 'unknown beside a word' },
    { from: [BEAUTY], field: 'categories', word: '美妆', to: [], why: 'letting go of the last takes the condition away' },
    { from: [LARGE, BEAUTY], field: 'categories', word: '美妆', to: [LARGE], why: 'other fields stay' },
  ] as const)('$why', ({ from, field, word, to }) => {
    expect(toggleWord(from, field, word)).toEqual(to)
  })

  test('the words of a field, none when nothing is chosen', () => {
    expect(wordsOf([LARGE, BEAUTY], 'categories')).toEqual(['美妆'])
    expect(wordsOf([LARGE], 'categories')).toEqual([])
  })
})

describe('narrowing numbers', () => {
  const range = (from: number | null, below: number | null, unknown = false) => ({ field: 'followers' as const, from, below, unknown })
  test.each([
    { given: range(1, 2), to: [range(1, 2)], why: 'both limits' },
    { given: range(null, 2), to: [range(null, 2)], why: 'one limit' },
    { given: range(0, null), to: [range(0, null)], why: '0 is a limit' },
    { given: range(null, null, true), to: [range(null, null, true)], why: 'only unknown' },
    { given: range(null, null), to: [], why: 'nothing asked is no condition' },
  ])('$why', ({ given, to }) => {
    expect(setRange([LARGE], given)).toEqual(to)
  })

  test('a field lets go of everything', () => {
    expect(dropField([LARGE, BEAUTY], 'followers')).toEqual([BEAUTY])
    expect(rangeOf([LARGE], 'followers')).toEqual(LARGE)
    expect(rangeOf([BEAUTY], 'categories')).toBeNull()
  })
})

describe('reading an address', () => {
  test('keeps what fits', () => {
    expect(readFilters([BEAUTY, LARGE], ['categories', 'followers'])).toEqual([BEAUTY, LARGE])
    expect(readFilters([{ field: 'followers', from: 5 }], ['followers'])).toEqual([
      { field: 'followers', from: 5, below: null, unknown: false },
    ])
  })
  test.each([
    [undefined],
    ['categories'],
    [[null, 3, 'x']],
    [[{ field: 'shoeSize', any: ['42'] }]],
    [[{ field: 'categories', any: [] }]],
    [[{ field: 'categories', any: [3] }]],
    [[{ field: 'followers', from: 'many' }]],
    [[{ field: 'followers', from: Number.NaN }]],
  ])('drops what does not fit: %j', (value) => {
    expect(readFilters(value, ['categories', 'followers'])).toEqual([])
  })
})

test('a histogram starts and ends where somebody is', () => {
  const bins = [0, 0, 3, 0, 2, 0].map((count, place) => ({ from: place, below: place + 1, count }))
  expect(trimBins(bins).map(({ from }) => from)).toEqual([2, 3, 4])
  expect(trimBins(bins.slice(0, 2))).toEqual([])
})
