import { dropCell, putCell, sizeOfColumn, startColumn, type CellValue, type Column } from './column.ts'
import { DISCOVERY_FIELDS, DISCOVERY_FIELD_NAMES, type DiscoveryFieldName } from './discovery-field-table.ts'
import { grow } from './growing.ts'
import { keyOfName } from './name-key.ts'
import { makeScratch, type Scratch } from './scratch.ts'
import { putText, sizeOfText, type SearchText } from './search-text.ts'

/** One account as the search sees it. `text` is what free text looks in: names, pinyin, handle, bio. */
export interface DiscoveryRow {
  readonly id: string
  readonly name: string | null
  readonly text: string
  /** A value per field, in the order of DISCOVERY_FIELD_NAMES: an array carries a million rows twice as fast as an object. */
  readonly cells: readonly CellValue[]
}

/** Values by name as the cells of a row; what is left out is unknown. */
export function listCells(values: { readonly [name in DiscoveryFieldName]?: CellValue }): CellValue[] {
  return DISCOVERY_FIELD_NAMES.map((name) => values[name] ?? null)
}

/** Everything searchable of one workspace, by column. Derived from the database, never a source. */
export interface DiscoveryIndex {
  readonly ids: string[]
  readonly names: (string | null)[]
  /** The start of each name as a number in the order of names; NaN: no name. */
  nameKeys: Float64Array
  readonly rowOf: Map<string, number>
  readonly columns: ReadonlyMap<DiscoveryFieldName, Column>
  /** The codes once more, row by row, a byte each: a hit then costs one cache line, not one per field. */
  bytes: Uint8Array
  readonly search: SearchText
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

/** An index without rows. */
export function startDiscoveryIndex(): DiscoveryIndex {
  const columns = DISCOVERY_FIELD_NAMES.map((name) => [name, startColumn(DISCOVERY_FIELDS[name])] as const)
  return {
    ids: [],
    names: [],
    nameKeys: new Float64Array(0),
    rowOf: new Map(),
    columns: new Map(columns),
    bytes: new Uint8Array(0),
    search: [],
    found: { version: 0, rows: new Map() },
    free: [],
    version: 0,
    scratch: makeScratch(0),
  }
}

/** Adds an account or replaces what is held of it. */
export function putDiscoveryRow(index: DiscoveryIndex, { id, name, text, cells }: DiscoveryRow): void {
  const held = index.rowOf.get(id)
  const row = held ?? index.free.pop() ?? index.ids.length
  if (held !== undefined) for (const column of index.columns.values()) dropCell(column, held)
  index.ids[row] = id
  index.names[row] = name
  index.nameKeys = grow(index.nameKeys, row, (size) => new Float64Array(size))
  index.nameKeys[row] = keyOfName(name)
  index.rowOf.set(id, row)
  index.bytes = grow(index.bytes, (row + 1) * ROW_BYTES - 1, (size) => new Uint8Array(size))
  let place = 0
  for (const column of index.columns.values()) {
    index.bytes[row * ROW_BYTES + place] = putCell(column, row, cells[place] ?? null)
    place++
  }
  putText(index.search, row, text)
  index.version++
}

/** Room beyond the rows there are, so that single additions do not make it anew. */
const SPARE = 1.2

/** The index's own room, cleared for a search. */
export function clearScratch(index: DiscoveryIndex): Scratch {
  if (index.scratch.state.length < index.ids.length) index.scratch = makeScratch(Math.ceil(index.ids.length * SPARE))
  index.scratch.state.fill(0)
  return index.scratch
}

/** Forgets an account, its text too. */
export function removeDiscoveryRow(index: DiscoveryIndex, id: string): void {
  const row = index.rowOf.get(id)
  if (row === undefined) return
  index.rowOf.delete(id)
  for (const column of index.columns.values()) dropCell(column, row)
  index.names[row] = null
  putText(index.search, row, '')
  index.free.push(row)
  index.version++
}

/** Bytes an id, its name with its key and its place in the map hold beside the columns, roughly. */
const BYTES_PER_ID = 208

/** Bytes the index holds, roughly; what /metrics says of it. */
export function sizeOfDiscoveryIndex(index: DiscoveryIndex): number {
  const columns = [...index.columns.values()].reduce((sum, column) => sum + sizeOfColumn(column), 0)
  const { state, hits } = index.scratch
  const scratch = state.byteLength + 3 * hits.byteLength
  return columns + index.bytes.byteLength + scratch + sizeOfText(index.search) + index.ids.length * BYTES_PER_ID
}
