import { asCreatorType, asPlatform } from '../ui/choices.ts'

/** Columns that the server can sort by; `-` before the name means descending. */
export const SORTABLE = ['name', 'followers', 'priceFen', 'viewsP50', 'interactRate', 'observedAt'] as const
export type SortColumn = (typeof SORTABLE)[number]

/** What the address of the creators page holds: the whole view. */
export interface CreatorsView {
  readonly q?: string
  readonly platform?: string
  readonly type?: string
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
  const platform = isText(search['platform']) ? asPlatform(search['platform']) : null
  const type = isText(search['type']) ? asCreatorType(search['type']) : null
  return {
    ...(isText(search['q']) ? { q: search['q'] } : {}),
    ...(platform ? { platform } : {}),
    ...(type ? { type } : {}),
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
