import { describe, expect, test } from 'vitest'
import { moveCell, nameCopied, toCells } from './grid-keys.ts'

const size = { rows: 100, columns: 5, page: 10 }
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey })

describe('moveCell', () => {
  test.each([
    ['ArrowDown', false, { row: 4, column: 2 }],
    ['ArrowUp', false, { row: 2, column: 2 }],
    ['ArrowRight', false, { row: 3, column: 3 }],
    ['ArrowLeft', false, { row: 3, column: 1 }],
    ['PageDown', false, { row: 13, column: 2 }],
    ['PageUp', false, { row: -1, column: 2 }],
    ['Home', false, { row: 3, column: 0 }],
    ['End', false, { row: 3, column: 4 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 99, column: 4 }],
  ])('%s (ctrl %s)', (key, ctrl, to) => expect(moveCell({ row: 3, column: 2 }, press(key, ctrl), size)).toEqual(to))

  test('stays inside, and the header is reachable', () => {
    expect(moveCell({ row: 99, column: 4 }, press('ArrowDown'), size)).toEqual({ row: 99, column: 4 })
    expect(moveCell({ row: 0, column: 0 }, press('ArrowUp'), size)).toEqual({ row: -1, column: 0 })
    expect(moveCell({ row: -1, column: 0 }, press('ArrowLeft'), size)).toEqual({ row: -1, column: 0 })
  })
  test('an empty grid has only its header', () =>
    expect(moveCell({ row: -1, column: 0 }, press('ArrowDown'), { ...size, rows: 0 })).toEqual({ row: -1, column: 0 }))
  test.each(['a', 'Enter', ' ', 'Tab'])('%j is not a move', (key) => expect(moveCell({ row: 0, column: 0 }, press(key), size)).toBeNull())
})

test('toCells keeps one row per line whatever a cell holds', () =>
  expect(
    toCells([
      ['名\t字', '1'],
      ['a\r\nb', ''],
    ]),
  ).toBe('名 字\t1\na b\t'))

test.each([
  [{ header: '昵称' }, '昵称'],
  [{ header: 'Price', unit: 'CNY' }, 'Price (CNY)'],
  [{ header: 'Views', unit: 'median', copiedUnit: 'P10 / P50 / P90' }, 'Views (P10 / P50 / P90)'],
])('%j is copied under %s', (column, copied) => expect(nameCopied(column)).toBe(copied))
