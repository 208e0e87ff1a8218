import { sortOf, type CreatorsView, type SortKey } from './creators-view.ts'
import type { Filter } from './facet-filters.ts'
import { readOwnWork, type OwnWork } from './own-work.ts'

/** What the server is asked for a view, but for the page. */
export interface Question {
  readonly text: string
  readonly filters: readonly Filter[]
  readonly joined: OwnWork
  readonly sort: SortKey
  readonly isDescending: boolean
}

export function questionOf({ q = '', filters = [], own = {}, sort }: CreatorsView): Question {
  const order = sortOf(sort) ?? { column: 'followers' as const, descending: true }
  return { text: q, filters, joined: own, sort: order.column, isDescending: order.descending }
}

/** The view that asks a saved question. */
export function viewOf({ text, filters, joined, sort, isDescending }: Question): CreatorsView {
  const own = readOwnWork(joined)
  const isUsual = sort === 'followers' && isDescending
  return {
    ...(text === '' ? {} : { q: text }),
    ...(filters.length > 0 ? { filters } : {}),
    ...(Object.keys(own).length > 0 ? { own } : {}),
    ...(isUsual ? {} : { sort: isDescending ? `-${sort}` : sort }),
  }
}
