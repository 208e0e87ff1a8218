import type { CreatorPage } from '@kolibra/core/selection'
import { readDay } from '@kolibra/core/shared'

/** Followers on a Shanghai day as a source counted them. */
export interface FollowerPoint {
  readonly day: string
  readonly followers: number
  readonly source: string
}

/** Counts of followers that have a day of their own, oldest first. When a file came in says nothing of when it was counted. */
export function listFollowerPoints(history: CreatorPage['history']): FollowerPoint[] {
  return history
    .flatMap(({ followers, observedAt, source }) => {
      const day = observedAt === null ? null : readDay(observedAt)
      return followers === null || day === null ? [] : [{ day, followers, source }]
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
