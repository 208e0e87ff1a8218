import { layOutCells, writeBlock, type CopiedCell } from './paste-cells.ts'

const SPACE = /[ \t\r\n\u00A0]+/g

/** What one sees of a cell: runs of space are one, a line break is one. */
function textOf(cell: Element): string {
  const read = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replaceAll(SPACE, ' ')
    if (!(node instanceof Element) || /^(?:style|script)$/i.test(node.tagName)) return ''
    if (node.tagName === 'BR') return '\n'
    const inner = [...node.childNodes].map(read).join('')
    return /^(?:p|div|li)$/i.test(node.tagName) ? `\n${inner}\n` : inner
  }
  return [...cell.childNodes]
    .map(read)
    .join('')
    .replaceAll(/ *\n+ */g, '\n')
    .trim()
}

/** The cells of the first table in copied HTML as a block; null when there is none. The HTML is only parsed: nothing of it runs or loads. */
export function readCopiedTable(html: string): string | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (table === null) return null
  const rows = [...table.rows]
  const cells = rows.map((row, at): CopiedCell[] =>
    // A height of 0 is one down to the end.
    [...row.cells].map((cell) => ({ text: textOf(cell), columns: cell.colSpan, rows: cell.rowSpan || rows.length - at })),
  )
  const laidOut = layOutCells(cells)
  return laidOut === null || laidOut.every((row) => row.every((text) => text === '')) ? null : writeBlock(laidOut)
}
