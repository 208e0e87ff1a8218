import { mixText } from '../../shared/index.ts'
import { grow } from './growing.ts'
import { putText, sizeOfText, textAt, type TextRows } from './text-rows.ts'

/** Which row stands for an id, in three blocks of memory: a map of a million ids stops everything for a second when it grows. */
export interface IdRows {
  readonly texts: TextRows
  /** Per row, of its id. */
  hashes: Uint32Array
  /** Row plus one at the place of its hash, or the first free one after it; 0 is free. */
  table: Uint32Array
  /** Places of the table that are not free, GONE ones too. */
  taken: number
  size: number
}

const LEAST_PLACES = 1 << 11
const FULLEST = 0.5
/** A place whose id was dropped: a search goes on behind it. */
const GONE = 0xffff_ffff

/** No ids; room for so many. */
export function startIds(rows: number): IdRows {
  return { texts: [], hashes: new Uint32Array(rows), table: new Uint32Array(placesFor(rows)), taken: 0, size: 0 }
}

/** The row of an id, or undefined. */
export function rowOfId(ids: IdRows, id: string): number | undefined {
  const place = placeOfId(ids, id)
  return place === undefined ? undefined : (ids.table[place] ?? 0) - 1
}

function placeOfId({ texts, hashes, table }: IdRows, id: string): number | undefined {
  const hash = hashOf(id)
  for (let place = startOf(table, hash); table[place] !== 0; place = (place + 1) & (table.length - 1)) {
    const row = (table[place] ?? 0) - 1
    if (table[place] !== GONE && hashes[row] === hash && textAt(texts, row) === id) return place
  }
  return undefined
}

/** Gives a row to an id that has none. */
export function addId(ids: IdRows, id: string, row: number): void {
  const hash = hashOf(id)
  putText(ids.texts, row, id)
  ids.hashes = grow(ids.hashes, row, (size) => new Uint32Array(size))
  ids.hashes[row] = hash
  if (ids.taken + 1 > ids.table.length * FULLEST) spread(ids)
  enter(ids.table, hash, row)
  ids.taken++
  ids.size++
}

/** Forgets an id; its row may be given to another. */
export function dropId(ids: IdRows, id: string): void {
  const place = placeOfId(ids, id)
  if (place === undefined) return
  const row = (ids.table[place] ?? 0) - 1
  ids.table[place] = GONE
  putText(ids.texts, row, '')
  ids.size--
}

/** Bytes held. */
export function sizeOfIds({ texts, hashes, table }: IdRows): number {
  return sizeOfText(texts) + hashes.byteLength + table.byteLength
}

/** A wider table, without those that are gone. */
function spread(ids: IdRows): void {
  const old = ids.table
  ids.table = new Uint32Array(placesFor(ids.size * 2))
  for (const entry of old) if (entry !== 0 && entry !== GONE) enter(ids.table, ids.hashes[entry - 1] ?? 0, entry - 1)
  ids.taken = ids.size
}

function enter(table: Uint32Array, hash: number, row: number): void {
  let place = startOf(table, hash)
  while (table[place] !== 0) place = (place + 1) & (table.length - 1)
  table[place] = row + 1
}

const placesFor = (rows: number) => Math.max(LEAST_PLACES, 2 ** Math.ceil(Math.log2(Math.max(1, rows) / FULLEST)))
const startOf = (table: Uint32Array, hash: number) => Math.imul(hash, 0x9e37_79b1) & (table.length - 1)
const hashOf = (id: string) => mixText(0x811c_9dc5, id) >>> 0
