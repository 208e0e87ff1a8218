import type { CreatorPage } from '@kolibra/core/selection'

/** Followers on a Shanghai day as a source counted them. */
export interface FollowerPoint {
  readonly day: string
  readonly followers: number
  readonly source: string
}

/** Counts of followers that have a day, oldest first; the day of the import stands in where the source gives none. */
export function listFollowerPoints(history: CreatorPage['history']): FollowerPoint[] {
  return history
    .flatMap(({ followers, observedAt, keptAt, source }) => {
      const moment = observedAt ?? keptAt
      return followers === null || moment === null || Number.isNaN(Date.parse(moment)) ? [] : [{ day: dayOf(moment), followers, source }]
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const dayOf = (moment: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(moment) ? moment : new Date(Date.parse(moment) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
