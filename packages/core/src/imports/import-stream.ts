import { accept, refuse, type Outcome, type Refusal } from '../shared/index.ts'
import type { AccountDraft } from './account-draft.ts'
import type { Account } from './account-schema.ts'
import { chooseMapped } from './mapping/choose-mapped.ts'
import { makeGlance, startLook, startSink, takePlain, takeRecord, type ImportOptions, type RunStart, type Sink } from './import-run.ts'
import { makeReport } from './make-report.ts'
import { makeKeySet, type KeySet } from './key-set.ts'
import { lookAtBytes, type ByteLook } from './look-at-bytes.ts'
import { identifyAccount } from './normalise-account.ts'
import { identifyPost } from './normalise-post.ts'
import type { PlainTaker } from './plain-row.ts'
import type { PlainReader } from './read-plain-rows.ts'
import { openTables, type OpenTables } from './read-table.ts'
import type { ImportContext } from './record-view.ts'
import type { Comment, ImportReport, Post, Reject, SeriesPoint } from './schema.ts'
import type { SourceRecord, TableReading } from './source.ts'
import type { TableStream } from './table-stream.ts'

/** Things understood of some records. A thing comes once, whole: as a draft, or merged when several records speak of it. */
export interface ImportedPiece {
  readonly drafts: readonly AccountDraft[]
  readonly merged: readonly Account[]
  readonly posts: readonly Post[]
  /** Only of files that are held whole. */
  readonly comments?: readonly Comment[]
  readonly series?: readonly SeriesPoint[]
  readonly rejects: readonly Reject[]
  /** How much of the file was understood with it, 0–1. */
  readonly share: number
}

/** A file that was looked through once: what is proved is known, its records are still to be taken. */
export interface StreamedImport {
  /** All of it, as often as it is asked for; what `take` takes is in no piece. */
  readonly pieces: (take?: PlainTaker) => Iterable<ImportedPiece>
  /** What the report needs and no more, in place of `pieces` for whoever wants nothing handed over. */
  readonly settle: () => Iterable<Pick<ImportedPiece, 'rejects' | 'share'>>
  /** When all pieces were taken, or all was settled. */
  readonly report: () => ImportReport
}

/**
 * What importRecords does, for a table in pieces: the first pass proves units and finds what is met twice, and then the second, `pieces` of
 * the result, understands and hands over. Yields after each piece of the first pass the share of the file that was seen, so that whoever
 * drives it may do other work in between. Null when the file's source cannot be read so. Refuses as importRecords does.
 */
export function* importStream(stream: TableStream, options: ImportOptions): Generator<number, Outcome<StreamedImport, Refusal> | null> {
  const chosen = chooseMapped(stream.head, options)
  if (!chosen.ok) return chosen
  const { table, holds } = chosen.value.source
  if (table === undefined || holds === 'comments' || holds === 'series') return null
  const start: RunStart = { file: stream.head, options, ...chosen.value }
  const seen = yield* lookAtBytes(stream, table, start)
  const looked = seen ?? (yield* lookThrough(stream, table, start))
  if (looked === null || seen?.records === 0) return refuse({ code: 'import.no_records', name: stream.head.name, source: start.source.id })
  return accept(takeAgain(stream, table, { start, ctx: looked.ctx, keys: looked.keys, seen }))
}

/** Hands every record of the tables to `take`; yields the share of the file that was walked, piece by piece. */
export function* walk(stream: TableStream, { readers }: OpenTables, take: (record: SourceRecord) => void): Generator<number> {
  const skip = readers.map((reader) => reader?.skippedRows ?? 0)
  for (const { rows, share, table = 0 } of stream.pieces()) {
    const reader = readers[table] ?? null
    const skipped = Math.min(skip[table] ?? 0, rows.length)
    skip[table] = (skip[table] ?? 0) - skipped
    for (const row of reader === null ? [] : rows.slice(skipped)) {
      const record = reader?.readRow(row) ?? null
      if (record !== null) take(record)
    }
    yield share
  }
}

interface Looked {
  readonly ctx: ImportContext
  readonly keys: KeySet
}

function* lookThrough(stream: TableStream, reading: TableReading, start: RunStart): Generator<number, Looked | null> {
  const tables = openTables(stream.head, reading)
  const look = startLook(start, tables.facts().scales)
  const keys = makeKeySet()
  const identify = start.source.holds === 'posts' ? identifyPost : identifyAccount
  let glance = makeGlance(start, tables.facts())
  let records = 0
  const lookAt = (record: SourceRecord) => {
    records += 1
    if (tables.columns.size !== glance.reading.columns.length) glance = makeGlance(start, tables.facts())
    look.add(record)
    const found = identify(record, glance)
    if (found !== null) keys.add(found.platform, found.id)
    glance.problems.kept.length = 0
  }
  yield* walk(stream, tables, lookAt)
  return records === 0 ? null : { ctx: look.settle(tables.facts()), keys }
}

