const BACKSLASH = 0x5c
const QUOTE = 0x22
const OPENERS = new Set([0x5b, 0x7b])
const CLOSERS = new Set([0x5d, 0x7d])

/** What is too much in a JSON text: brackets nested too deeply, or a text of `textMax` signs, on a line counted from 1. */
export type Excess = { readonly what: 'nesting' } | { readonly what: 'text'; readonly line: number }

/** Finds what would overflow the stack of whoever walks the document, or is no cell of anything; null when there is none. */
export function findExcess(text: string, { depthMax, textMax }: { depthMax: number; textMax: number }): Excess | null {
  let depth = 0
  let isQuoted = false
  let quotedFrom = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (isQuoted && code === BACKSLASH) index += 1
    else if (code === QUOTE) {
      if (isQuoted && index - quotedFrom > textMax) return { what: 'text', line: text.slice(0, quotedFrom).split('\n').length }
      isQuoted = !isQuoted
      quotedFrom = index
    } else if (!isQuoted) depth += OPENERS.has(code) ? 1 : CLOSERS.has(code) ? -1 : 0
    if (depth > depthMax) return { what: 'nesting' }
  }
  return null
}
