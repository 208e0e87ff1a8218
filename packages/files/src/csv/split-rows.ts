const QUOTE = 0x22

/** Thrown for text that this splitter leaves to the reader that holds the whole file. */
export class OddCsv extends Error {}

/** Splits text that comes in pieces into rows of cells; a quoted line break may run over pieces. */
export interface RowSplitter {
  readonly push: (text: string) => string[][]
  /** What stands after the last line break. */
  readonly end: () => string[][]
}

/**
 * The common way of writing CSV: a cell is quoted whole or not at all, a quote inside it is doubled. Anything else, such as text after a
 * closing quote or a quote that never closes, throws OddCsv. Line breaks are \n, \r\n or \r.
 */
export function makeRowSplitter(delimiter: string): RowSplitter {
  let rest = ''
  const split = (text: string): string[][] => (text.includes('"') ? splitQuoted(text, delimiter) : splitPlain(text, delimiter))
  return {
    push: (piece) => {
      const text = rest + piece
      const end = endOfLastRow(text)
      rest = text.slice(end)
      if (rest.length > LONGEST_ROW) throw new OddCsv()
      return end === 0 ? [] : split(unifyBreaks(text.slice(0, end)))
    },
    end: () => {
      const text = unifyBreaks(rest)
      rest = ''
      if (text === '') return []
      if (isInsideQuotes(text)) throw new OddCsv()
      return split(text)
    },
  }
}

// Far above any row of an export: a quote was opened and never closed.
const LONGEST_ROW = 8 << 20

/** \r\n and \r as \n. */
export function unifyBreaks(text: string): string {
  if (!text.includes('\r')) return text
  const unified = text.replaceAll('\r\n', '\n')
  return unified.includes('\r') ? unified.replaceAll('\r', '\n') : unified
}

function splitPlain(text: string, delimiter: string): string[][] {
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n')
  return lines.map((line) => line.split(delimiter))
}

// In well-formed CSV every quote is one of a pair, so an odd number of them means that a cell is still open.
function isInsideQuotes(text: string): boolean {
  let quotes = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes += 1
  return quotes % 2 === 1
}

function endOfLastRow(text: string): number {
  let end = 0
  for (let at = 0; ;) {
    const opens = text.indexOf('"', at)
    const lastBreak = text.slice(at, opens < 0 ? text.length : opens).lastIndexOf('\n')
    if (lastBreak >= 0) end = at + lastBreak + 1
    const closes = opens < 0 ? -1 : text.indexOf('"', opens + 1)
    if (closes < 0) return end
    at = closes + 1
  }
}

function splitQuoted(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  for (let at = 0; at < text.length;) {
    const lineEnd = endOfLine(text, at)
    const nextQuote = text.indexOf('"', at)
    if (nextQuote < 0 || nextQuote > lineEnd) {
      rows.push(text.slice(at, lineEnd).split(delimiter))
      at = lineEnd + 1
      continue
    }
    const row: string[] = []
    at = splitRow(text, at, { delimiter, row })
    rows.push(row)
  }
  return rows
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at
}

/** Fills `row` with the cells from `from` on; gives where the next row begins. */
function splitRow(text: string, from: number, { delimiter, row }: { delimiter: string; row: string[] }): number {
  for (let at = from; ;) {
    const { cell, end } = text.charCodeAt(at) === QUOTE ? readQuoted(text, at) : readBare(text, at, delimiter)
    row.push(cell)
    if (end >= text.length) return text.length
    if (text[end] === '\n') return end + 1
    if (text[end] !== delimiter) throw new OddCsv()
    at = end + 1
    if (at === text.length) {
      row.push('')
      return at
    }
  }
}

interface ReadCell {
  readonly cell: string
  readonly end: number
}

function readBare(text: string, from: number, delimiter: string): ReadCell {
  const lineEnd = endOfLine(text, from)
  const next = text.indexOf(delimiter, from)
  const end = next < 0 || next > lineEnd ? lineEnd : next
  const cell = text.slice(from, end)
  // A quote inside a bare cell is text to one reader and a mistake to another; it also upsets the counting of pairs.
  if (cell.includes('"')) throw new OddCsv()
  return { cell, end }
}

function readQuoted(text: string, from: number): ReadCell {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) {
      const inner = text.slice(from + 1, at)
      return { cell: inner.includes('""') ? inner.replaceAll('""', '"') : inner, end: at + 1 }
    }
  }
  throw new OddCsv()
}
