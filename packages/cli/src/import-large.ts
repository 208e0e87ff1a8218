import { withType } from '@kolibra/core/creators'
import { completeAccount, importStream, runSteps, type ImportedPiece, type ImportOptions, type StreamedImport } from '@kolibra/core/imports'
import { accept, type Outcome, type Refusal } from '@kolibra/core/shared'
import { isOddOnTheWay, STREAM_LIMITS, streamExport } from '@kolibra/files/read'
import { hasUndated, type ReportedFile } from './render-import.ts'
import { columnsOf, type ImportWriter } from './write-imports.ts'

/** A large csv that was understood without being held. */
export interface LargeImport extends ReportedFile {
  /** Hands everything in it to a writer, piece by piece. */
  readonly writeTo: (writer: ImportWriter) => void
}

/**
 * Reads a large csv in pieces; null for a file that has to be held. The numbers of its first records say whether it is dated. Refuses as
 * importRecords does.
 */
export function importLarge(bytes: Uint8Array, name: string, options: ImportOptions): Outcome<LargeImport, Refusal> | null {
  if (bytes.length < STREAM_LIMITS.fromBytes || bytes.length > STREAM_LIMITS.fileBytes) return null
  try {
    const stream = streamExport(bytes, name)
    const looked = stream === null ? null : runSteps(importStream(stream, options))
    if (looked === null || !looked.ok) return looked
    return accept(settle(looked.value))
  } catch (error) {
    if (isOddOnTheWay(error)) return null
    throw error
  }
}

function settle({ pieces, settle: settleAll, report: makeReport }: StreamedImport): LargeImport {
  const columns = new Set<string>()
  for (const { rejects } of settleAll()) for (const column of columnsOf(rejects)) columns.add(column)
  const report = makeReport()
  return {
    report,
    isUndated: isStartUndated(pieces()),
    writeTo: (writer) => {
      for (const piece of pieces()) {
        writer.add({ accounts: accountsOf(piece), posts: [...piece.posts] })
        writer.addRejects(report.file, piece.rejects, [...columns])
      }
    },
  }
}

const accountsOf = ({ drafts, merged }: ImportedPiece) => [...drafts.map(completeAccount), ...merged].map(withType)

function isStartUndated(pieces: Iterable<ImportedPiece>): boolean {
  for (const piece of pieces) {
    const accounts = accountsOf(piece)
    if (accounts.length + piece.posts.length > 0) return hasUndated({ accounts, posts: [...piece.posts] })
  }
  return false
}
