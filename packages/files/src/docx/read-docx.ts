import { inflateRawSync } from 'node:zlib'
import { accept, refuse, type Outcome, type Refusal } from '@kolibra/core/shared'
import { checkArchive, findPacked, type ArchiveLimits } from '../unzip/index.ts'
import { MAIN_PART, SOURCE_PART } from './docx-parts.ts'
import { readParagraphs } from './read-paragraphs.ts'

// A text of a million characters packs into far less; what unpacks to more is no draft.
const LIMITS: ArchiveLimits = { archiveEntries: 5_000, unpackedBytes: 200 * 1024 * 1024, unpackedRatio: 200 }
// The words of a long book; pictures are not among them.
const LARGEST_TEXT_BYTES = 20 * 1024 * 1024
const STORED = 0

/** The parts of a Word document that are read; null: it has no such part. */
export interface DocxParts {
  readonly main: string
  readonly source: string | null
}

/** Opens a document. Refuses with file.truncated, file.encrypted, file.zip_bomb, file.not_docx, file.has_macros. */
export function openDocx(bytes: Uint8Array, { name }: { name: string }): Outcome<DocxParts, Refusal> {
  const checked = checkArchive(bytes, { name, limits: LIMITS })
  if (!checked.ok) return checked
  const entries = checked.value
  const read = (part: string): string | null => {
    const entry = entries.find((one) => one.name === part)
    const packed = entry === undefined ? null : findPacked(bytes, entry)
    if (entry === undefined || packed === null) return null
    return (entry.method === STORED ? Buffer.from(packed) : inflateRawSync(packed)).toString('utf8')
  }
  if (entries.some((entry) => /(?:^|\/)vbaProject\.bin$/i.test(entry.name))) return refuse({ code: 'file.has_macros', file: name })
  const isHuge = entries.some((entry) => [MAIN_PART, SOURCE_PART].includes(entry.name) && entry.unpackedBytes > LARGEST_TEXT_BYTES)
  if (isHuge) return refuse({ code: 'file.zip_bomb', file: name, problem: 'size' })
  const main = read(MAIN_PART)
  if (main === null) return refuse({ code: 'file.not_docx', file: name })
  return accept({ main, source: read(SOURCE_PART) })
}

/**
 * The text of a Word document as a reader sees it: one line per paragraph, insertions in, deletions and field codes out. Headers,
 * footers, comments and notes are not part of it. Refuses as `openDocx`.
 */
export function readDocx(bytes: Uint8Array, { name }: { name: string }): Outcome<string, Refusal> {
  const opened = openDocx(bytes, { name })
  return opened.ok ? accept(readParagraphs(opened.value.main).join('\n')) : opened
}
