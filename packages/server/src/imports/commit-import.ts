import type {
  Account,
  Comment,
  ImportedPiece,
  ImportReport,
  Mapping,
  PlainLayout,
  PlainRow,
  PlainTaker,
  Post,
  SeriesPoint,
} from '@kolibra/core/imports'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { CopyRows } from '../platform/copy-rows.ts'
import {
  checkKeysAgain,
  clearStaging,
  openStaging,
  stageRows,
  trustStagedIds,
  writeStagedRow,
  type StagedRow,
} from '../platform/staging-store.ts'
import { oneAhead } from '../platform/one-ahead.ts'
import { eraseFromTheseFiles } from './erase-raw-files.ts'
import { holdOffErasures, insertImport, keepRawFile } from './import-store.ts'
import { refuseComingDays } from './refuse-coming-days.ts'
import { passOn, type ReadWatch } from './read-watch.ts'
import { countErased, hasSuppressedRows } from './suppression-store.ts'

/** What was understood of one file. */
export interface ReadRecords {
  readonly report: ImportReport
  readonly accounts: readonly Account[]
  readonly posts: readonly Post[]
  readonly comments?: readonly Comment[]
  readonly series?: readonly SeriesPoint[]
  /** Of a large file: what was understood, piece by piece, as often as it is asked for; `accounts` and `posts` are empty then. */
  readonly pieces?: (take?: PlainTaker) => Iterable<ImportedPiece>
  /** Accounts of the file whose person was erased: their records leave the raw file too. */
  readonly erasedIds?: () => string[]
}

/** Whoever owns the records: an import only hands them over. All of it runs in the import's transaction. */
export interface Receivers {
  readonly receive: (ctx: Context, kept: { readonly importId: string; readonly report: ImportReport }) => Receiver
}

/** One import on its way to its owner. */
export interface Receiver {
  /** Turns what was understood into rows to stage. */
  readonly rowsOf: (piece: ImportedPiece) => StagedRow[]
  /** The same for one plain row; null for one that has to come as a draft. */
  readonly rowOfPlain: (row: PlainRow, layout: PlainLayout) => StagedRow | null
  /** Takes what is staged to where it stays. A thing is never staged in parts. */
  readonly move: () => Promise<void>
  /** Called last, with all records in place. */
  readonly finish: () => Promise<void>
}

/** A file that was read, on its way into the workspace. */
export interface CommittedFile {
  readonly contentHash: string
  readonly bytes: Uint8Array
  readonly records: ReadRecords
  readonly saidObservedOn: string | null
  readonly mapping?: Mapping | undefined
  /** How many were erased when it was read: with one more it has to be read again. Who hands over records of its own leaves it out. */
  readonly erasedBefore?: number | undefined
  /** The id under which its bytes are kept already, by `keepRawFile` in this transaction. */
  readonly keptAs?: string | undefined
  /** Told how much was taken over; its signal ends the import up to its last step, with nothing kept. */
  readonly watch?: ReadWatch | undefined
}

const TOGETHER = 500
// So much is staged at once, some 50,000 rows of numbers: the database holds it in memory, and emptying its place waits for the disk.
const STAGED_BYTES = 24 << 20
// At first less, so that the database soon has something to do.
const FIRST_BYTES = 3 << 20
const MOVED_SHARE = 0.95

/**
 * Keeps an import with everything in it, in the one transaction of `ctx` (of the owner role): a killed server leaves all of it or nothing.
 * The id it returns is acknowledged only after the commit. Refuses a series with a day that has not come (`request.invalid`).
 */
export async function commitImport(ctx: Context, receivers: Receivers, input: CommittedFile): Promise<string> {
  const { records, watch = {} } = input
  const { report } = records
  refuseComingDays(
    ctx,
    (records.series ?? []).map(({ day }) => day),
  )
  await holdOffErasures(ctx)
  if (input.erasedBefore !== undefined && (await countErased(ctx)) !== input.erasedBefore) throw new RequestError('state.lost_race')
  const importId = input.keptAs ?? ctx.mintId()
  const receiver = receivers.receive(ctx, { importId, report })
  // The first rows are made from here on.
  const batches = oneAhead(batchesOf(records, receiver, watch))
  const isNew = await insertImport(ctx, { ...input, importId, report })
  if (!isNew) throw new RequestError('state.lost_race')
  if (input.keptAs === undefined) await keepRawFile(ctx, { importId, bytes: input.bytes })
  const ids = records.erasedIds?.() ?? []
  if (ids.length > 0) await eraseFromTheseFiles(ctx, { erasureId: ctx.mintId(), importIds: [importId], words: { ids } })
  await openStaging(ctx)
  await trustStagedIds(ctx)
  for await (const { blocks, share } of batches) {
    await stageRows(ctx, blocks)
    // Somebody in the file was erased since it was read: it has to be read again.
    if (await hasSuppressedRows(ctx)) throw new RequestError('state.lost_race')
    await receiver.move()
    await clearStaging(ctx)
    await passOn(share * MOVED_SHARE, watch)
  }
  await checkKeysAgain(ctx)
  await recordEvent(ctx, { name: 'import.committed', subject: { kind: 'import', id: importId } })
  await receiver.finish()
  await passOn(1, watch)
  return importId
}

interface Batch {
  readonly blocks: readonly Uint8Array[]
  readonly share: number
}

// One piece at a time, with room for other requests in between.
async function* batchesOf(records: ReadRecords, receiver: Receiver, { signal }: ReadWatch): AsyncGenerator<Batch> {
  const rows = new CopyRows()
  let share = 1
  let wanted = FIRST_BYTES
  const takePlain: PlainTaker = (plain, layout) => {
    const row = receiver.rowOfPlain(plain, layout)
    if (row !== null) writeStagedRow(rows, row)
    return row !== null
  }
  for (const piece of records.pieces?.(takePlain) ?? piecesOf(records)) {
    for (const row of receiver.rowsOf(piece)) writeStagedRow(rows, row)
    share = piece.share
    await passOn(share, { signal })
    if (rows.size() < wanted) continue
    yield { blocks: rows.take(), share }
    wanted = Math.min(wanted * 2, STAGED_BYTES)
  }
  if (rows.hasRows()) yield { blocks: rows.take(), share }
}

function* piecesOf({ accounts, posts, comments = [], series = [] }: ReadRecords): Generator<ImportedPiece> {
  const most = Math.max(accounts.length, posts.length, comments.length, series.length)
  for (let from = 0; from < most; from += TOGETHER) {
    const to = from + TOGETHER
    const cut = <T>(things: readonly T[]) => things.slice(from, to)
    const share = Math.min(1, to / most)
    yield { drafts: [], merged: cut(accounts), posts: cut(posts), comments: cut(comments), series: cut(series), rejects: [], share }
  }
}
