const CHARACTERS = 6
const WIDEST = 255

/**
 * The start of a name as a number: whenever one name stands before another, its number is smaller or the same.
 * Six characters of eight bits; a wider character ends the number, for what follows it says nothing any more.
 */
export function keyOfName(name: string | null): number {
  if (name === null) return Number.NaN
  let key = 0
  let isOver = false
  for (let at = 0; at < CHARACTERS; at++) {
    const code = isOver || at >= name.length ? 0 : Math.min(WIDEST, name.charCodeAt(at))
    if (code === WIDEST) isOver = true
    key = key * (WIDEST + 1) + code
  }
  return key
}
