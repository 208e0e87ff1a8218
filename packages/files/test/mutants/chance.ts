/** Chance with a seed: the same seed makes the same file, so that one that failed can be made again. */
export interface Chance {
  /** A whole number from `low` up to and with `high`. */
  readonly whole: (low: number, high: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly happens: (share: number) => boolean
}

export function makeChance(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  // xorshift32: equal on every machine.
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 2 ** 32
  }
  if (state === 0) state = 1
  for (let warm = 0; warm < 8; warm += 1) next()
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    const [first] = list.slice(whole(0, list.length - 1))
    if (first === undefined) throw new Error('nothing to pick from')
    return first
  }
  return { whole, pick, happens: (share) => next() < share }
}
