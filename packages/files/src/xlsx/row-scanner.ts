import type { Cell } from '@kolibra/core/imports'
import { serialToDate } from 'hucre'

import { OddWorkbook } from './odd-workbook.ts'
import type { OpenWorkbook } from './open-workbook.ts'
import { readRun } from './read-shared-strings.ts'
import { readDecimal } from './read-decimal.ts'
import { toCell } from './to-cell.ts'
import type { XmlBytes } from './xml-bytes.ts'

/** What the cells of a sheet refer to. */
export type CellContext = Pick<OpenWorkbook, 'sharedStrings' | 'isDate' | 'is1904'>

const [R, S, T, V] = [0x72, 0x73, 0x74, 0x76]
const LESS = 0x3c
const GREATER = 0x3e
const LAST_COLUMN = 16_384

/** Reads the inside of a `<row>`. Millions of cells pass here: what is known of the cell at hand stands in fields, nothing is made for it. */
export class RowScanner {
  readonly #ctx: CellContext
  #column = 0
  #style = -1
  #type = 'n'
  #width = 0

  constructor(ctx: CellContext) {
    this.#ctx = ctx
  }

  /** The cells up to the last that holds something. */
  scan(xml: XmlBytes): Cell[] {
    // Rows of one sheet are mostly of one width.
    const row: Cell[] = Array.from<Cell>({ length: this.#width }).fill(null)
    let filled = 0
    this.#column = -1
    while (!xml.isDone()) {
      if (!xml.takeTag('<c')) throw new OddWorkbook('a cell out of the ordinary')
      this.#readPlace(xml)
      const value = xml.closeTag() ? null : this.#scanCell(xml)
      const column = this.#column
      while (row.length < column) row.push(null)
      row[column] = value
      if (value !== null && column >= filled) filled = column + 1
    }
    // The last one written wins, so an empty twin may have emptied the end.
    while (filled > 0 && row[filled - 1] === null) filled -= 1
    row.length = filled
    this.#width = filled
    return row
  }

  #readPlace(xml: XmlBytes): void {
    this.#column += 1
    this.#style = -1
    this.#type = 'n'
    for (let name = xml.nextAttribute(); name >= 0; name = xml.nextAttribute()) {
      if (name === R) this.#column = readColumn(xml)
      else if (name === S) this.#style = readIndex(xml)
      else if (name === T) this.#type = readType(xml)
    }
  }

  #scanCell(xml: XmlBytes): Cell {
    let value: Cell = null
    let inline: string | null = null
    const { bytes } = xml
    for (;;) {
      // The everyday `<v>` first.
      if (bytes[xml.at] === LESS && bytes[xml.at + 1] === V && bytes[xml.at + 2] === GREATER) {
        xml.at += 3
        value = this.#scanValue(xml)
      } else if (xml.take('</c>')) return this.#type === 'inlineStr' ? toCell(inline) : value
      else if (xml.takeTag('<v')) value = xml.skipAttributes() ? null : this.#scanValue(xml)
      else if (xml.takeTag('<f')) skipFormula(xml)
      else if (xml.takeTag('<is')) inline = xml.skipAttributes() ? '' : scanInline(xml)
      else if (!xml.skipSpace()) throw new OddWorkbook('a cell out of the ordinary')
    }
  }

  #scanValue(xml: XmlBytes): Cell {
    xml.text()
    const value = this.#readValue(xml)
    xml.need('</v>')
    return value
  }

  #readValue(xml: XmlBytes): Cell {
    const type = this.#type
    if (type === 's') return this.#ctx.sharedStrings[readIndex(xml)] ?? null
    if (type === 'str' || type === 'e') return toCell(xml.readText())
    if (type === 'b') return xml.isText('1') || xml.readText().toLowerCase() === 'true'
    if (xml.from === xml.to) return null
    const number = readDecimal(xml.bytes, xml.from, xml.to)
    if (Number.isNaN(number)) return readOther(xml)
    return this.#ctx.isDate[this.#style] === true ? toCell(serialToDate(number, this.#ctx.is1904)) : number
  }
}

const TYPES = ['s', 'str', 'n', 'inlineStr', 'b', 'e', 'd']

function readType(xml: XmlBytes): string {
  for (const type of TYPES) if (xml.isText(type)) return type
  throw new OddWorkbook(`a cell of type ${xml.readText()}`)
}

/** Zero-based column of a reference such as `AB12`. */
function readColumn({ bytes, from, to }: XmlBytes): number {
  let column = 0
  let at = from
  for (; at < to; at += 1) {
    const letter = (bytes[at] ?? 0) - 0x40
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  if (at === from || at === to || column > LAST_COLUMN) throw new OddWorkbook('a reference out of the ordinary')
  return column - 1
}

function readIndex({ bytes, from, to }: XmlBytes): number {
  let index = 0
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30
    if (digit < 0 || digit > 9) throw new OddWorkbook('an index out of the ordinary')
    index = index * 10 + digit
  }
  if (to - from > 9 || from === to) throw new OddWorkbook('an index out of the ordinary')
  return index
}

function skipFormula(xml: XmlBytes): void {
  if (xml.skipAttributes()) return
  xml.text()
  xml.need('</f>')
}

function scanInline(xml: XmlBytes): string {
  let text = ''
  for (;;) {
    xml.skipSpace()
    if (xml.takeTag('<t')) text = readRun(xml)
    else if (xml.take('</is>')) return text
    else throw new OddWorkbook('an inline text out of the ordinary')
  }
}

// What stands where a number belongs and is none, such as an ISO date, stays as it is written.
function readOther(xml: XmlBytes): Cell {
  if (!xml.isPlain) throw new OddWorkbook('a number out of the ordinary')
  return toCell(xml.readText())
}
