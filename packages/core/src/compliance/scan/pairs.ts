import { foldTable, LATIN, LONG } from './fold-table.ts'

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** True when a position lies between the two halves of one character. */
export function isInsidePair(text: string, at: number): boolean {
  return isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))
}

/** True when the pair that begins here is more than noise; half a pair is noise. */
export function isMeaningfulPair(text: string, at: number): boolean {
  if (!isHigh(text.charCodeAt(at)) || !isLow(text.charCodeAt(at + 1))) return false
  return foldTable().long.get(text.codePointAt(at) ?? 0) !== ''
}

/** True when some pair that begins in a stretch is more than noise. */
export function hasMeaningfulPair(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isHigh(text.charCodeAt(at)) && isMeaningfulPair(text, at)) return true
  return false
}

function foldAt(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0
  return foldTable().long.get(code) ?? ''
}

const isLatin = (unit: number) => unit >= 0x61 && unit <= 0x7a

/** True when the character right before a position is read as something that ends in a Latin letter. */
export function isLatinBefore(text: string, at: number): boolean {
  const unit = foldTable().units[text.charCodeAt(at - 1)] ?? 0
  if ((unit & LONG) === 0) return (unit & LATIN) !== 0
  const folded = foldAt(text, isInsidePair(text, at - 1) ? at - 2 : at - 1)
  return isLatin(folded.charCodeAt(folded.length - 1))
}

/** True when the character at a position is read as something that begins with a Latin letter. */
export function isLatinAt(text: string, at: number): boolean {
  const unit = foldTable().units[text.charCodeAt(at)] ?? 0
  return (unit & LONG) === 0 ? (unit & LATIN) !== 0 : isLatin(foldAt(text, at).charCodeAt(0))
}