function takeAgain(
  stream: TableStream,
  reading: TableReading,
  { start, ctx, keys, seen }: Looked & { start: RunStart; seen: ByteLook | null },
): StreamedImport {
  let last: ImportReport | null = null
  // What is noted on the way belongs to one pass alone.
  const startPass = () => ({ ...ctx, problems: { kept: [], unlisted: 0 }, notes: new Set(ctx.notes) })
  function* pieces(take?: PlainTaker): Generator<ImportedPiece> {
    const tables = openTables(stream.head, reading)
    const own = startPass()
    const given = { accounts: 0, posts: 0 }
    let drafts: AccountDraft[] = []
    let posts: Post[] = []
    const sink = startSink({
      isSingle: (platform, id) => !keys.isRepeated(platform, id),
      giveAccount: (draft) => void drafts.push(draft),
      givePost: (post) => void posts.push(post),
    })
    const walked =
      seen === null
        ? walk(stream, tables, (record) => takeRecord(record, own, sink))
        : walkSeen(seen, { own, sink, take: (row, layout) => take?.(row, layout) === true && (given.accounts += 1) > 0 })
    for (const share of walked) {
      const piece = { drafts, merged: [], posts, rejects: sink.rejects, share }
      given.accounts += drafts.length
      given.posts += posts.length
      drafts = []
      posts = []
      sink.rejects = []
      yield piece
    }
    yield* merged(sink)
    last = makeReport(start, { ctx: own, sink, given })
  }
  function* settle({ all, recordAt, others, records }: ByteLook): Generator<Pick<ImportedPiece, 'rejects' | 'share'>> {
    const own = startPass()
    const given = { accounts: others, posts: 0 }
    const sink = startSink({
      isSingle: (platform, id) => !keys.isRepeated(platform, id),
      giveAccount: () => void (given.accounts += 1),
      givePost: () => void (given.posts += 1),
    })
    for (const each of all()) {
      const record = each.isMarked ? recordAt(each) : null
      if (record === null) continue
      takeRecord(record, own, sink)
      if (sink.records % SETTLED_TOGETHER !== 0) continue
      yield { rejects: sink.rejects, share: each.record / records }
      sink.rejects = []
    }
    sink.records = records
    last = makeReport(start, { ctx: own, sink, given })
    yield { rejects: sink.rejects, share: 1 }
  }
  const report = () => {
    if (last === null) throw new Error('A report was asked for before all pieces were taken')
    return last
  }
  return { pieces, settle: () => (seen === null ? pieces() : settle(seen)), report }
}

const SETTLED_TOGETHER = 200
const GIVEN_TOGETHER = 128

/** As `walk`, for a table that was looked at over its bytes: what is plain there is understood from the bytes too. */
function* walkSeen(
  { all, recordAt, meet, makeReader, records }: ByteLook,
  { own, sink, take }: { own: ImportContext; sink: Sink; take: PlainTaker },
): Generator<number> {
  const reader = makeReader(own)
  for (const each of all()) {
    if (each.isMarked || reader === null) {
      const record = recordAt(each)
      if (record !== null) takeRecord(record, own, sink)
    } else {
      meet(each.at)
      takePlainRow(reader, { sink, take })
    }
    if (each.record % GIVEN_TOGETHER === 0) yield each.record / records
  }
  yield 1
}

// A row that is not marked speaks of somebody whom no other row speaks of.
function takePlainRow({ row, draft, layout }: PlainReader, { sink, take }: { sink: Sink; take: PlainTaker }): void {
  const met = row()
  if (!met.isWhole || !take(met, layout)) return takePlain(draft(), sink)
  sink.records += 1
  sink.hasQuotes ||= layout.quotes.some(({ slot }) => !Number.isNaN(met.numbers[slot]))
}

const MERGED_TOGETHER = 1000

// What several records speak of is whole only at the end.
function* merged({ accounts, posts }: Sink): Generator<ImportedPiece> {
  const both = { accounts: [...accounts.things.values()], posts: [...posts.things.values()] }
  for (let from = 0; from < Math.max(both.accounts.length, both.posts.length); from += MERGED_TOGETHER) {
    const to = from + MERGED_TOGETHER
    yield { drafts: [], merged: both.accounts.slice(from, to), posts: both.posts.slice(from, to), rejects: [], share: 1 }
  }
}
