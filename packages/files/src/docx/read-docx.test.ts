import { describe, expect, test } from 'vitest'
import { packArchive } from '../../test/pack-archive.ts'
import { readDocx } from './index.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const pack = (body: string) =>
  packArchive([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: `<?xml version="1.0"?><w:document ${W}><w:body>${body}<w:sectPr/></w:body></w:document>` },
  ])
const read = (body: string) => {
  const result = readDocx(pack(body), { name: 'a.docx' })
  return result.ok ? result.value : result.refusals[0]
}
const run = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

describe('the text of a Word document', () => {
  test.each([
    ['runs of one paragraph are one line', `<w:p>${run('全国')}${run('最佳 ')}</w:p><w:p>${run('面霜')}</w:p>`, '全国最佳 \n面霜'],
    ['entities and character references', `<w:p>${run('A&amp;B &#x6700;&#20339;')}</w:p>`, 'A&B 最佳'],
    [
      'an empty paragraph is an empty line',
      `<w:p>${run('甲')}</w:p><w:p/><w:p w:rsidR="1"><w:pPr/></w:p><w:p>${run('乙')}</w:p>`,
      '甲\n\n\n乙',
    ],
    ['breaks and tabs', `<w:p>${run('甲')}<w:r><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>`, '甲\n乙\t丙'],
    ['a tab stop in the style is no tab', `<w:p><w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr>${run('甲')}</w:p>`, '甲'],
    ['inserted text counts', `<w:p><w:ins w:id="1">${run('甲')}</w:ins></w:p>`, '甲'],
    ['deleted text does not', `<w:p>${run('甲')}<w:del w:id="1"><w:r><w:delText>最佳</w:delText></w:r></w:del></w:p>`, '甲'],
    ['nor does a field code', `<w:p><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>${run('链接')}</w:p>`, '链接'],
    ['cells of a table', `<w:tbl><w:tr><w:tc><w:p>${run('甲')}</w:p></w:tc><w:tc><w:p>${run('乙')}</w:p></w:tc></w:tr></w:tbl>`, '甲\n乙'],
    [
      'a text box once, not also in its fallback',
      `<w:p>${run('外')}<mc:AlternateContent><mc:Choice><w:txbxContent><w:p>${run('内')}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>${run('内')}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>`,
      '内\n外',
    ],
    ['an emoji', `<w:p>${run('😀最佳')}</w:p>`, '😀最佳'],
  ])('%s', (_, body, text) => expect(read(body)).toBe(text))

  test('a workbook is no document', () => {
    const result = readDocx(packArchive([{ name: 'xl/workbook.xml', content: '<workbook/>' }]), { name: 'a.docx' })
    expect(result.ok ? null : result.refusals[0]).toEqual({ code: 'file.not_docx', file: 'a.docx' })
  })

  test('a cut document is refused, wherever it is cut', () => {
    const whole = pack(`<w:p>${run('甲')}</w:p>`)
    for (let length = 0; length < whole.length; length += 7)
      expect(readDocx(whole.subarray(0, length), { name: 'a.docx' })).toMatchObject({ ok: false, refusals: [{ code: 'file.truncated' }] })
  })

  test('a document that lies about its size is not opened', () => {
    const bomb = packArchive([{ name: 'word/document.xml', content: 'x'.repeat(9_000), declaredBytes: 10 }])
    expect(readDocx(bomb, { name: 'a.docx' })).toMatchObject({ ok: false, refusals: [{ code: 'file.zip_bomb' }] })
  })

  test('tags that never close cost no more than their length', () => {
    const xml = '<w:p '.repeat(200_000)
    expect(read(xml)).toBe('')
  })
})
