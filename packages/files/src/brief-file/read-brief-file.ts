import { isSectionName, readBriefText, type ReadBrief } from '@kolibra/core/briefs'
import type { Cell } from '@kolibra/core/imports'
import { accept, refuse, type Outcome, type Refusal } from '@kolibra/core/shared'
import { decodeText, sniffFormat } from '../decode/index.ts'
import { readBriefDocx } from '../docx/index.ts'
import { checkDeclared } from '../unzip/index.ts'
import { readCells } from '../xlsx/index.ts'

// A brief is a few pages; a workbook of more cells than this is an export.
const LIMITS = { archiveEntries: 5_000, unpackedBytes: 64 * 1024 * 1024, unpackedRatio: 200, cells: 100_000 }

const tell = (cell: Cell) => String(cell ?? '').trim()

/** A row as a reader sees it: a section's name in front heads what stands beside it. */
function writeRow(row: readonly Cell[]): string[] {
  const [first = '', ...rest] = row.map(tell).filter((text) => text !== '')
  if (rest.length === 0 || !isSectionName(first)) return [[first, ...rest].join(' · ')]
  return [first, rest.join(' · ')]
}

async function readWorkbook(bytes: Uint8Array, name: string): Promise<Outcome<ReadBrief, Refusal>> {
  const sheets = await readCells(bytes, { name, limits: LIMITS })
  if (!sheets.ok) return sheets
  return accept(readBriefText(sheets.value.flatMap(({ rows }) => rows.flatMap(writeRow)).join('\n')))
}

async function readArchive(bytes: Uint8Array, name: string): Promise<Outcome<ReadBrief, Refusal>> {
  const archive = checkDeclared(bytes, { name, limits: LIMITS })
  if (!archive.ok) return archive
  const names = archive.value.map((entry) => entry.name)
  if (names.some((one) => /(?:^|\/)vbaProject\.bin$/i.test(one))) return refuse({ code: 'file.has_macros', file: name })
  if (names.includes('word/document.xml')) return readBriefDocx(bytes, { name })
  if (names.includes('xl/workbook.xml')) return readWorkbook(bytes, name)
  return refuse({ code: 'file.not_brief', file: name })
}

/**
 * A brief from a file, told by its bytes: .docx, .xlsx, or a text in any encoding. Headings are known by their usual names; every line
 * that found no place is handed back. Refuses with file.not_brief, file.has_macros, file.truncated, file.encrypted, file.zip_bomb,
 * file.too_complex, file.damaged_workbook.
 */
export async function readBriefFile(bytes: Uint8Array, { name }: { name: string }): Promise<Outcome<ReadBrief, Refusal>> {
  const format = sniffFormat(bytes)
  if (format.kind === 'zip') return readArchive(bytes, name)
  if (format.kind === 'ole2' && format.isEncrypted) return refuse({ code: 'file.encrypted', file: name })
  const decoded = format.kind === 'text' && bytes.length > 0 ? decodeText(bytes) : null
  if (decoded === null) return refuse({ code: 'file.not_brief', file: name })
  if (decoded.isCut) return refuse({ code: 'file.truncated', file: name })
  return accept(readBriefText(decoded.text))
}
