import type { Cell } from '@kolibra/core/imports'

import { OddWorkbook } from './odd-workbook.ts'
import { skipProlog } from './read-shared-strings.ts'
import { RowScanner, type CellContext } from './row-scanner.ts'
import { XmlBytes } from './xml-bytes.ts'

// A row of 16,384 cells with short texts fits.
const ROW_BYTES_MAX = 16 * 1024 * 1024

/**
 * Rows of a sheet part that arrives in pieces, each as its cells up to the last that holds something; rows that hold nothing are left out.
 * Odd is whatever Excel, WPS and the exporting platforms do not write.
 */
export async function* scanSheet(pieces: AsyncIterable<Buffer>, ctx: CellContext): AsyncGenerator<Cell[][]> {
  let rest: Buffer = Buffer.alloc(0)
  let isInside = false
  let isOver = false
  const scanner = new RowScanner(ctx)
  for await (const piece of pieces) {
    // What follows the rows is read too: only then it is known that nothing was damaged.
    if (isOver) continue
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    const xml = new XmlBytes(bytes)
    if (!isInside) {
      isInside = enterSheetData(xml)
      if (!isInside) {
        rest = keepRest(bytes, 0)
        continue
      }
    }
    const scanned = scanRows(xml, scanner)
    if (scanned.rows.length > 0) yield scanned.rows
    isOver = scanned.isOver
    rest = keepRest(bytes, xml.at)
  }
  if (!isOver) throw new OddWorkbook('no end of the rows')
}

function keepRest(bytes: Buffer, at: number): Buffer {
  if (bytes.length - at > ROW_BYTES_MAX) throw new OddWorkbook('a row that does not end')
  return Buffer.from(bytes.subarray(at))
}

/** Steps to the first row; false while the bytes do not reach so far. */
function enterSheetData(xml: XmlBytes): boolean {
  const at = xml.bytes.indexOf('<sheetData', 0, 'latin1')
  const end = at < 0 ? -1 : xml.bytes.indexOf('>', at, 'latin1')
  if (end < 0) return false
  skipProlog(xml)
  if (!xml.takeTag('<worksheet') || xml.bytes.subarray(0, at).includes('<!')) throw new OddWorkbook('a sheet out of the ordinary')
  xml.at = at
  if (!xml.takeTag('<sheetData')) throw new OddWorkbook('a sheet out of the ordinary')
  // A sheet without rows may end at once; the scan then finds what follows it.
  if (xml.skipAttributes()) xml.at = at
  return true
}

/** All rows that end within these bytes; leaves `xml` at the first that does not. */
function scanRows(xml: XmlBytes, scanner: RowScanner): { rows: Cell[][]; isOver: boolean } {
  const rows: Cell[][] = []
  for (;;) {
    xml.skipSpace()
    const start = xml.at
    if (xml.take('</sheetData') || xml.take('<sheetData')) return { rows, isOver: true }
    const tagEnd = xml.bytes.indexOf('>', start, 'latin1')
    if (tagEnd < 0) return { rows, isOver: false }
    if (!xml.takeTag('<row')) throw new OddWorkbook('a row out of the ordinary')
    if (xml.skipAttributes()) continue
    const rowEnd = xml.bytes.indexOf('</row>', xml.at, 'latin1')
    if (rowEnd < 0) {
      xml.at = start
      return { rows, isOver: false }
    }
    const row = scanner.scan(new XmlBytes(xml.bytes, xml.at, rowEnd))
    if (row.length > 0) rows.push(row)
    xml.at = rowEnd + '</row>'.length
  }
}
