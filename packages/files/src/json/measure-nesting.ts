const BACKSLASH = 0x5c
const QUOTE = 0x22
const OPENERS = new Set([0x5b, 0x7b])
const CLOSERS = new Set([0x5d, 0x7d])

/** True when brackets nest deeper than `depthMax`; such a document would overflow the stack of whoever walks it. */
export function hasDeeperNesting(text: string, depthMax: number): boolean {
  let depth = 0
  let isQuoted = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (isQuoted && code === BACKSLASH) index += 1
    else if (code === QUOTE) isQuoted = !isQuoted
    else if (!isQuoted) depth += OPENERS.has(code) ? 1 : CLOSERS.has(code) ? -1 : 0
    if (depth > depthMax) return true
  }
  return false
}
