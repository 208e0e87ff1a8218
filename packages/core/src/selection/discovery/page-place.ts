import type { Column } from './column.ts'
import type { DiscoveryFieldName } from './discovery-field-table.ts'
import type { DiscoveryIndex } from './discovery-index.ts'
import { isOfOrder, nameOrder, type PagePlace, type SearchOrder } from './discovery-schema.ts'
import { keyOfName } from './name-key.ts'
import { textAt } from './text-rows.ts'

/** Name of what rows are ordered by. */
export type SortName = DiscoveryFieldName | 'name'

/** A direction and a place in it. */
export interface PlaceInOrder {
  readonly sort: SortName
  readonly isDescending: boolean
  readonly after: PagePlace
}

/** The place a page goes on from; null for the beginning, also when it is one of another order. */
export function placeOfQuery({ after, ...asked }: SearchOrder & { after: PagePlace | null }): PagePlace | null {
  return after !== null && isOfOrder(after, asked) ? after : null
}

/** The index keeps the words of a row apart by NUL, which no database takes. */
const [BETWEEN, BETWEEN_OUTSIDE] = ['\u0000', '\u0001']

/** The place of a row. */
export function placeAt(index: DiscoveryIndex, order: SearchOrder, row: number): PagePlace {
  return { order: nameOrder(order), id: textAt(index.ids.texts, row), key: keyAt(index, order.sort, row) }
}

function keyAt(index: DiscoveryIndex, sort: SortName, row: number): string | number | null {
  if (sort === 'name') return Number.isNaN(index.nameKeys[row] ?? Number.NaN) ? null : textAt(index.names, row)
  const column = index.columns.get(sort)
  if (column === undefined) return null
  if (column.kind === 'number') {
    const number = column.numbers[row] ?? Number.NaN
    return Number.isNaN(number) ? null : number
  }
  return wordsOf(column)[column.codes[row] ?? 0]?.replaceAll(BETWEEN, BETWEEN_OUTSIDE) ?? null
}

export const wordsOf = (column: Exclude<Column, { kind: 'number' }>) => (column.kind === 'one' ? column.words : column.sets).words

/** The least a row's number can be, in the direction of the order, to stand behind the place; NaN: every row has to be looked at. */
export function leastBeyond({ sort, isDescending, after: { key } }: PlaceInOrder): number {
  if (key === null) return Number.NaN
  if (typeof key === 'number') return isDescending ? -key : key
  return sort === 'name' ? (isDescending ? -1 : 1) * keyOfName(key) : Number.NaN
}

/** Whether a row stands behind a place, which need not be that of any row. Unknown stands last whichever way; equals stand by id. */
export function makeBeyond(index: DiscoveryIndex, place: PlaceInOrder): (row: number) => boolean {
  const { after } = place
  const compare = makeComparing(index, place)
  return (row) => {
    const order = compare(row)
    return order > 0 || (order === 0 && textAt(index.ids.texts, row) > after.id)
  }
}

/** Above 0 where a row stands behind the key, 0 where it is the same. */
function makeComparing(index: DiscoveryIndex, { sort, isDescending, after: { key } }: PlaceInOrder): (row: number) => number {
  const sign = isDescending ? -1 : 1
  const compare = <T extends string | number>(own: T | null, other: T | null) => {
    if (own === null || other === null) return Number(own === null) - Number(other === null)
    return own === other ? 0 : own < other ? -sign : sign
  }
  const column = sort === 'name' ? undefined : index.columns.get(sort)
  if (column === undefined || column.kind === 'number') return (row) => compare(keyAt(index, sort, row), key)
  // A column has few words and many rows: each word is compared once.
  const orders = wordsOf(column).map((word) =>
    compare(word?.replaceAll(BETWEEN, BETWEEN_OUTSIDE) ?? null, typeof key === 'string' ? key : null),
  )
  return (row) => orders[column.codes[row] ?? 0] ?? 0
}
