import { describe, expect, test } from 'vitest'
import { nextSort, readCreatorsView, sortOf } from './creators-view.ts'

describe('readCreatorsView', () => {
  test('keeps a whole view', () => {
    const view = {
      q: '护肤',
      filters: [{ field: 'platform', any: ['douyin', null] }],
      provinceShare: 0.2,
      sort: '-followers',
      open: 'a1',
      fit: 'c1',
      byFit: true,
    }
    expect(readCreatorsView(view)).toEqual(view)
  })
  test.each([
    [{ filters: [{ field: 'shoeSize', any: ['42'] }] }],
    [{ filters: 'platform' }],
    [{ sort: 'shoe size' }],
    [{ sort: '--followers' }],
    [{ provinceShare: 0.12 }],
    [{ provinceShare: '0.2' }],
    [{ provinceShare: 0.1 }],
    [{ q: '' }],
    [{ q: 3 }],
    [{ other: 'x' }],
    [{ byFit: true }],
    [{ fit: 7 }],
  ])('drops what does not fit: %j', (search) => expect(readCreatorsView(search)).toEqual({}))
})

describe('sorting', () => {
  test('reads a column and its direction', () => {
    expect(sortOf('-priceFen')).toEqual({ column: 'priceFen', descending: true })
    expect(sortOf('name')).toEqual({ column: 'name', descending: false })
    expect(sortOf(undefined)).toBeNull()
  })
  test.each([
    [undefined, 'followers', '-followers'],
    ['-followers', 'followers', 'followers'],
    ['followers', 'followers', undefined],
    ['-followers', 'priceFen', '-priceFen'],
    [undefined, 'name', 'name'],
    ['name', 'name', '-name'],
    ['-name', 'name', undefined],
  ] as const)('from %s a click on %s gives %s', (sort, column, next) => expect(nextSort(sort, column)).toBe(next))
})
