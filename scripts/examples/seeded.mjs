/** Chance with a seed: the same seed gives the same files, byte for byte. */
export function makeChance(seed) {
  let state = seed >>> 0
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low, high) => low + (high - low) * next()
  const whole = (low, high) => Math.floor(between(low, high + 1))
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    between,
    whole,
    chance: (share) => next() < share,
    pick: (list) => list[whole(0, list.length - 1)],
    /** Log-normal: `median` times e to a normal deviate of width `sigma`. */
    spread: (median, sigma) => median * Math.exp(sigma * normal()),
    /** Evenly on the logarithm: as many between 10,000 and 100,000 as between 100,000 and 1 million. */
    logBetween: (low, high) => Math.exp(between(Math.log(low), Math.log(high))),
    digits: (length) => Array.from({ length }, () => whole(0, 9)).join(''),
    hex: (length) => Array.from({ length }, () => whole(0, 15).toString(16)).join(''),
  }
}

/** Rounded to `places` decimals. */
export const round = (value, places = 0) => Number(value.toFixed(places))

/** Rounded the way rate cards are: two leading digits, ends in zeros. */
export function roundPrice(value) {
  const step = 10 ** Math.max(1, Math.floor(Math.log10(value)) - 1)
  return Math.max(step, Math.round(value / step) * step)
}

/** The wall clock in Shanghai of an epoch in ms, `2026-11-18 09:30:00`. */
export const formatStamp = (epochMs) => new Date(epochMs + 8 * 3600e3).toISOString().slice(0, 19).replace('T', ' ')
