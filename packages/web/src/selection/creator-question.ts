import type { ProvinceShare } from '@kolibra/core/selection'
import { sortOf, type CreatorsView, type SortKey } from './creators-view.ts'
import { readShare, USUAL_SHARE, type Filter } from './facet-filters.ts'
import { readOwnWork, type OwnWork } from './own-work.ts'

/** What the server is asked for a view, but for the page. */
export interface Question {
  readonly text: string
  readonly filters: readonly Filter[]
  readonly joined: OwnWork
  readonly provinceShare: ProvinceShare
  readonly sort: SortKey
  readonly isDescending: boolean
}

export function questionOf({ q = '', filters = [], own = {}, provinceShare = USUAL_SHARE, sort }: CreatorsView): Question {
  const order = sortOf(sort) ?? { column: 'followers' as const, descending: true }
  return { text: q, filters, joined: own, provinceShare, sort: order.column, isDescending: order.descending }
}

/** The view that asks a saved question. */
export function viewOf({ text, filters, joined, provinceShare, sort, isDescending }: Question): CreatorsView {
  const own = readOwnWork(joined)
  const share = readShare(provinceShare)
  const isUsual = sort === 'followers' && isDescending
  return {
    ...(text === '' ? {} : { q: text }),
    ...(filters.length > 0 ? { filters } : {}),
    ...(Object.keys(own).length > 0 ? { own } : {}),
    ...(share === null ? {} : { provinceShare: share }),
    ...(isUsual ? {} : { sort: isDescending ? `-${sort}` : sort }),
  }
}
