import { OddWorkbook } from './odd-workbook.ts'
import { XmlBytes } from './xml-bytes.ts'

/** The texts that cells point at, in order; runs of one text are joined, phonetic guides left out (ECMA-376 Part 1, 18.4). */
export function readSharedStrings(bytes: Buffer): string[] {
  const xml = new XmlBytes(bytes)
  skipProlog(xml)
  const texts: string[] = []
  if (!xml.takeTag('<sst')) throw new OddWorkbook('no <sst>')
  if (xml.skipAttributes()) return texts
  for (;;) {
    xml.skipSpace()
    if (xml.takeTag('<si')) texts.push(xml.skipAttributes() ? '' : readItem(xml))
    else if (xml.take('</sst>')) return texts
    else throw new OddWorkbook('a shared string out of the ordinary')
  }
}

/** Steps over the declaration; a part in another encoding than UTF-8 is odd. */
export function skipProlog(xml: XmlBytes): void {
  xml.take('\u00ef\u00bb\u00bf')
  xml.skipSpace()
  if (!xml.take('<?xml')) return
  const from = xml.at
  xml.skipPast('?>')
  const encoding = /encoding\s*=\s*["']([^"']*)/.exec(xml.bytes.toString('latin1', from, xml.at))?.[1]
  if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') throw new OddWorkbook(encoding)
  xml.skipSpace()
}

function readItem(xml: XmlBytes): string {
  let text = ''
  for (;;) {
    xml.skipSpace()
    if (xml.takeTag('<t')) text += readRun(xml)
    else if (xml.takeTag('<r')) text += readRich(xml)
    else if (xml.takeTag('<rPh')) skipElement(xml, '</rPh>')
    else if (xml.takeTag('<phoneticPr')) skipElement(xml, '</phoneticPr>')
    else if (xml.take('</si>')) return text
    else throw new OddWorkbook('a shared string out of the ordinary')
  }
}

/** The content of a `<t>` whose name was stepped over. */
export function readRun(xml: XmlBytes): string {
  if (xml.skipAttributes()) return ''
  xml.text()
  xml.need('</t>')
  return xml.readText()
}

function readRich(xml: XmlBytes): string {
  if (xml.skipAttributes()) return ''
  let text = ''
  for (;;) {
    xml.skipSpace()
    if (xml.takeTag('<t')) text += readRun(xml)
    else if (xml.takeTag('<rPr')) skipElement(xml, '</rPr>')
    else if (xml.take('</r>')) return text
    else throw new OddWorkbook('a run out of the ordinary')
  }
}

function skipElement(xml: XmlBytes, endTag: string): void {
  if (!xml.skipAttributes()) xml.skipPast(endTag)
}
