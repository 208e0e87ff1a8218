import type { Column } from './column.ts'
import type { DiscoveryIndex } from './discovery-index.ts'
import type { PagePlace } from './discovery-schema.ts'
import { leastBeyond, makeBeyond, placeAt, placeOfQuery, wordsOf, type SortName } from './page-place.ts'
import { textAt } from './text-rows.ts'

/** Order of the hits, and where the page before ended. */
export interface PageOrder {
  readonly sort: SortName
  readonly isDescending: boolean
  readonly after: PagePlace | null
  readonly limit: number
}

/** One page, and where it ended; `next` null: nothing follows. */
export interface PickedPage {
  readonly ids: string[]
  readonly next: PagePlace | null
}

/** Negative when row `a` stands before row `b`. Unknown stands last whichever way; equal rows stand by id, so that pages never overlap. */
type Compare = (a: number, b: number) => number

/** The ids of one page of the hits: a pass over the hits that keeps the best so far, no sort of the whole. */
export function pickPage(index: DiscoveryIndex, hits: Uint32Array, order: PageOrder): PickedPage {
  const page = pickRows(index, hits, { ...order, limit: order.limit + 1 })
  const [rows, last] = [page.slice(0, order.limit), page[order.limit - 1]]
  return {
    ids: rows.map((row) => textAt(index.ids.texts, row)),
    next: page.length > order.limit && last !== undefined ? placeAt(index, order, last) : null,
  }
}

function pickRows(index: DiscoveryIndex, hits: Uint32Array, order: PageOrder): number[] {
  const { sort, isDescending, limit } = order
  const compare = makeCompare(index, sort, isDescending)
  const after = placeOfQuery(order)
  const isBeyond = after === null ? null : makeBeyond(index, { sort, isDescending, after })
  const keys = keysOf(index, sort)
  const [first, sign] = [after === null ? Number.NaN : leastBeyond({ sort, isDescending, after }), isDescending ? -1 : 1]
  const page: number[] = []
  // Beyond this nothing can stand on the page; NaN rules nothing out, and neither do unknown keys while the last one is unknown.
  let last = Number.NaN
  for (let at = 0; at < hits.length; at++) {
    const row = hits[at] ?? 0
    const key = sign * (keys?.[row] ?? Number.NaN)
    if (key > last || (key !== key && last === last) || key < first) continue
    if (isBeyond !== null && !(key > first) && !isBeyond(row)) continue
    if (page.length === limit && compare(row, page[limit - 1] ?? row) >= 0) continue
    insert(page, row, compare)
    if (page.length > limit) page.pop()
    if (page.length === limit) last = keyOf(keys, page[limit - 1] ?? row, isDescending)
  }
  return page
}

/** Numbers in the order of the field, so that most rows are told apart without a call; null where there are none. */
function keysOf(index: DiscoveryIndex, sort: PageOrder['sort']): Float64Array | null {
  if (sort === 'name') return index.nameKeys
  const column = index.columns.get(sort)
  return column?.kind === 'number' ? column.numbers : null
}

const keyOf = (keys: Float64Array | null, row: number, isDescending: boolean) => (isDescending ? -1 : 1) * (keys?.[row] ?? Number.NaN)

function insert(page: number[], row: number, compare: Compare): void {
  let [low, high] = [0, page.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(row, page[middle] ?? row) < 0) high = middle
    else low = middle + 1
  }
  page.splice(low, 0, row)
}

function makeCompare(index: DiscoveryIndex, sort: PageOrder['sort'], isDescending: boolean): Compare {
  const { inOrder, ids } = index
  const sign = isDescending ? -1 : 1
  const byId: Compare = (a, b) => (a < inOrder && b < inOrder ? a - b : a === b ? 0 : textAt(ids.texts, a) < textAt(ids.texts, b) ? -1 : 1)
  const column = sort === 'name' ? undefined : index.columns.get(sort)
  if (column?.kind === 'number') {
    const { numbers } = column
    return (a, b) => {
      const [x, y] = [numbers[a] ?? Number.NaN, numbers[b] ?? Number.NaN]
      if (x < y) return -sign
      if (x > y) return sign
      return x === y ? byId(a, b) : Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || byId(a, b)
    }
  }
  return column === undefined ? compareNames(index, { sign, byId }) : compareWords(column, { sign, byId })
}

interface Direction {
  readonly sign: number
  readonly byId: Compare
}

function compareNames({ names, nameKeys }: DiscoveryIndex, { sign, byId }: Direction): Compare {
  const isUnknown = (row: number) => Number.isNaN(nameKeys[row] ?? Number.NaN)
  return (a, b) => {
    if (isUnknown(a) || isUnknown(b)) return Number(isUnknown(a)) - Number(isUnknown(b)) || byId(a, b)
    const [x, y] = [textAt(names, a), textAt(names, b)]
    if (x === y) return byId(a, b)
    return x < y ? -sign : sign
  }
}

function compareWords(column: Exclude<Column, { kind: 'number' }>, { sign, byId }: Direction): Compare {
  const { codes } = column
  const ranks = rankCodes(column)
  return (a, b) => {
    const [x, y] = [ranks[codes[a] ?? 0] ?? 0, ranks[codes[b] ?? 0] ?? 0]
    if (x === y) return byId(a, b)
    if (x === UNKNOWN || y === UNKNOWN) return x === UNKNOWN ? 1 : -1
    return x < y ? -sign : sign
  }
}

const UNKNOWN = -1

/** Place of each code's word in the alphabet. */
function rankCodes(column: Exclude<Column, { kind: 'number' }>): Int32Array {
  const words = wordsOf(column)
  const order = words.map((_, code) => code).toSorted((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1))
  const ranks = new Int32Array(words.length)
  order.forEach((code, rank) => (ranks[code] = rank))
  ranks[0] = UNKNOWN
  return ranks
}
