import type { DecodedFile } from './decoded-file.ts'
import { stepThrough, type Steps } from './steps.ts'

const SAMPLED = 500
const SAMPLES = new WeakMap<DecodedFile, DecodedFile>()

/**
 * As much of a file as tells what it is of: the first records of every table or list, and each later object that brings a new key. Asking
 * thirty sources about all of a large file would take seconds.
 */
export function* sampleFile(file: DecodedFile): Steps<DecodedFile> {
  const known = SAMPLES.get(file)
  if (known !== undefined) return known
  const sample = file.shape === 'table' ? sampleTables(file) : { ...file, documents: yield* sampleDocuments(file.documents) }
  SAMPLES.set(file, sample)
  return sample
}

function sampleTables(file: Extract<DecodedFile, { shape: 'table' }>): DecodedFile {
  return { ...file, tables: file.tables.map((table) => ({ ...table, rows: table.rows.slice(0, SAMPLED) })) }
}

function* sampleDocuments(documents: readonly unknown[]): Steps<unknown[]> {
  const kept: unknown[] = []
  for (const document of yield* sampleItems(documents)) kept.push(yield* sampleWithin(document, 0))
  return kept
}

// `{ data: { authors: […] } }` is as deep as a stored response of a search has its list.
const DEEPEST_LIST = 3

function* sampleWithin(value: unknown, depth: number): Steps<unknown> {
  if (Array.isArray(value)) return yield* sampleItems(value)
  if (typeof value !== 'object' || value === null || depth === DEEPEST_LIST) return value
  const sampled: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) sampled[key] = yield* sampleWithin(item, depth + 1)
  return sampled
}

function* sampleItems(items: readonly unknown[]): Steps<readonly unknown[]> {
  if (items.length <= SAMPLED) return items
  const kept: unknown[] = []
  const keys = new Set<string>()
  yield* stepThrough(items, (item) => {
    const met = keys.size
    if (typeof item === 'object' && item !== null && !Array.isArray(item)) for (const key of Object.keys(item)) keys.add(key)
    if (kept.length < SAMPLED || keys.size > met) kept.push(item)
  })
  return kept
}
