import { describe, expect, test } from 'vitest'
import { arrangeColumns, moveColumn } from './arrange-columns.ts'

const columns = ['name', 'a', 'b', 'c'].map((key) => ({ key }))
const keys = (list: { key: string }[]) => list.map(({ key }) => key).join('')

describe('arrangeColumns', () => {
  test('without a memory the order is the given one', () => expect(keys(arrangeColumns(columns, { order: [] }))).toBe('nameabc'))
  test('the remembered order wins, new columns come last, unknown names are ignored', () =>
    expect(keys(arrangeColumns(columns, { order: ['name', 'c', 'gone', 'a'] }))).toBe('namecab'))
  test('the first column stays first', () => expect(keys(arrangeColumns(columns, { order: ['c', 'name'] }))).toBe('namecab'))
  test('nothing stays nothing', () => expect(arrangeColumns([], { order: ['a'] })).toEqual([]))
})

describe('moveColumn', () => {
  test.each([
    ['b', -1, ['name', 'b', 'a', 'c']],
    ['b', 1, ['name', 'a', 'c', 'b']],
    ['a', -1, ['name', 'a', 'b', 'c']],
    ['c', 1, ['name', 'a', 'b', 'c']],
    ['name', 1, ['name', 'a', 'b', 'c']],
    ['gone', 1, ['name', 'a', 'b', 'c']],
  ] as const)('%s by %d', (key, by, order) => expect(moveColumn(['name', 'a', 'b', 'c'], key, by)).toEqual(order))
})
