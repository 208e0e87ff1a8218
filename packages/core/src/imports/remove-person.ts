import type { DecodedFile, Table } from './decoded-file.ts'
import type { PersonTest } from './seek-person.ts'
import { stepThrough, type Steps } from './steps.ts'

/** A file without the records about somebody, and how many those were. */
export interface RemovedPerson {
  readonly file: DecodedFile
  readonly removed: number
}

/**
 * Takes every record out that is of somebody. In a table a record is a row; in JSON it is the smallest item of a list around what tells
 * it, or the document when it stands in no list. In steps, also within one long list.
 */
export function* removePerson(file: DecodedFile, person: PersonTest): Steps<RemovedPerson> {
  if (file.shape !== 'table') {
    const pruned = yield* pruneDocuments(file.documents, person)
    return { file: { ...file, documents: pruned.value }, removed: pruned.removed }
  }
  const tables: Table[] = []
  let removed = 0
  for (const table of file.tables) {
    const rows: Table['rows'][number][] = []
    yield* stepThrough(table.rows, (row) => void (person.isOfRow(row) ? (removed += 1) : rows.push(row)))
    tables.push({ ...table, rows })
  }
  return { file: { ...file, tables }, removed }
}

const sum = (parts: readonly { removed: number }[]) => parts.reduce((total, { removed }) => total + removed, 0)

// Most files are one list, whose items are then the steps.
function* pruneDocuments(documents: readonly unknown[], person: PersonTest): Steps<Pruned<unknown[]>> {
  const [only] = documents
  return documents.length === 1 && isListOfRecords(only)
    ? keepOthers([yield* pruneList(only, person)])
    : yield* pruneList(documents, person)
}

function* pruneList(items: readonly unknown[], person: PersonTest): Steps<Pruned<unknown[]>> {
  const pruned: Pruned<unknown>[] = []
  yield* stepThrough(items, (item) => pruned.push(prune(item, person)))
  return keepOthers(pruned)
}

interface Pruned<T> {
  readonly value: T
  readonly removed: number
  /** It is told here, in no list below: whoever holds this drops it. */
  readonly isHit: boolean
}

function keepOthers(pruned: readonly Pruned<unknown>[]): Pruned<unknown[]> {
  const kept = pruned.filter(({ isHit }) => !isHit)
  return { value: kept.map(({ value }) => value), removed: sum(pruned) + pruned.length - kept.length, isHit: false }
}

const isRecord = (item: unknown) => typeof item === 'object' && item !== null
// A list of plain values, gaps among them, belongs to the record around it.
const isListOfRecords = (value: unknown): value is unknown[] => Array.isArray(value) && value.some(isRecord)

function prune(value: unknown, person: PersonTest): Pruned<unknown> {
  if (isListOfRecords(value)) return keepOthers(value.map((item) => prune(item, person)))
  if (typeof value !== 'object' || value === null) return { value, removed: 0, isHit: person.isOfCell(value) }
  const parts = Object.entries(value).map(([key, item]) => [key, prune(item, person)] as const)
  return {
    value: Array.isArray(value) ? value : Object.fromEntries(parts.map(([key, part]) => [key, part.value])),
    removed: sum(parts.map(([, part]) => part)),
    isHit: parts.some(([, { isHit }]) => isHit) || person.isOfRow(Object.values(value)),
  }
}
