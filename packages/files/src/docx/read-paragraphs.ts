import { decodeXmlText } from '../xlsx/decode-xml-text.ts'

// Parts of a document that nobody reads on the page: the older twin of a drawing, deleted and moved-away text, field codes.
const UNREAD = new Set(['mc:Fallback', 'w:del', 'w:moveFrom', 'w:delText', 'w:instrText', 'w:delInstrText', 'w:rPr', 'w:pPr'])
const SIGNS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' }
const TAG = /<(\/?)([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>|<[!?][^<>]*>/g

const TAG_VALUE = /\bw:val="(k:[^"]*)"/

/** Text of a document, and the text of the fields that carry a tag of ours. */
export interface ReadText {
  readonly paragraphs: string[]
  /** By tag; where one stands twice, the first. */
  readonly fields: Map<string, string>
}

/** The paragraphs of WordprocessingML (ECMA-376 Part 1, 17.3) in order; a table gives one line per paragraph of its cells. */
export function readParagraphs(xml: string): string[] {
  return readTagged(xml, false).paragraphs
}

/** As `readParagraphs`; with `apart`, what stands in a content control (17.5.2) with a tag of ours is a field and no part of its paragraph. */
export function readTagged(xml: string, apart = true): ReadText {
  const paragraphs: string[] = []
  const fields = new Map<string, string>()
  const open: string[] = []
  // Content controls stand in each other; null: one without a tag of ours.
  const controls: (string | null)[] = []
  let [unread, at, isText] = [0, 0, false]
  const write = (text: string) => {
    const tag = apart ? controls.findLast((one) => one !== null) : undefined
    if (unread > 0) return
    if (tag !== undefined && tag !== null) fields.set(tag, (fields.get(tag) ?? '') + text)
    else if (open.length > 0) open[open.length - 1] += text
  }
  for (const tag of xml.matchAll(TAG)) {
    const [whole, slash, name = '', attributes = ''] = tag
    if (isText) write(decodeXmlText(xml.slice(at, tag.index)))
    at = tag.index + whole.length
    const isEnd = slash === '/'
    const isEmpty = attributes.endsWith('/')
    if (name === 'w:t') isText = !isEnd && !isEmpty
    if (UNREAD.has(name) && !isEmpty) unread = Math.max(0, unread + (isEnd ? -1 : 1))
    if (name === 'w:sdt' && isEnd) controls.pop()
    if (name === 'w:sdt' && !isEnd) controls.push(null)
    if (name === 'w:tag' && controls.length > 0) controls[controls.length - 1] = openField(fields, TAG_VALUE.exec(attributes)?.[1])
    if (!isEnd) write(SIGNS[name] ?? '')
    if (name !== 'w:p') continue
    // A text box stands inside a paragraph and holds paragraphs of its own.
    if (!isEnd && unread === 0) open.push('')
    if ((isEnd || isEmpty) && unread === 0 && open.length > 0) paragraphs.push(open.pop() ?? '')
  }
  return { paragraphs, fields }
}

function openField(fields: Map<string, string>, tag: string | undefined): string | null {
  if (tag === undefined) return null
  const name = decodeXmlText(tag).slice(2)
  // A field that was copied is text: which of the two was meant only a person knows.
  if (fields.has(name)) return null
  fields.set(name, '')
  return name
}
