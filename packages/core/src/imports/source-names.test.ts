import { describe, expect, test } from 'vitest'
import { isMappedSource, nameSource, nameSourceId, SOURCES } from './index.ts'

describe('the name of a source', () => {
  test('every source that imports know has one in both languages', () => {
    const unnamed = SOURCES.map(({ id }) => id).filter((id) => {
      const { en, zh } = nameSource(id)
      return en === id || zh === id
    })
    expect(unnamed).toEqual([])
  })

  test.each([
    [
      'a column in Chinese stays, a proof is translated',
      'pugongying.creators 图文报价 (CNY, proved)',
      '蒲公英达人列表，图文报价，单位元，已核实',
    ],
    ['a key of an export is no word', 'xingtu.search price_1_20', '星图达人搜索'],
    ['who typed it is named', 'typed by 示例·小林', '由 示例·小林 录入'],
    [
      'a table that was mapped is called by its name',
      'mapped.示例名单 一口价(分) (CNY, proved)',
      '表格“示例名单”，一口价(分)，单位元，已核实',
    ],
    ['of a name with a space nothing is lost', 'mapped.Zürich list (CNY, proved)', '表格“Zürich”，list，单位元，已核实'],
    ['near miss: what nobody named stays as it is', 'unheard.of', 'unheard.of'],
  ])('%s', (_, source, zh) => expect(nameSource(source).zh).toBe(zh))

  test('the id of a table that a person explained is called by its whole name; any other as ever', () => {
    expect(nameSourceId('mapped.Zürich list')).toEqual({ en: 'table Zürich list', zh: '表格“Zürich list”' })
    expect(nameSourceId('agency.list')).toEqual(nameSource('agency.list'))
    expect([isMappedSource('mapped.Zürich list'), isMappedSource('agency.list')]).toEqual([true, false])
  })
})
