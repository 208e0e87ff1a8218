import {
  documentBrief,
  type Brief,
  type DocumentCell,
  type DocumentItem,
  type DocumentLanguage,
  type DocumentSection,
} from '@kolibra/core/briefs'
import { packFiles } from '../zip/index.ts'
import { escapeXml, listDocxParts } from './docx-parts.ts'

/** How a brief is written as a document. */
export interface DocxPlan {
  readonly title: string
  readonly language: DocumentLanguage
}

const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en-GB', de: 'de-DE', fr: 'fr-FR' } as const

// A line break and a tab are signs of their own in a run.
const writeText = (text: string) =>
  text
    .split(/(\n|\t)/)
    .map((part) => (part === '\n' ? '<w:br/>' : part === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`))
    .join('')
const run = (text: string, look = '') => `<w:r><w:rPr>${look}</w:rPr>${writeText(text)}</w:r>`
const paragraph = (content: string, style?: string) =>
  `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`
const GREY = '<w:color w:val="595959"/>'

/** A field in a content control: its tag finds it again, however the text around it was changed. */
function writeField({ tag, text, language }: DocumentCell, look = ''): string {
  const tongue = language === null ? '' : `<w:lang w:val="${LANGUAGE_TAGS[language]}" w:eastAsia="zh-CN"/>`
  return `<w:sdt><w:sdtPr><w:tag w:val="k:${escapeXml(tag)}"/><w:text w:multiLine="1"/></w:sdtPr><w:sdtContent>${run(text, look + tongue)}</w:sdtContent></w:sdt>`
}

function writePoint({ cells }: DocumentItem, place: number | null): string {
  const weight = cells.find(({ path }) => path === 'weight')
  const sides = cells.filter(({ language }) => language !== null)
  const rest = cells.filter(({ path, language }) => language === null && path !== 'weight')
  const lead = `${place === null ? '' : run(`${place}. `)}${weight === undefined ? '' : writeField(weight, '<w:b/>') + run('  ')}`
  const lines = sides.map((cell, index) => paragraph(`${index === 0 ? lead : ''}${writeField(cell)}`, place === null ? undefined : 'Point'))
  return lines.join('') + rest.map((cell) => paragraph(run(`${cell.label}: `, GREY) + writeField(cell), 'Point')).join('')
}

const CELL_WIDTH = 9638
const cell = (content: string, width: number) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(content)}</w:tc>`

/** A table whose head comes again on each page and whose rows are never cut by one. */
function writeTable(items: readonly DocumentItem[]): string {
  const columns = items[0]?.cells ?? []
  const width = Math.floor(CELL_WIDTH / Math.max(1, columns.length))
  const head = columns.map(({ label }) => cell(run(label, `<w:b/><w:sz w:val="18"/>`), width)).join('')
  const rows = items.map(
    ({ cells }) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((one) => cell(writeField(one, '<w:sz w:val="18"/>'), width)).join('')}</w:tr>`,
  )
  const grid = columns.map(() => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head}</w:tr>${rows.join('')}</w:tbl>${paragraph('')}`
}

const writeFacts = (items: readonly DocumentItem[]) =>
  items.flatMap(({ cells }) => cells.map((one) => paragraph(run(`${one.label}: `, GREY) + writeField(one)))).join('')

function writeSection({ title, layout, items }: DocumentSection): string {
  const heading = paragraph(run(title), 'Heading1')
  if (layout === 'table') return heading + writeTable(items)
  if (layout === 'facts') return heading + writeFacts(items)
  return heading + items.map((item, index) => writePoint(item, layout === 'points' ? index + 1 : null)).join('')
}

/** A brief as a Word document that people print and change, and that `readBriefDocx` reads back. */
export function writeBriefDocx(brief: Brief, { title, language }: DocxPlan): Uint8Array {
  const body = paragraph(run(title), 'Title') + documentBrief(brief, language).map(writeSection).join('')
  return packFiles(listDocxParts(body, JSON.stringify({ title, language, brief })))
}
