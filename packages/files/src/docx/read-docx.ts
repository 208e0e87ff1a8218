import { inflateRawSync } from 'node:zlib'
import { accept, refuse, type Outcome, type Refusal } from '@kolibra/core/shared'
import { checkArchive, findPacked, type ArchiveLimits } from '../unzip/index.ts'
import { readParagraphs } from './read-paragraphs.ts'

// A text of a million characters packs into far less; what unpacks to more is no draft.
const LIMITS: ArchiveLimits = { archiveEntries: 5_000, unpackedBytes: 200 * 1024 * 1024, unpackedRatio: 200 }
const MAIN_PART = 'word/document.xml'
const STORED = 0

/**
 * The text of a Word document as a reader sees it: one line per paragraph, insertions in, deletions and field codes out. Headers,
 * footers, comments and notes are not part of it. Refuses with file.truncated, file.encrypted, file.zip_bomb, file.not_docx.
 */
export function readDocx(bytes: Uint8Array, { name }: { name: string }): Outcome<string, Refusal> {
  const checked = checkArchive(bytes, { name, limits: LIMITS })
  if (!checked.ok) return checked
  const entry = checked.value.find((one) => one.name === MAIN_PART)
  const packed = entry === undefined ? null : findPacked(bytes, entry)
  if (entry === undefined || packed === null) return refuse({ code: 'file.not_docx', file: name })
  const xml = entry.method === STORED ? Buffer.from(packed) : inflateRawSync(packed)
  return accept(readParagraphs(xml.toString('utf8')).join('\n'))
}
