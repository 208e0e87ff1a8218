import { setImmediate as pause } from 'node:timers/promises'

import { cutCsv, type CutPiece, type RowTest } from '../csv/index.ts'
import { openTextPieces, sniffFormat } from '../decode/index.ts'
import { isJsonText } from '../json/index.ts'
import { sniffMarkup } from './sniff-markup.ts'
import { isOddOnTheWay } from './stream-export.ts'

/**
 * Cuts rows out of a csv or a pasted block (`isPasted`) of any size, piece by piece; every byte of the other rows stays as it is. Null for
 * everything that has to be held; rows written in an odd way throw on the way, see isOddOnTheWay.
 */
export function cutExport(bytes: Uint8Array, isPasted: boolean, test: RowTest): Iterable<CutPiece> | null {
  const text = openText(bytes)
  if (text === null) return null
  try {
    if (isPasted) return text.encoding === 'gb18030' ? null : cutCsv({ bytes, text, delimiter: '\t' }, test)
    for (const { text: start } of text.pieces()) {
      if (sniffMarkup(start) !== null || isJsonText(start)) return null
      break
    }
    return cutCsv({ bytes, text, delimiter: null }, test)
  } catch (error) {
    if (isOddOnTheWay(error)) return null
    throw error
  }
}

/** Whether a file may hold one of the words that are asked about. Only text can be asked without being read: of everything else, true. Other work comes in between. */
export async function mayHold(bytes: Uint8Array, { mayStandIn }: Pick<RowTest, 'mayStandIn'>): Promise<boolean> {
  const text = openText(bytes)
  if (text === null) return true
  try {
    for (const { text: piece } of text.pieces()) {
      // JSON may spell any sign as \u and its number, and writes tabs and breaks as two signs.
      if (piece.includes('\\u') || mayStandIn(piece.replaceAll(/\\[bfnrt]/g, ' '))) return true
      await pause()
    }
    return false
  } catch (error) {
    if (isOddOnTheWay(error)) return true
    throw error
  }
}

function openText(bytes: Uint8Array) {
  return sniffFormat(bytes).kind === 'text' ? openTextPieces(bytes) : null
}
