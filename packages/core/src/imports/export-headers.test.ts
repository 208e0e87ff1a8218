import { describe, expect, test } from 'vitest'
import { recogniseSource } from './index.ts'
import { SOURCES } from './source-table.ts'
import { fileOf, HEADERS, readRows, XINGTU_OTHER } from './test/export-headers.ts'

describe('an export is recognised by its own header', () => {
  test.each([...Object.entries(HEADERS), ['xingtu.market', XINGTU_OTHER] as const])('%s', (id, header) => {
    const [best, second] = recogniseSource(fileOf(header))
    expect(best?.source.id).toBe(id)
    expect(best?.confidence).toBeGreaterThanOrEqual(0.9)
    expect(second?.confidence ?? 0).toBeLessThan(best?.confidence ?? 0)
  })

  test.each(Object.entries(HEADERS))('%s: whatever the order of its columns', (id, header) => {
    expect(recogniseSource(fileOf(header.toReversed()))[0]?.source.id).toBe(id)
  })

  test.each(Object.entries(HEADERS))('%s: with a column nobody knows, which is reported', (id, header) => {
    const { report } = readRows([...header, '神秘列'], { 神秘列: '?' })
    expect(report.source.id).toBe(id)
    expect(report.unmapped).toContain('神秘列')
  })

  test.each(Object.entries(HEADERS))('%s: every column of the named source is mapped or left out on purpose', (_, header) => {
    expect(readRows(header, { [header[0] ?? '']: '示例' }).report.unmapped).toEqual([])
  })

  test('ids are given once', () => {
    const ids = SOURCES.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  test('no header means two things in one source', () => {
    for (const { id, columns } of SOURCES) {
      const headers = columns.flatMap((column) => column.headers)
      expect(
        headers.filter((header, at) => headers.indexOf(header) !== at),
        id,
      ).toEqual([])
    }
  })
})
