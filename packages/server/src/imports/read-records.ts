import { describeImportRefusal, importRecords, parsePastedBlock, type DecodedFile, type ImportedFile } from '@kolibra/core/imports'
import type { Localized, Refusal } from '@kolibra/core/shared'
import { describeReadRefusal, readExport } from '@kolibra/files/read'
import { RequestError } from '../platform/request-error.ts'

/** What a person uploads. `saidObservedOn` is a Shanghai day. */
export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
  /** True for a block of cells from the clipboard. */
  readonly isPasted: boolean
  readonly source: string
  readonly saidObservedOn: string | null
}

/** Reads and understands a file; one that cannot be read is refused as a whole, in one sentence, with record and column where there is one. */
export async function readRecords(upload: Upload, contentHash: string): Promise<ImportedFile> {
  const { source, saidObservedOn } = upload
  const options = { source, importId: `sha256:${contentHash}`, ...(saidObservedOn === null ? {} : { saidObservedOn }) }
  const imported = importRecords(await decode(upload), options)
  if (!imported.ok) throw refuseFile(imported.refusals, describeImportRefusal)
  if (holdsNothingKept(imported.value))
    throw refuseFile([{ code: 'import.not_kept', source: imported.value.report.source.id }], describeImportRefusal)
  return imported.value
}

// An import that says "accepted" and shows nothing afterwards would be a lie.
function holdsNothingKept({ accounts, posts, comments, series }: ImportedFile): boolean {
  return accounts.length + posts.length === 0 && comments.length + series.length > 0
}

async function decode({ name, bytes, isPasted }: Upload): Promise<DecodedFile> {
  if (isPasted) return parsePastedBlock(new TextDecoder().decode(bytes))
  const file = await readExport(bytes, { name })
  if (!file.ok) throw refuseFile(file.refusals, describeReadRefusal)
  return file.value
}

function refuseFile(refusals: readonly Refusal[], describe: (refusal: Refusal) => Localized): RequestError {
  const [first] = refusals
  return new RequestError('import.refused', {
    reason: first?.code,
    refusals,
    ...(first === undefined ? {} : { sentence: describe(first) }),
  })
}
