/** An open band ends here; nobody younger counts either [A]. */
const YOUNGEST = 13
const OLDEST = 70

interface Band {
  readonly from: number
  readonly to: number
}

/** A band as platforms print it: `18-24`, `<18`, `>44`, `50+`. Years, both included; null when it is none. */
function readBand(key: string): Band | null {
  const [, from, to] = /^(\d{1,2})\s*[-–~]\s*(\d{1,2})$/.exec(key) ?? []
  if (from !== undefined && to !== undefined) return { from: Number(from), to: Number(to) }
  const below = /^<\s*(\d{1,2})$/.exec(key)?.[1]
  if (below !== undefined) return { from: YOUNGEST, to: Number(below) - 1 }
  const above = /^>\s*(\d{1,2})$/.exec(key)?.[1]
  if (above !== undefined) return { from: Number(above) + 1, to: OLDEST }
  const since = /^(\d{1,2})\s*(?:\+|以上)$/.exec(key)?.[1]
  return since === undefined ? null : { from: Number(since), to: OLDEST }
}

/** Bands held that sum to less leave somebody out: a band that none of them reaches is not known, and not nought [A]. */
const LEAST_TOLD = 0.9

const yearsOf = ({ from, to }: Band) => to - from + 1

/**
 * Shares by the age bands that are asked for. Platforms cut ages differently (18–23 beside 18–24): a band that is cut is spread evenly over
 * its years [A]. A band asked for is left out where what is held stops short of it and of everybody. Empty when nothing can be placed.
 */
export function rebandAges(shares: Readonly<Record<string, number>>, keys: readonly string[]): Record<string, number> {
  if (keys.every((key) => shares[key] !== undefined)) return Object.fromEntries(keys.map((key) => [key, shares[key] ?? 0]))
  const held = Object.entries(shares).flatMap(([key, share]) => {
    const band = readBand(key)
    return band === null || yearsOf(band) <= 0 ? [] : [{ band, share }]
  })
  if (held.length === 0) return {}
  const isTold = held.reduce((sum, { share }) => sum + share, 0) >= LEAST_TOLD
  return Object.fromEntries(
    keys.flatMap((key) => {
      const asked = readBand(key)
      if (asked === null || !(isTold || held.some(({ band }) => cover(band, asked) > 0))) return []
      return [[key, held.reduce((sum, one) => sum + one.share * cover(one.band, asked), 0)]]
    }),
  )
}

function cover(band: Band, asked: Band): number {
  return Math.max(0, Math.min(band.to, asked.to) - Math.max(band.from, asked.from) + 1) / yearsOf(band)
}
