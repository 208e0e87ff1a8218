import { parsePastedBlock } from '@kolibra/core/imports'
import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOutCells, writeBlock, type CopiedCell } from './paste-cells.ts'

const cell = (text: string, columns = 1, rows = 1): CopiedCell => ({ text, columns, rows })

describe('a copied table', () => {
  test('keeps its columns beside a cell that is merged over rows', () => {
    const table = [
      [cell('达人', 1, 2), cell('报价', 2)],
      [cell('图文'), cell('视频')],
      [cell('林示例'), cell('1200'), cell('3000')],
    ]
    expect(layOutCells(table)).toEqual([
      ['达人', '报价', ''],
      ['', '图文', '视频'],
      ['林示例', '1200', '3000'],
    ])
  })

  test('keeps them beside a cell merged both ways, at the end of its row too', () => {
    expect(layOutCells([[cell('a'), cell('b', 2, 3)], [cell('c')], [cell('d')], [cell('e'), cell('f'), cell('g')]])).toEqual([
      ['a', 'b', ''],
      ['c', '', ''],
      ['d', '', ''],
      ['e', 'f', 'g'],
    ])
  })

  test('that claims more places than one can copy is not laid out', () => {
    expect(layOutCells(Array.from({ length: 3000 }, () => [cell('x', 1000)]))).toBeNull()
  })

  test('is read from its block as it was, whatever stands in the cells', () => {
    const words = string({ unit: constantFrom('a', '价', '"', '\t', '\n', ',', '=') }).map((word) => `x${word}x`)
    const row = array(words, { minLength: 3, maxLength: 3 })
    assert(
      property(row, array(row, { maxLength: 5 }), (header, rows) => {
        const file = parsePastedBlock(writeBlock([header, ...rows]))
        const [table] = file.shape === 'table' ? file.tables : []
        expect([table?.header, ...(table?.rows ?? [])]).toEqual([header, ...rows])
      }),
    )
  })
})
