import {
  describeImportRefusal,
  erasedIdOfHash,
  importInSteps,
  importStream,
  parsePastedBlock,
  type DecodedFile,
  type ErasedTest,
  type ImportedFile,
  type ImportOptions,
  type Mapping,
  type Reject,
  type TableStream,
} from '@kolibra/core/imports'
import type { Localized, Refusal } from '@kolibra/core/shared'
import { describeReadRefusal, isOddOnTheWay, readExport, STREAM_LIMITS, streamExport } from '@kolibra/files/read'
import type { Context } from '../platform/context.ts'
import { RequestError } from '../platform/request-error.ts'
import { sha256 } from '../platform/secrets.ts'
import type { ReadRecords } from './commit-import.ts'
import { passOn, takeSteps, type ReadWatch } from './read-watch.ts'
import { streamTable } from './stream-table.ts'
import { loadErasedTest } from './suppression-store.ts'
import { readBack } from './write-decoded.ts'

/** What a person uploads. `saidObservedOn` is a Shanghai day. */
export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
  /** True for a block of cells from the clipboard. */
  readonly isPasted: boolean
  readonly source: string
  readonly saidObservedOn: string | null
  /** How a person maps the columns of a table that no source knows. */
  readonly mapping?: Mapping | undefined
  readonly isErased: ErasedTest
  /** The Shanghai day it is imported on: nothing can have been seen later. */
  readonly today: string
  /** Its cells, where somebody decoded them already. */
  readonly decoded?: DecodedFile | undefined
}

/** What of an upload is asked at the moment it is read, not when it was sent. */
export type AskedWhenRead = 'isErased' | 'today'

/** Asks it. */
export const askWhenRead = async (ctx: Context): Promise<Pick<Upload, AskedWhenRead>> => ({
  isErased: await loadErasedTest(ctx),
  today: ctx.today,
})

const REJECTS_HELD = 100_000

/** Everything understood of one file; of a large csv in `pieces`, with the lists empty. */
export type ReadImport = ImportedFile & Pick<ReadRecords, 'pieces' | 'erasedIds'>

/** Reads and understands a file; one that cannot be read is refused as a whole, in one sentence, with record and column where there is one. */
export async function readRecords(upload: Upload, contentHash: string, watch: ReadWatch = {}): Promise<ReadImport> {
  const { source, saidObservedOn, mapping, today } = upload
  const { isErased, erasedIds } = noteErased(upload.isErased)
  const options = {
    source,
    mapping,
    isErased,
    sha256,
    keepsAuthorHash: true,
    today,
    importId: `sha256:${contentHash}`,
    ...(saidObservedOn === null ? {} : { saidObservedOn }),
  }
  const stream = streamUpload(upload)
  const streamed = stream === null ? null : await readInPieces(stream, options, watch)
  if (streamed !== null) return { ...streamed, erasedIds }
  const file = upload.decoded ?? (await decode(upload))
  const sliced = streamTable(file)
  const inSlices = sliced === null ? null : await readInPieces(sliced, options, watch)
  if (inSlices !== null) return { ...inSlices, erasedIds }
  const imported = await takeSteps(importInSteps(file, options), watch)
  if (!imported.ok) throw refuseFile(imported.refusals, describeImportRefusal)
  return { ...imported.value, erasedIds }
}

// Whose records were left out is known while the file is read, and nowhere afterwards. A hash stands in the file as it is.
function noteErased(isErased: ErasedTest): { isErased: ErasedTest; erasedIds: () => string[] } {
  const ids = new Set<string>()
  return {
    isErased: (platform, accountId) => isErased(platform, accountId) && ids.add(accountId.replace(erasedIdOfHash(''), '')) !== undefined,
    erasedIds: () => [...ids],
  }
}

/** A large csv in pieces; null for a file that is held. */
export function streamUpload({
  name,
  bytes,
  isPasted,
  decoded,
}: Pick<Upload, 'name' | 'bytes' | 'isPasted' | 'decoded'>): TableStream | null {
  return isPasted || decoded !== undefined || bytes.length < STREAM_LIMITS.fromBytes ? null : streamExport(bytes, name)
}

/** Reads a table twice, piece by piece, with room for other requests in between; null for a file that has to be held. */
async function readInPieces(stream: TableStream, options: ImportOptions, watch: ReadWatch): Promise<ReadImport | null> {
  try {
    const looked = await takeSteps(importStream(stream, options), watch, [0, 0.5])
    if (looked === null) return null
    if (!looked.ok) throw refuseFile(looked.refusals, describeImportRefusal)
    const { pieces, settle, report } = looked.value
    const rejects: Reject[] = []
    for (const piece of settle()) {
      if (rejects.length < REJECTS_HELD) rejects.push(...piece.rejects)
      await passOn(0.5 + piece.share / 2, watch)
    }
    return { report: report(), accounts: [], posts: [], comments: [], orders: [], series: [], rejects, pieces }
  } catch (error) {
    if (isOddOnTheWay(error)) return null
    throw error
  }
}

/** The cells of a file, before anything in them is understood. */
export async function decode({ name, bytes, isPasted }: Pick<Upload, 'name' | 'bytes' | 'isPasted'>): Promise<DecodedFile> {
  if (isPasted) return parsePastedBlock(new TextDecoder().decode(bytes))
  const file = await readExport(bytes, { name })
  if (!file.ok) throw refuseFile(file.refusals, describeReadRefusal)
  return readBack(file.value)
}

function refuseFile(refusals: readonly Refusal[], describe: (refusal: Refusal) => Localized): RequestError {
  const [first] = refusals
  return new RequestError('import.refused', {
    reason: first?.code,
    refusals,
    ...(first === undefined ? {} : { sentence: describe(first) }),
  })
}
