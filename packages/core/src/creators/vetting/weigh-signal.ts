import { measureSpread, robustZ, type RobustSpread } from './robust.ts'
import type { VettingSignal } from './vetting-signal-table.ts'

/** The weight of a signal at a value, never negative and rising with the distance; null: there are no peers to hold it against. `peers` on the log scale. */
export function weighSignal({ by }: Pick<VettingSignal, 'by'>, value: number, peers: RobustSpread | null): number | null {
  if (by.kind === 'line') return Math.max(0, by.perUnit * distanceFromLine(by, value))
  if (peers === null) return null
  const z = robustZ(lnOf(value), peers)
  if (z === null) return null
  const outside = by.side === 'both' ? Math.abs(z) : by.side === 'high' ? z : -z
  return Math.max(0, by.perZ * (outside - by.fromZ))
}

type Line = Extract<VettingSignal['by'], { kind: 'line' }>

function distanceFromLine({ side, line, isLog }: Line, value: number): number {
  const above = isLog ? lnOf(value) - lnOf(line) : value - line
  return side === 'high' ? above : -above
}

/** The spread of a measure among peers, on the log scale on which signals are weighed. */
export const spreadOfPeers = (values: readonly number[]): RobustSpread | null => measureSpread(values.map(lnOf))

/** A rate of 0 is far below everything, not infinitely far. */
const LEAST = 1e-6
const lnOf = (value: number) => Math.log(Math.max(LEAST, value))
