import type { DecodedFile, Table } from './decoded-file.ts'
import type { PersonTest } from './seek-person.ts'

/** A file without the records about somebody, and how many those were. */
export interface RemovedPerson {
  readonly file: DecodedFile
  readonly removed: number
}

/**
 * Takes every record out that is of somebody. In a table a record is a row; in JSON it is the smallest item of a list around what tells
 * it, or the document when it stands in no list.
 */
export function removePerson(file: DecodedFile, person: PersonTest): RemovedPerson {
  if (file.shape === 'table') {
    const tables = file.tables.map((table) => removeRows(table, person))
    return { file: { ...file, tables: tables.map(({ table }) => table) }, removed: sum(tables) }
  }
  const pruned = pruneList(file.documents, person)
  return { file: { ...file, documents: pruned.value }, removed: pruned.removed }
}

const sum = (parts: readonly { removed: number }[]) => parts.reduce((total, { removed }) => total + removed, 0)

/** The same for one table, or a slice of one. */
export function removeRows(table: Table, { isOfRow }: PersonTest): { table: Table; removed: number } {
  const rows = table.rows.filter((row) => !isOfRow(row))
  return { table: { ...table, rows }, removed: table.rows.length - rows.length }
}

interface Pruned<T> {
  readonly value: T
  readonly removed: number
  /** It is told here, in no list below: whoever holds this drops it. */
  readonly isHit: boolean
}

function pruneList(items: readonly unknown[], person: PersonTest): Pruned<unknown[]> {
  const pruned = items.map((item) => prune(item, person))
  const kept = pruned.filter(({ isHit }) => !isHit)
  return { value: kept.map(({ value }) => value), removed: sum(pruned) + pruned.length - kept.length, isHit: false }
}

const isRecord = (item: unknown) => typeof item === 'object' && item !== null

function prune(value: unknown, person: PersonTest): Pruned<unknown> {
  // A list of plain values, gaps among them, belongs to the record around it.
  if (Array.isArray(value) && value.some(isRecord)) return pruneList(value, person)
  if (typeof value !== 'object' || value === null) return { value, removed: 0, isHit: person.isOfCell(value) }
  const parts = Object.entries(value).map(([key, item]) => [key, prune(item, person)] as const)
  return {
    value: Array.isArray(value) ? value : Object.fromEntries(parts.map(([key, part]) => [key, part.value])),
    removed: sum(parts.map(([, part]) => part)),
    isHit: parts.some(([, { isHit }]) => isHit) || person.isOfRow(Object.values(value)),
  }
}
