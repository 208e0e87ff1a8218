import { OddWorkbook } from './odd-workbook.ts'
import { decodeXmlText } from './decode-xml-text.ts'

/** A tag of a small part, as it stands; `isEnd` for `</name>`. */
export interface Tag {
  readonly name: string
  readonly isEnd: boolean
  readonly attributes: Readonly<Record<string, string>>
}

const TAG = /[^<]*<(?:\?[^>]*\?|(\/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*"[^"<]*")*)\s*\/?)>/y
const ATTRIBUTE = /([\w.:-]+)\s*=\s*"([^"]*)"/g

/**
 * Every tag of a small XML part in order. Odd is what is legal and rare: comments, CDATA, single quotes, a prefix before a name that
 * matters (`wanted`).
 */
export function readTags(xml: string, wanted: readonly string[]): Tag[] {
  const tags: Tag[] = []
  let at = 0
  for (;;) {
    TAG.lastIndex = at
    const found = TAG.exec(xml)
    if (found === null) break
    at = TAG.lastIndex
    const [, slash, name, attributes = ''] = found
    if (name === undefined) continue
    const [, local] = name.split(':')
    if (local !== undefined && wanted.includes(local)) throw new OddWorkbook(`<${name}>`)
    if (wanted.includes(name)) tags.push({ name, isEnd: slash === '/', attributes: readAttributes(attributes) })
  }
  if (xml.indexOf('<', at) >= 0) throw new OddWorkbook('a tag out of the ordinary')
  return tags
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, decodeXmlText(value)]))
}
