import { dropCell, putCells, sizeOfColumn, startColumn, type CellValue, type Column } from './column.ts'
import { DISCOVERY_FIELDS, DISCOVERY_FIELD_NAMES, type DiscoveryFieldName } from './discovery-field-table.ts'
import { grow } from './growing.ts'
import { addId, dropId, rowOfId, sizeOfIds, startIds, type IdRows } from './id-rows.ts'
import { keyOfName } from './name-key.ts'
import { makeScratch, type Scratch } from './scratch.ts'
import { putText, sizeOfText, textAt, type TextRows } from './text-rows.ts'

/**
 * Accounts as the search sees them, by column: numbers of one column lie side by side, and no account is an object of its own. A place in
 * each list is one account, no id stands twice. `texts` is what free text looks in, folded as foldForSearch does: names, pinyin, handle, bio.
 */
export interface DiscoveryBatch {
  readonly ids: readonly string[]
  readonly names: readonly (string | null)[]
  readonly texts: readonly string[]
  /** A list per field, in the order of DISCOVERY_FIELD_NAMES. */
  readonly columns: readonly (readonly CellValue[])[]
}

/** Everything searchable of one workspace, by column. Derived from the database, never a source. */
export interface DiscoveryIndex {
  readonly ids: IdRows
  /** Rows there are, free ones too. */
  rows: number
  /** Of the first so many rows the ids stand in order, as they come from the database: rows compare as their ids do. */
  inOrder: number
  readonly names: TextRows
  /** The start of each name as a number in the order of names; NaN: no name. */
  nameKeys: Float64Array
  readonly columns: ReadonlyMap<DiscoveryFieldName, Column>
  /** The codes once more, row by row, a byte each: a hit then costs one cache line, not one per field. */
  bytes: Uint8Array
  readonly search: TextRows
  /** Rows found by the last words, of the version they were searched in: while one clicks through facets the words stay. */
  readonly found: { version: number; readonly rows: Map<string, Uint32Array> }
  /** Rows that were removed and may be used again. */
  readonly free: number[]
  /** Rises with every put and remove. */
  version: number
  /** Room for at least every row. */
  scratch: Scratch
}

/** Bytes per row in `bytes`: half a cache line, room for so many fields. */
export const ROW_BYTES = 32

/** An index without rows; with room for so many, it need not be moved while it is filled. */
export function startDiscoveryIndex(rows = 0): DiscoveryIndex {
  const columns = DISCOVERY_FIELD_NAMES.map((name) => [name, startColumn(DISCOVERY_FIELDS[name], rows)] as const)
  return {
    ids: startIds(rows),
    rows: 0,
    inOrder: 0,
    names: [],
    nameKeys: new Float64Array(rows),
    columns: new Map(columns),
    bytes: new Uint8Array(rows * ROW_BYTES),
    search: [],
    found: { version: 0, rows: new Map() },
    free: [],
    version: 0,
    scratch: makeScratch(0),
  }
}

/** Adds accounts or replaces what is held of them. */
export function putDiscoveryRows(index: DiscoveryIndex, { ids, names, texts, columns }: DiscoveryBatch): void {
  const rows = Uint32Array.from(ids, (id) => placeRow(index, id))
  const top = rows.reduce((most, row) => Math.max(most, row), 0)
  index.nameKeys = grow(index.nameKeys, top, (size) => new Float64Array(size))
  index.bytes = grow(index.bytes, (top + 1) * ROW_BYTES - 1, (size) => new Uint8Array(size))
  rows.forEach((row, at) => {
    putText(index.names, row, names[at] ?? '')
    index.nameKeys[row] = keyOfName(names[at] ?? null)
    putText(index.search, row, texts[at] ?? '')
  })
  let place = 0
  for (const column of index.columns.values()) {
    putCells(column, rows, columns[place] ?? [])
    spreadBytes(index.bytes, column.codes, { rows, place })
    place++
  }
  index.version++
}

/** The row of an account, emptied, or a new one. */
function placeRow(index: DiscoveryIndex, id: string): number {
  const held = rowOfId(index.ids, id)
  if (held === undefined) {
    const row = index.free.pop() ?? index.rows++
    enterId(index, id, row)
    return row
  }
  for (const column of index.columns.values()) dropCell(column, held)
  return held
}

function spreadBytes(bytes: Uint8Array, codes: Uint32Array, { rows, place }: { rows: Uint32Array; place: number }): void {
  for (const row of rows) bytes[row * ROW_BYTES + place] = codes[row] ?? 0
}

function enterId(index: DiscoveryIndex, id: string, row: number): void {
  if (row < index.inOrder) index.inOrder = row
  else if (row === index.inOrder && (row === 0 || id > textAt(index.ids.texts, row - 1))) index.inOrder++
  addId(index.ids, id, row)
}

/** Room beyond the rows there are, so that single additions do not make it anew. */
const SPARE = 1.2

/** The index's own room, cleared for a search. */
export function clearScratch(index: DiscoveryIndex): Scratch {
  if (index.scratch.state.length < index.rows) index.scratch = makeScratch(Math.ceil(index.rows * SPARE))
  index.scratch.state.fill(0)
  return index.scratch
}

/** Forgets an account, its text too. */
export function removeDiscoveryRow(index: DiscoveryIndex, id: string): void {
  const row = rowOfId(index.ids, id)
  if (row === undefined) return
  dropId(index.ids, id)
  for (const column of index.columns.values()) dropCell(column, row)
  putText(index.names, row, '')
  putText(index.search, row, '')
  index.free.push(row)
  index.version++
}

/** Bytes the index holds, roughly; what /metrics says of it. */
export function sizeOfDiscoveryIndex(index: DiscoveryIndex): number {
  const columns = [...index.columns.values()].reduce((sum, column) => sum + sizeOfColumn(column), 0)
  const { state, hits } = index.scratch
  const scratch = state.byteLength + 3 * hits.byteLength
  const names = sizeOfText(index.names) + index.nameKeys.byteLength
  return columns + index.bytes.byteLength + scratch + sizeOfText(index.search) + names + sizeOfIds(index.ids)
}
