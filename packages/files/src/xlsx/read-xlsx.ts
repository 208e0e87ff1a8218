import type { Cell, Table } from '@kolibra/core/imports'
import { accept, refuse, type Outcome, type Refusal } from '@kolibra/core/shared'

import { checkArchive, checkDeclared, type ArchiveEntry } from '../unzip/index.ts'
import { hasStrayBracket } from './has-stray-bracket.ts'
import { openFast } from './open-fast.ts'
import { openWithLibrary } from './open-with-library.ts'
import { OddWorkbook } from './odd-workbook.ts'
import { openParts } from './read-parts.ts'
import { readSheets, type SheetOptions } from './read-sheets.ts'
import type { SheetRows } from './sheet-rows.ts'

/**
 * The sheets of a workbook that hold anything, hidden ones left out. Dates come as `YYYY-MM-DD HH:mm:ss` without a zone, errors as their
 * text (`#N/A`), formulas as their stored result, empty as null. Refuses with the archive's refusals, file.not_workbook, file.empty,
 * file.no_header, file.too_complex (more cells than the limit).
 */
export function readXlsx(bytes: Uint8Array, options: SheetOptions): Promise<Outcome<readonly Table[], Refusal>> {
  return openSheets(bytes, options, (sheets) => readSheets(sheets, options))
}

/** A sheet as it stands, without a header: its rows that hold something. */
export interface SheetCells {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

/** The visible sheets of a workbook as rows of cells. Refuses as `readXlsx`, but for a header. */
export function readCells(bytes: Uint8Array, options: SheetOptions): Promise<Outcome<readonly SheetCells[], Refusal>> {
  return openSheets(bytes, options, (sheets) => collectSheets(sheets, options))
}

async function collectSheets(
  sheets: readonly SheetRows[],
  { name: file, limits }: SheetOptions,
): Promise<Outcome<readonly SheetCells[], Refusal>> {
  const all: SheetCells[] = []
  let cells = 0
  for (const { name, rows: pieces } of sheets) {
    const rows: (readonly Cell[])[] = []
    for await (const piece of pieces) {
      rows.push(...piece)
      cells += piece.reduce((sum, row) => sum + row.length, 0)
      if (cells > limits.cells) return refuse({ code: 'file.too_complex', file, sheet: name, problem: 'cells' })
    }
    all.push({ name, rows })
  }
  return accept(all)
}

type ReadSheets<T> = (sheets: readonly SheetRows[]) => Promise<Outcome<T, Refusal>>

async function openSheets<T>(bytes: Uint8Array, options: SheetOptions, read: ReadSheets<T>): Promise<Outcome<T, Refusal>> {
  const { name: file } = options
  const archive = checkDeclared(bytes, options)
  if (!archive.ok) return archive
  const other = nameOtherPackage(archive.value)
  if (other !== null) return refuse({ code: 'file.not_workbook', file, looksLike: other })
  try {
    return await read(openFast(bytes, archive.value))
  } catch (error) {
    if (!(error instanceof OddWorkbook)) throw error
  }
  return readWithLibrary(bytes, options, read)
}

/** The library's way, for every workbook that is legal and out of the ordinary, and the judge of those that are broken. */
async function readWithLibrary<T>(bytes: Uint8Array, options: SheetOptions, read: ReadSheets<T>): Promise<Outcome<T, Refusal>> {
  const archive = checkArchive(bytes, options)
  if (!archive.ok) return archive
  const stray = findStray(bytes, archive.value)
  if (stray !== null) return refuse({ code: 'file.damaged_workbook', file: options.name, problem: `a tag in ${stray} does not end` })
  try {
    return await read(await openWithLibrary(bytes))
  } catch (error) {
    // The archive itself is sound by now, so what the parser cannot follow are the workbook's own parts.
    return refuse({ code: 'file.damaged_workbook', file: options.name, problem: error instanceof Error ? error.message : String(error) })
  }
}

function findStray(bytes: Uint8Array, entries: readonly ArchiveEntry[]): string | null {
  const parts = openParts(bytes, entries)
  const isStray = ({ name }: ArchiveEntry) => /\.(?:xml|rels)$/i.test(name) && hasStrayBracket(parts.read(name) ?? Buffer.alloc(0))
  return entries.find(isStray)?.name ?? null
}

/** What an archive is when it is no .xlsx workbook, or null when it is one. */
function nameOtherPackage(entries: readonly ArchiveEntry[]): string | null {
  const names = new Set(entries.map(({ name }) => name))
  const has = (start: string): boolean => entries.some(({ name }) => name.startsWith(start))
  if (names.has('xl/workbook.bin')) return 'xlsb'
  if (has('word/')) return 'docx'
  if (has('ppt/')) return 'pptx'
  if (names.has('[Content_Types].xml')) return null
  if (names.has('mimetype') && names.has('content.xml')) return 'ods'
  return has('Index/') ? 'numbers' : 'zip'
}
