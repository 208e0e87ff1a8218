import { decodeXmlText } from '../xlsx/decode-xml-text.ts'

// Parts of a document that nobody reads on the page: the older twin of a drawing, deleted and moved-away text, field codes.
const UNREAD = new Set(['mc:Fallback', 'w:del', 'w:moveFrom', 'w:delText', 'w:instrText', 'w:delInstrText', 'w:rPr', 'w:pPr'])
const SIGNS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' }
const TAG = /<(\/?)([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>|<[!?][^<>]*>/g

/** The paragraphs of WordprocessingML (ECMA-376 Part 1, 17.3) in order; a table gives one line per paragraph of its cells. */
export function readParagraphs(xml: string): string[] {
  const paragraphs: string[] = []
  const open: string[] = []
  let [unread, at, isText] = [0, 0, false]
  const write = (text: string) => {
    if (unread === 0 && open.length > 0) open[open.length - 1] += text
  }
  for (const tag of xml.matchAll(TAG)) {
    const [whole, slash, name = '', attributes = ''] = tag
    if (isText) write(decodeXmlText(xml.slice(at, tag.index)))
    at = tag.index + whole.length
    const isEnd = slash === '/'
    const isEmpty = attributes.endsWith('/')
    if (name === 'w:t') isText = !isEnd && !isEmpty
    if (UNREAD.has(name) && !isEmpty) unread = Math.max(0, unread + (isEnd ? -1 : 1))
    if (!isEnd) write(SIGNS[name] ?? '')
    if (name !== 'w:p') continue
    // A text box stands inside a paragraph and holds paragraphs of its own.
    if (!isEnd && unread === 0) open.push('')
    if ((isEnd || isEmpty) && unread === 0 && open.length > 0) paragraphs.push(open.pop() ?? '')
  }
  return paragraphs
}
