import { FIELD_LIST, readFilters, type Filter } from './facet-filters.ts'

/** Columns that the server can sort by; `-` before the name means descending. */
export const SORTABLE = ['name', 'followers', 'priceFen', 'viewsP50', 'interactRate', 'observedDay'] as const
export type SortColumn = (typeof SORTABLE)[number]

/** What the address of the creators page holds: the whole view. */
export interface CreatorsView {
  readonly q?: string
  readonly filters?: readonly Filter[]
  readonly sort?: string
  readonly open?: string
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

export function sortOf(sort: string | undefined): { column: SortColumn; descending: boolean } | null {
  const column = SORTABLE.find((name) => name === sort?.replace(/^-/, ''))
  return column && sort ? { column, descending: sort.startsWith('-') } : null
}

/** Reads the address; what does not fit is dropped, so an old link still opens. */
export function readCreatorsView(search: Record<string, unknown>): CreatorsView {
  const filters = readFilters(search['filters'], FIELD_LIST)
  return {
    ...(isText(search['q']) ? { q: search['q'] } : {}),
    ...(filters.length > 0 ? { filters } : {}),
    ...(isText(search['sort']) && sortOf(search['sort']) ? { sort: search['sort'] } : {}),
    ...(isText(search['open']) ? { open: search['open'] } : {}),
  }
}

/** A click on a header: numbers start with the largest, names with A; the third click takes the sort away. */
export function nextSort(sort: string | undefined, column: SortColumn): string | undefined {
  const first = column === 'name' ? column : `-${column}`
  const second = column === 'name' ? `-${column}` : column
  if (sort === first) return second
  return sort === second ? undefined : first
}
