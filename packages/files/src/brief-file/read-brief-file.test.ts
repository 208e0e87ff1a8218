import { describe, expect, test } from 'vitest'
import { packArchive, packWorkbook } from '../../test/pack-archive.ts'
import { readBriefFile } from './index.ts'

const both = (zh: string, en: string) => ({ zh, en })
const bytes = (text: string) => new TextEncoder().encode(text)
const read = async (file: Uint8Array) => {
  const result = await readBriefFile(file, { name: 'theirs' })
  return result.ok ? result.value : result.refusals[0]
}
const rows = (cells: readonly (readonly string[])[]) =>
  cells
    .map((row, at) => {
      const written = row.map((text, place) =>
        text === '' ? '' : `<c r="${'ABC'[place]}${at + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
      )
      return `<row r="${at + 1}">${written.join('')}</row>`
    })
    .join('')

describe('a brief from somebody’s file', () => {
  test('a sheet with sections down its side: what stands beside a section belongs to it, and every other cell waits', async () => {
    const file = packWorkbook({
      sheets: {
        Brief: rows([
          ['项目', '湖畔面霜'],
          ['目标人群', '25 到 34 岁女性'],
          ['必提内容', '说出产品全名'],
          ['', '讲肤感'],
          ['发布内容', '小红书', '3 篇'],
        ]),
        预算: rows([['预算', '30 万']]),
      },
    })
    expect(await read(file)).toEqual({
      brief: {
        audience: both('25 到 34 岁女性', ''),
        mustSay: [{ text: both('说出产品全名', '') }, { text: both('讲肤感', '') }],
        deliverables: [],
      },
      notPlaced: [
        { heading: null, line: '项目 · 湖畔面霜' },
        { heading: '发布内容', line: '小红书 · 3 篇' },
        { heading: '发布内容', line: '预算 · 30 万' },
      ],
      isWhole: false,
    })
  })

  test('a text, also in the encoding of old Windows', async () => {
    expect(await read(bytes('## 目标\n让大家认识品牌。'))).toMatchObject({ brief: { goal: both('让大家认识品牌。', '') } })
    const gbk = Uint8Array.from([0xc4, 0xbf, 0xb1, 0xea, 0x0a, 0xc8, 0xcf, 0xca, 0xb6, 0xc6, 0xb7, 0xc5, 0xc6, 0x0a])
    expect(await read(gbk)).toMatchObject({ brief: { goal: both('认识品牌', '') } })
  })

  test.each<[why: string, file: Uint8Array, code: string]>([
    ['nothing in it', new Uint8Array(), 'file.not_brief'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'file.not_brief'],
    [
      'an old .doc',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)]),
      'file.not_brief',
    ],
    ['an archive of something else', packArchive([{ name: 'a.txt', content: 'x' }]), 'file.not_brief'],
    [
      'a workbook with macros',
      packArchive([
        { name: 'xl/workbook.xml', content: '<a/>' },
        { name: 'xl/vbaProject.bin', content: 'x' },
      ]),
      'file.has_macros',
    ],
    ['a cut workbook', packWorkbook({ sheets: { a: rows([['目标', '一']]) } }).subarray(0, 500), 'file.truncated'],
    ['300 MB in a few kB', packArchive([{ name: 'xl/workbook.xml', content: Buffer.alloc(70 * 1024 * 1024) }]), 'file.zip_bomb'],
  ])('%s is refused with one reason', async (_, file, code) => {
    expect(await read(file)).toMatchObject({ code, file: 'theirs' })
  })
})
