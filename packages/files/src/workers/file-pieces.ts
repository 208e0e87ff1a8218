import type { Cell, DecodedFile, Table } from '@kolibra/core/imports'
import type { Outcome, Refusal } from '@kolibra/core/shared'

type Rows = Table['rows'][number]

/** What crosses from the reading thread, in order: a table before its rows, the file's other facts last. */
export type FilePiece =
  | { readonly kind: 'table'; readonly name: string; readonly header: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly Rows[] }
  | { readonly kind: 'documents'; readonly documents: readonly unknown[] }
  /** A document that is a long list, and then its items. */
  | { readonly kind: 'list' }
  | { readonly kind: 'items'; readonly items: readonly unknown[] }
  | { readonly kind: 'done'; readonly file: Pick<DecodedFile, 'name' | 'encoding' | 'shape'> }
  | { readonly kind: 'refused'; readonly outcome: Outcome<DecodedFile, Refusal> }

// A few milliseconds of the thread that takes them in.
const CELLS_TOGETHER = 20_000
const DOCUMENTS_TOGETHER = 200

/** Cuts a file into pieces that are quickly taken in. */
export function* splitFile(file: DecodedFile): Generator<FilePiece> {
  const { name, encoding, shape } = file
  if (file.shape === 'table')
    for (const table of file.tables) {
      yield { kind: 'table', name: table.name, header: table.header }
      yield* splitRows(table)
    }
  else yield* splitDocuments(file.documents)
  yield { kind: 'done', file: { name, encoding, shape } }
}

function* splitDocuments(documents: readonly unknown[]): Generator<FilePiece> {
  const [only] = documents
  if (documents.length === 1 && Array.isArray(only)) {
    yield { kind: 'list' }
    for (const items of slices(only)) yield { kind: 'items', items }
  } else for (const slice of slices(documents)) yield { kind: 'documents', documents: slice }
}

function* slices(items: readonly unknown[]): Generator<readonly unknown[]> {
  for (let at = 0; at < items.length; at += DOCUMENTS_TOGETHER) yield items.slice(at, at + DOCUMENTS_TOGETHER)
}

function* splitRows({ header, rows }: Table): Generator<FilePiece> {
  const together = Math.max(1, Math.floor(CELLS_TOGETHER / Math.max(1, header.length)))
  for (let at = 0; at < rows.length; at += together) yield { kind: 'rows', rows: rows.slice(at, at + together) }
}

/** Puts the pieces together again; `take` answers with the file once it is whole. */
export function joinFile(): (piece: FilePiece) => DecodedFile | null {
  const tables: { name: string; header: readonly string[]; rows: Rows[] }[] = []
  const documents: unknown[] = []
  const list: unknown[] = []
  const share = makeTextSharer()
  return (piece) => {
    if (piece.kind === 'table') tables.push({ name: piece.name, header: piece.header, rows: [] })
    if (piece.kind === 'rows') for (const row of piece.rows) tables.at(-1)?.rows.push(row.map(share))
    if (piece.kind === 'documents') for (const document of piece.documents) documents.push(document)
    if (piece.kind === 'list') documents.push(list)
    if (piece.kind === 'items') for (const item of piece.items) list.push(item)
    if (piece.kind !== 'done') return null
    const { name, encoding, shape } = piece.file
    return shape === 'table' ? { name, encoding, shape, tables } : { name, encoding, shape, documents }
  }
}

const SHARED_TEXTS_MAX = 50_000

// Every text crosses as a copy of its own, and a sheet says the same few thousand words a million times.
function makeTextSharer(): (cell: Cell) => Cell {
  const texts = new Map<string, string>()
  return (cell) => {
    if (typeof cell !== 'string') return cell
    const known = texts.get(cell)
    if (known === undefined && texts.size < SHARED_TEXTS_MAX) texts.set(cell, cell)
    return known ?? cell
  }
}
