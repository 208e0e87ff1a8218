import { cleanText } from './parse-number.ts'
import { readId } from './parse-id.ts'
import type { DecodedFile, Table } from './decoded-file.ts'

/** A file without the records about somebody, and how many those were. */
export interface RemovedPerson {
  readonly file: DecodedFile
  readonly removed: number
}

/**
 * Takes every record out that carries one of these ids: as a cell or value of its own, or inside a link. In JSON a record is the smallest
 * item of a list around the id, or the document when it stands in no list.
 */
export function removePerson(file: DecodedFile, ids: readonly string[]): RemovedPerson {
  const isOf = makeTest(ids)
  if (file.shape === 'table') {
    const tables = file.tables.map((table) => removeRows(table, isOf))
    return { file: { ...file, tables: tables.map(({ table }) => table) }, removed: sum(tables) }
  }
  const pruned = pruneList(file.documents, isOf)
  return { file: { ...file, documents: pruned.value }, removed: pruned.removed }
}

type Test = (value: unknown) => boolean
const sum = (parts: readonly { removed: number }[]) => parts.reduce((total, { removed }) => total + removed, 0)

// Shorter ids are parts of anything.
const LEAST_IN_LINK = 6

function makeTest(ids: readonly string[]): Test {
  const whole = new Set(ids.map(cleanText))
  const inLinks = new Set([...whole].filter(({ length }) => length >= LEAST_IN_LINK).map((id) => id.toLowerCase()))
  return (value) => {
    if (typeof value !== 'string' && typeof value !== 'number') return false
    // As the import reads it: an id it took out of this cell is found in this cell.
    const read = readId(value, false)
    if ('id' in read && whole.has(read.id)) return true
    const text = cleanText(value).toLowerCase()
    return text.includes('/') && text.split(/[/?&=#\s]/).some((part) => inLinks.has(part))
  }
}

function removeRows(table: Table, isOf: Test): { table: Table; removed: number } {
  const rows = table.rows.filter((row) => !row.some(isOf))
  return { table: { ...table, rows }, removed: table.rows.length - rows.length }
}

interface Pruned<T> {
  readonly value: T
  readonly removed: number
  /** The id stands here, in no list below: whoever holds this drops it. */
  readonly isHit: boolean
}

function pruneList(items: readonly unknown[], isOf: Test): Pruned<unknown[]> {
  const pruned = items.map((item) => prune(item, isOf))
  const kept = pruned.filter(({ isHit }) => !isHit)
  return { value: kept.map(({ value }) => value), removed: sum(pruned) + pruned.length - kept.length, isHit: false }
}

function prune(value: unknown, isOf: Test): Pruned<unknown> {
  // A list of plain values belongs to the record around it.
  if (Array.isArray(value) && value.some((item) => typeof item === 'object')) return pruneList(value, isOf)
  if (typeof value !== 'object' || value === null) return { value, removed: 0, isHit: isOf(value) }
  const parts = Object.entries(value).map(([key, item]) => [key, prune(item, isOf)] as const)
  return {
    value: Array.isArray(value) ? value : Object.fromEntries(parts.map(([key, part]) => [key, part.value])),
    removed: sum(parts.map(([, part]) => part)),
    isHit: parts.some(([, { isHit }]) => isHit),
  }
}
