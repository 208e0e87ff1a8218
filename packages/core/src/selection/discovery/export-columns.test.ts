import { describe, expect, test } from 'vitest'
import type { CreatorLine } from '../../creators/index.ts'
import { EXPORT_COLUMN_NAMES, formatExport, headExport, rowExport, type ExportColumnName } from '../index.ts'

/** A creator of whom everything is known that the table shows. */
const KNOWN: CreatorLine = {
  platform: 'xiaohongshu',
  accountId: 'a-1',
  displayName: '示例·山茶',
  handle: '900001',
  creatorType: { value: 'koc' },
  followers: 12_000,
  region: '上海',
  categories: ['护肤', '美妆'],
  mcn: '示例机构',
  languages: ['zh'],
  priceFen: 123_456,
  priceFormat: 'image_note',
  filed: true,
  viewsP10: 100,
  viewsP50: 1000,
  viewsP90: 9000,
  interactRate: 0.04,
  cpmFen: 7050,
  cpeFen: 210,
  authenticity: 0.85,
  completeness: 0.9,
  audienceAge: '25-34',
  audienceCityTier: '一线',
  audienceProvince: '上海',
  audienceFemaleShare: 0.9,
  sources: ['pugongying.creators', 'agency.list'],
  observedAt: '2026-11-20T04:00:00Z',
}
/** One of whom only the account is known. */
const UNKNOWN: CreatorLine = {
  ...KNOWN,
  ...Object.fromEntries(Object.keys(KNOWN).map((key) => [key, null])),
  platform: 'douyin',
  accountId: 'a-2',
  categories: [],
  languages: [],
  sources: [],
}
const cellOf = (name: ExportColumnName, line: CreatorLine, language: 'en' | 'zh' = 'zh') => rowExport(line, [name], language)[0]

describe('a line of an export', () => {
  test.each<[ExportColumnName, string | number]>([
    ['name', '示例·山茶'],
    ['platform', '小红书'],
    ['followers', 12_000],
    ['priceFen', '1234.56'],
    ['cpmFen', '70.50'],
    ['filed', '报备'],
    ['interactRate', 0.04],
    ['categories', '护肤、美妆'],
    ['sources', '蒲公英达人列表、机构提报表'],
    ['observedDay', '2026-11-20T04:00:00Z'],
  ])('holds in %s: %s', (name, cell) => expect(cellOf(name, KNOWN)).toBe(cell))

  test('is in the language asked for', () => {
    expect([cellOf('categories', KNOWN, 'en'), cellOf('filed', { ...KNOWN, filed: false }, 'en')]).toEqual(['护肤, 美妆', 'not filed'])
    expect([headExport('priceFen', 'en'), headExport('priceFen', 'zh')]).toEqual(['Price (CNY)', '报价 (元)'])
  })

  test('of an unknown creator is empty but for the account, never zero', () => {
    const cells = EXPORT_COLUMN_NAMES.map((name) => [name, cellOf(name, UNKNOWN)] as const)
    expect(cells.filter(([, cell]) => cell !== null)).toEqual([
      ['name', 'a-2'],
      ['platform', '抖音'],
      ['accountId', 'a-2'],
    ])
  })
})

test('a column is shown in a workbook as what it holds: money has a unit of yuan, a share one of 0–1, texts none', () => {
  for (const name of EXPORT_COLUMN_NAMES) {
    const [format, header, cell] = [formatExport(name), headExport(name, 'zh'), cellOf(name, KNOWN)]
    expect(/元/.test(header), name).toBe(format === 'money')
    expect(/0–1/.test(header), name).toBe(format === 'share')
    if (format === 'money') expect(cell, name).toMatch(/^\d+\.\d\d$/)
    if (format === 'share' || format === 'whole') expect(typeof cell, name).toBe('number')
    if (format === null) expect(typeof cell, name).toBe('string')
  }
})
