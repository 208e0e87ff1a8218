import { putCell, sizeOfColumn, startColumn, type CellValue, type Column } from './column.ts'
import { DISCOVERY_FIELDS, DISCOVERY_FIELD_NAMES, type DiscoveryFieldName } from './discovery-field-table.ts'
import type { DiscoveryFacet } from './discovery-schema.ts'
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
  readonly rowOf: Map<string, number>
  readonly columns: ReadonlyMap<DiscoveryFieldName, Column>
  readonly search: SearchText
  /** Rows that were removed and may be used again. */
  readonly free: number[]
  /** Rises with every put and remove. */
  version: number
  /** Room for at least every row. */
  scratch: Scratch
  /** The facets over everything, which every visit asks first; of the version it was counted at. */
  overall: { readonly version: number; readonly facets: readonly DiscoveryFacet[] } | null
}

/** An index without rows. */
export function startDiscoveryIndex(): DiscoveryIndex {
  const columns = DISCOVERY_FIELD_NAMES.map((name) => [name, startColumn(DISCOVERY_FIELDS[name])] as const)
  return {
    ids: [],
    names: [],
    rowOf: new Map(),
    columns: new Map(columns),
    search: [],
    free: [],
    version: 0,
    scratch: makeScratch(0),
    overall: null,
  }
}

/** Adds an account or replaces what is held of it. */
export function putDiscoveryRow(index: DiscoveryIndex, { id, name, text, cells }: DiscoveryRow): void {
  const row = index.rowOf.get(id) ?? index.free.pop() ?? index.ids.length
  index.ids[row] = id
  index.names[row] = name
  index.rowOf.set(id, row)
  let place = 0
  for (const column of index.columns.values()) putCell(column, row, cells[place++] ?? null)
  putText(index.search, row, text)
  index.version++
}

/** Room beyond the rows there are, so that single additions do not make it anew. */
const SPARE = 1.2

/** The index's own room, cleared for a search. */
export function clearScratch(index: DiscoveryIndex): Scratch {
  if (index.scratch.fails.length < index.ids.length) index.scratch = makeScratch(Math.ceil(index.ids.length * SPARE))
  index.scratch.fails.fill(0)
  return index.scratch
}

/** Forgets an account, its text too. */
export function removeDiscoveryRow(index: DiscoveryIndex, id: string): void {
  const row = index.rowOf.get(id)
  if (row === undefined) return
  index.rowOf.delete(id)
  index.names[row] = null
  putText(index.search, row, '')
  index.free.push(row)
  index.version++
}

/** Bytes an id, its name and its place in the map hold beside the columns, roughly. */
const BYTES_PER_ID = 200

/** Bytes the index holds, roughly; what /metrics says of it. */
export function sizeOfDiscoveryIndex(index: DiscoveryIndex): number {
  const columns = [...index.columns.values()].reduce((sum, column) => sum + sizeOfColumn(column), 0)
  return columns + sizeOfText(index.search) + index.ids.length * BYTES_PER_ID
}
