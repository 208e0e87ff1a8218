import type { DecodedFile } from './decoded-file.ts'

/** Reads a block of cells copied from WPS, Feishu or Excel: tabs between cells, quotes around cells with tabs or line breaks. */
export function parsePastedBlock(text: string): DecodedFile {
  const rows = splitCells(text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n'))
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  const [header = [], ...rest] = filled
  return {
    name: 'pasted cells',
    encoding: 'utf-8',
    shape: 'table',
    tables: [{ name: 'pasted cells', header: header.map((cell) => cell.trim()), rows: rest }],
  }
}

// One match per cell: a quoted one, with "" for a quote inside, or everything up to the next tab or line end.
const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/y

function splitCells(text: string): string[][] {
  const rows: string[][] = [[]]
  CELL.lastIndex = 0
  for (let at = 0; at < text.length; at = CELL.lastIndex) {
    CELL.lastIndex = at
    const [, quoted, plain = '', end] = CELL.exec(text) ?? []
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}
