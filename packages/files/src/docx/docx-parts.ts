const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const YAHEI = 'Microsoft YaHei'
const FONTS = `<w:rFonts w:ascii="${YAHEI}" w:hAnsi="${YAHEI}" w:eastAsia="微软雅黑" w:cs="${YAHEI}"/>`
// A4 with 2 cm on each side, in twentieths of a point.
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
const GRID = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>`)
  .join('')

interface Style {
  readonly id: string
  readonly name: string
  readonly paragraph?: string
  readonly run?: string
}

const writeStyle = ({ id, name, paragraph = '', run = '' }: Style) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`

const STYLES = `${XML}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${FONTS}<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[
  { id: 'Title', name: 'Title', paragraph: '<w:spacing w:after="200"/>', run: '<w:b/><w:sz w:val="36"/>' },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: '<w:keepNext/><w:spacing w:before="260" w:after="80"/><w:outlineLvl w:val="0"/>',
    run: '<w:b/><w:sz w:val="26"/>',
  },
  { id: 'Point', name: 'Point', paragraph: '<w:ind w:left="284"/>' },
]
  .map(writeStyle)
  .join(
    '',
  )}<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${GRID}</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`

// Where YaHei is missing, Noto stands in for it.
const FONT_TABLE = `${XML}<w:fonts ${W}>${[YAHEI, '微软雅黑'].map((name) => `<w:font w:name="${name}"><w:altName w:val="Noto Sans CJK SC"/><w:charset w:val="86"/><w:family w:val="swiss"/></w:font>`).join('')}</w:fonts>`

const relate = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
const writeRelations = (all: readonly string[]) => `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`

const TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/><Override PartName="/word/fontTable.xml" ContentType="${WORD_TYPE}.fontTable+xml"/></Types>`

/** Where what the document was written from stands beside it. */
export const SOURCE_PART = 'customXml/item1.xml'
/** Where the text of a document stands. */
export const MAIN_PART = 'word/document.xml'

/** A text as it stands between tags or in an attribute. */
export const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The parts of a Word document on A4 (ECMA-376 Part 1): its body as WordprocessingML, and what it was written from. */
export function listDocxParts(body: string, source: string): { name: string; content: string }[] {
  return [
    { name: '[Content_Types].xml', content: TYPES },
    { name: '_rels/.rels', content: writeRelations([relate('rId1', 'officeDocument', MAIN_PART)]) },
    { name: MAIN_PART, content: `${XML}<w:document ${W}><w:body>${body}${PAGE}</w:body></w:document>` },
    {
      name: 'word/_rels/document.xml.rels',
      content: writeRelations([
        relate('rId1', 'styles', 'styles.xml'),
        relate('rId2', 'fontTable', 'fontTable.xml'),
        relate('rId3', 'customXml', `../${SOURCE_PART}`),
      ]),
    },
    { name: 'word/styles.xml', content: STYLES },
    { name: 'word/fontTable.xml', content: FONT_TABLE },
    { name: SOURCE_PART, content: `${XML}<kolibra:brief xmlns:kolibra="urn:kolibra:brief">${escapeXml(source)}</kolibra:brief>` },
  ]
}
