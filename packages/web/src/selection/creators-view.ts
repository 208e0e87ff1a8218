import type { ProvinceShare } from '@kolibra/core/selection'
import { FIELD_LIST, readFilters, readShare, type FieldName, type Filter } from './facet-filters.ts'
import { readOwnWork, type OwnWork } from './own-work.ts'

/** What the server can sort by: the name and every field; `-` before the name means descending. */
export type SortKey = 'name' | FieldName
export const SORTABLE: readonly SortKey[] = ['name', ...FIELD_LIST]

/** What the address of the creators page holds: the whole view. */
export interface CreatorsView {
  readonly q?: string
  readonly filters?: readonly Filter[]
  readonly own?: OwnWork
  /** From which share of the audience on a province counts; left out where it is the usual one. */
  readonly provinceShare?: ProvinceShare
  readonly sort?: string
  readonly open?: string
  /** The campaign that the first rows are held against. */
  readonly fit?: string
  /** Those rows best fit first. */
  readonly byFit?: true
}

/** What of a view is set anew; undefined lets go of it. */
export type ViewChange = (next: { [key in keyof CreatorsView]?: CreatorsView[key] | undefined }) => void

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

export function sortOf(sort: string | undefined): { column: SortKey; descending: boolean } | null {
  const column = SORTABLE.find((name) => name === sort?.replace(/^-/, ''))
  return column && sort ? { column, descending: sort.startsWith('-') } : null
}

/** Reads the address; what does not fit is dropped, so an old link still opens. */
export function readCreatorsView(search: Record<string, unknown>): CreatorsView {
  const filters = readFilters(search['filters'], FIELD_LIST)
  const own = readOwnWork(search['own'])
  const provinceShare = readShare(search['provinceShare'])
  return {
    ...(isText(search['q']) ? { q: search['q'] } : {}),
    ...(filters.length > 0 ? { filters } : {}),
    ...(Object.keys(own).length > 0 ? { own } : {}),
    ...(provinceShare === null ? {} : { provinceShare }),
    ...(isText(search['sort']) && sortOf(search['sort']) ? { sort: search['sort'] } : {}),
    ...(isText(search['open']) ? { open: search['open'] } : {}),
    ...(isText(search['fit']) ? { fit: search['fit'], ...(search['byFit'] === true && { byFit: true }) } : {}),
  }
}

/** A click on a header: numbers start with the largest, names with A; the third click takes the sort away. */
export function nextSort(sort: string | undefined, column: SortKey): string | undefined {
  const first = column === 'name' ? column : `-${column}`
  const second = column === 'name' ? `-${column}` : column
  if (sort === first) return second
  return sort === second ? undefined : first
}

/** How many conditions narrow a view, words in the text field left out. */
export function countConditions({ filters = [], own = {} }: CreatorsView): number {
  return filters.length + Object.keys(own).length
}

/** Whether conditions, and nothing else, are why a table has no row. */
export function isNothingFound(view: CreatorsView, { total, isRebuilding }: { total: number; isRebuilding: boolean }): boolean {
  return total === 0 && !isRebuilding && (Boolean(view.q) || countConditions(view) > 0)
}
