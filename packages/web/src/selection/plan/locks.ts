import type { PlanAsk } from '@kolibra/core/selection'
import type { PlanVersion } from './use-plan-versions.ts'

/** Creators who stay in the next plan; with a format they stay in that one, null: in any that is best. */
export type Locks = ReadonlyMap<string, string | null>

export const NO_LOCKS: Locks = new Map()

/** The locks that a version was made with, as far as they are in it. */
export function locksOf({ ask, plan }: Pick<PlanVersion, 'ask' | 'plan'>): Locks {
  const formats = new Map(ask.formats.map(({ creatorId, format }) => [creatorId, format]))
  return new Map(ask.keep.filter((id) => plan.chosen.includes(id)).map((id) => [id, formats.get(id) ?? null]))
}

/** Locks a creator, or takes the lock off with its format. */
export function toggleLock(locks: Locks, id: string): Locks {
  const next = new Map(locks)
  if (!next.delete(id)) next.set(id, null)
  return next
}

/** Fixes the format of a locked creator, or leaves it open again. */
export const toggleFormat = (locks: Locks, id: string, format: string): Locks =>
  new Map([...locks].map(([other, fixed]) => [other, other !== id ? fixed : fixed === null ? format : null]))

/** The locks as a planning is asked with them. */
export const askLocked = (locks: Locks): Pick<PlanAsk, 'keep' | 'formats'> => ({
  keep: [...locks.keys()],
  formats: [...locks].flatMap(([creatorId, format]) => (format === null ? [] : [{ creatorId, format }])),
})
