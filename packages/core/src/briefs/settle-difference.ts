import { refuse, type Outcome } from '../shared/index.ts'
import type { Difference } from './compare-playback.ts'

/**
 * How a difference is settled without a new playback or a new version: the receiving side says the brief stands, or the sending side says
 * the playback stands.
 */
export const SETTLEMENTS = {
  brief_stands: { by: ['receiver'] },
  playback_stands: { by: ['issuer'] },
} as const satisfies Record<string, { readonly by: readonly PlaybackSide[] }>
/** A row of SETTLEMENTS. */
export type Settlement = keyof typeof SETTLEMENTS
/** The two sides of a playback: who asks for it, and the party that plays back. */
export type PlaybackSide = 'issuer' | 'receiver'

/** Refuses `playback.no_difference` when nothing differs under this key (any more), and `playback.wrong_side`. */
export function settleDifference(
  differences: readonly Difference[],
  { key, how, side }: { key: string; how: Settlement; side: PlaybackSide },
): Outcome<Difference> {
  const difference = differences.find((one) => one.key === key)
  if (difference === undefined) return refuse({ code: 'playback.no_difference', key })
  const allowed: readonly PlaybackSide[] = SETTLEMENTS[how].by
  if (!allowed.includes(side)) return refuse({ code: 'playback.wrong_side', side, allowed })
  return { ok: true, value: difference }
}
