import type { TableStream } from '@kolibra/core/imports'

import { OddCsv, streamCsv } from '../csv/index.ts'
import { BrokenText, openTextPieces, sniffFormat } from '../decode/index.ts'
import { isJsonText } from '../json/index.ts'
import { sniffMarkup } from './sniff-markup.ts'

/**
 * A large CSV as a table in pieces: what readExport would make of it, without holding it. Null for everything that has to be held: other
 * formats, doubtful encodings, odd quoting at the start. Odd quoting or broken text further on throws on the way, see isOddOnTheWay.
 */
export function streamExport(bytes: Uint8Array, name: string): TableStream | null {
  if (sniffFormat(bytes).kind !== 'text') return null
  try {
    const text = openTextPieces(bytes)
    if (text === null) return null
    for (const { text: start } of text.pieces()) {
      if (sniffMarkup(start) !== null || isJsonText(start)) return null
      break
    }
    return streamCsv(text, name)
  } catch (error) {
    if (isOddOnTheWay(error)) return null
    throw error
  }
}

/** Whether pieces ended because the file is not written in the common way, or not in one encoding; readExport reads such a file when it may be held. */
export function isOddOnTheWay(error: unknown): boolean {
  return error instanceof OddCsv || error instanceof BrokenText
}
