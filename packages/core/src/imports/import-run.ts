import { writeNote } from './describe-note.ts'
import { completeAccount, type AccountDraft } from './account-draft.ts'
import type { Sha256 } from '../shared/index.ts'
import { addAccount, addLatest, addPost, startCollecting, type Collected } from './collect.ts'
import type { Account, RecentPost } from './account-schema.ts'
import { blankContacts } from './blank-contacts.ts'
import type { DecodedFile } from './decoded-file.ts'
import { isErasedAuthor, isErasedSubject, isErasedWriter, namesErased } from './erased-records.ts'
import type { Mapping } from './mapping/mapping-schema.ts'
import { makeColumnFinder, readHeader } from './match-columns.ts'
import { normaliseAccount } from './normalise-account.ts'
import { normaliseComment } from './normalise-comment.ts'
import { normalisePost } from './normalise-post.ts'
import { normaliseSeries } from './normalise-series.ts'
import { readNumber } from './parse-number.ts'
import { firstUnseen, readDayInName, readTime } from './parse-time.ts'
import { startUnits, type UnitTally } from './prove-units.ts'
import type { TitledPost } from './read-recent-posts.ts'
import type { Comment, Post, Reject, SeriesPoint } from './schema.ts'
import { isUnseen, listUsable, noteProblem, type ErasedTest, type ImportContext } from './record-view.ts'
import { cellOf, type ReadingFacts, type RecordFault, type Source, type SourceRecord } from './source.ts'

/** How a file is to be read. `importId` is `sha256:…` of its bytes; `saidObservedOn` a Shanghai day (or moment) the person gave. */
export interface ImportOptions {
  readonly source: 'auto' | (string & {})
  readonly importId: string
  readonly saidObservedOn?: string | undefined
  /** The Shanghai day on which the file is imported: what was observed later than the day after it is a slip. Without it none is told. */
  readonly today?: string | undefined
  /** Keys of people who comment are hashes: without it they are not known. */
  readonly sha256?: Sha256 | undefined
  /** Whether posts keep the pseudonym of their author: only where it is compared with the ids of accounts held, and goes no further. */
  readonly keepsAuthorHash?: boolean | undefined
  /** A person's own mapping, in place of a known source or on top of it. */
  readonly mapping?: Mapping | undefined
  /** Whether this account's person was erased: their records are rejected as `id.erased`, and nothing of them is kept. */
  readonly isErased?: ErasedTest | undefined
}

/** What is known of a file before its records. */
export interface RunStart {
  readonly file: Pick<DecodedFile, 'name' | 'encoding'>
  readonly source: Source
  readonly confidence: number
  readonly options: ImportOptions
}

/** The first look at every record: what may be said of a column only when all of them were seen. */
export interface FirstLook {
  readonly add: (record: SourceRecord) => void
  /** Share columns of which no number above 1 was seen yet. */
  readonly open: Set<string>
  /** The counting of `add` for whoever has the numbers already; `open` is then theirs to keep. */
  readonly units: Pick<UnitTally, 'needed' | 'count'>
  /** How records are to be read, now that all were seen. */
  readonly settle: (facts: ReadingFacts) => ImportContext
}

/** Starts the first look; `scales` as the headers state them. */
export function startLook({ file, source, options }: RunStart, scales: ReadingFacts['scales']): FirstLook {
  const shareColumns = new Set(listShareColumns(source))
  const open = new Set(shareColumns)
  const units = startUnits(source, { scales, shareColumns })
  return {
    open,
    units,
    add: (record) => {
      for (const column of open) if (exceedsOne(cellOf(record, column))) open.delete(column)
      units.add(record)
    },
    settle: (facts) => {
      // One scale per column: "87.6" among values above 1 is percent, 0.876 among fractions is not.
      const stated = listStatedPercent(source, facts.printed)
      const percentColumns = new Set([...shareColumns].filter((column) => !open.has(column) || stated.has(column)))
      const proofs = new Map(units.prove(percentColumns, new Set(facts.columns)).map((proof) => [proof.column, proof]))
      const usable = listUsable(source, facts.columns, proofs)
      return { ...makeContext(file.name, { source, facts, options }), units: proofs, usable, percentColumns }
    },
  }
}

function listShareColumns({ columns }: Source): string[] {
  const isShare = ({ target }: Source['columns'][number]) =>
    target.to === 'rebate' ||
    target.to === 'audienceShare' ||
    ((target.to === 'metric' || target.to === 'series') && target.reads === 'percentText')
  return columns.filter(isShare).map(({ headers }) => headers[0] ?? '')
}

// `互动率(%)`: the header says it, whatever the values are.
function listStatedPercent({ columns }: Source, printed: readonly string[]): Set<string | undefined> {
  const stated = printed.filter((header) => readHeader(header).unit === '%')
  const find = makeColumnFinder(stated.length === 0 ? [] : columns)
  return new Set(stated.map((header) => find(header)?.headers[0]))
}

function exceedsOne(cell: unknown): boolean {
  if (typeof cell === 'string' && cell.endsWith('%')) return false
  const read = readNumber(cell)
  return read.kind === 'value' && !read.isPercent && read.value > 1
}

/** The context of a first glance: no unit is judged, nothing it notes is kept. */
export function makeGlance({ file, source, options }: RunStart, facts: ReadingFacts): ImportContext {
  const units = new Map()
  const usable = listUsable(source, facts.columns, units)
  return { ...makeContext(file.name, { source, facts, options }), units, usable, percentColumns: new Set() }
}

type Start = Omit<ImportContext, 'units' | 'usable' | 'percentColumns'>

function makeContext(fileName: string, { source, facts, options }: { source: Source; facts: ReadingFacts; options: ImportOptions }): Start {
  const notes = new Set(facts.notes)
  const unseenFrom = options.today === undefined ? null : firstUnseen(options.today)
  const inName = readDayInName(fileName)
  const named = inName !== null && isUnseen(inName, { unseenFrom }) ? null : inName
  const said = options.saidObservedOn === undefined ? null : readTime(options.saidObservedOn)
  const observedAt = named ?? (said?.kind === 'moment' ? said.moment : null)
  const isTimed = hasOwnTimes(source, facts)
  if (observedAt !== null && !isTimed) notes.add(writeNote(named === null ? 'observed.by_person' : 'observed.by_name', { at: observedAt }))
  if (inName !== named) notes.add(writeNote('observed.name_to_come', { at: inName ?? '' }))
  if (observedAt === null && !isTimed && !facts.columns.includes(dayColumnOf(source) ?? '')) notes.add(writeNote('observed.unknown'))
  if (facts.columns.includes('creator_hash') && source.holds === 'posts') notes.add(writeNote('authors.hashed'))
  return {
    source,
    reading: facts,
    importId: options.importId,
    isErased: options.isErased ?? (() => false),
    observedAt,
    unseenFrom,
    problems: { kept: [], unlisted: 0 },
    notes,
    stamps: new Map(),
    passports: new Map(),
    quoteSources: new Map(),
    sha256: options.sha256 ?? null,
    keepsAuthorHash: options.keepsAuthorHash ?? false,
    fileName,
  }
}

// A row of a series is of its own day; when the file was written matters little beside it.
const dayColumnOf = ({ columns }: Source) => columns.find(({ target }) => target.to === 'seriesDay')?.headers[0]

function hasOwnTimes(source: Source, { columns }: ReadingFacts): boolean {
  const isTime = ({ target }: Source['columns'][number]) =>
    target.to === 'observedAt' || (target.to === 'post' && target.field === 'observedAt')
  return source.columns.some((column) => isTime(column) && columns.includes(column.headers[0] ?? ''))
}

/** What was understood so far. */
export interface Sink {
  readonly accounts: Collected<Account>
  readonly posts: Collected<Post>
  readonly comments: Collected<Comment>
  readonly series: Collected<readonly SeriesPoint[]>
  /** Things that no other record speaks of, given away as they come; null when all are collected. */
  readonly singles: Singles | null
  rejects: Reject[]
  records: number
  rejected: number
  hasQuotes: boolean
}

/** Where things that need no merging go. */
export interface Singles {
  readonly isSingle: (platform: string, id: string) => boolean
  readonly giveAccount: (account: AccountDraft) => void
  readonly givePost: (post: Post) => void
}

/** Nothing understood yet. */
export function startSink(singles: Singles | null = null): Sink {
  const collected = { accounts: startCollecting<Account>(), posts: startCollecting<Post>() }
  const others = { comments: startCollecting<Comment>(), series: startCollecting<readonly SeriesPoint[]>() }
  return { ...collected, ...others, singles, rejects: [], records: 0, rejected: 0, hasQuotes: false }
}

/** Understands one record, or rejects it. */
export function takeRecord(record: SourceRecord, ctx: ImportContext, sink: Sink): void {
  sink.records += 1
  if (ctx.source.holds === 'posts') {
    const taken = normalisePost(record, ctx)
    if ('fault' in taken) rejectRecord(record, taken.fault, { ctx, sink })
    else if (isErasedAuthor(taken.post, ctx)) rejectErased(record, { ctx, sink })
    else keepPost(taken.post, sink)
    return
  }
  if (ctx.source.holds === 'comments') {
    const taken = normaliseComment(record, ctx)
    if ('fault' in taken) rejectRecord(record, taken.fault, { ctx, sink })
    else if (isErasedWriter(taken.comment, record, ctx)) rejectErased(record, { ctx, sink })
    else addLatest(sink.comments, `${taken.comment.platform} ${taken.comment.postId} ${taken.comment.commentId}`, taken.comment)
    return
  }
  if (ctx.source.holds === 'series') {
    const taken = normaliseSeries(record, ctx)
    if ('fault' in taken) rejectRecord(record, taken.fault, { ctx, sink })
    else if (isErasedSubject(taken.points, ctx)) rejectErased(record, { ctx, sink })
    else addLatest(sink.series, taken.key, taken.points)
    return
  }
  const taken = normaliseAccount(record, ctx)
  if ('fault' in taken) return rejectRecord(record, taken.fault, { ctx, sink })
  const { account } = taken
  if (ctx.isErased(account.platform, account.accountId)) return rejectErased(record, { ctx, sink })
  if (account.quotes.length > 0) sink.hasQuotes = true
  if (account.posts.length === 0) return keepAccount(account, sink)
  for (const post of account.posts) addPost(sink.posts, lengthen(post, account, ctx))
  keepAccount({ ...account, posts: account.posts.map(shorten) }, sink)
}

/** Keeps an account that was understood without its record. */
export function takePlain(account: AccountDraft, sink: Sink): void {
  sink.records += 1
  if (account.quotes.length > 0) sink.hasQuotes = true
  keepAccount(account, sink)
}

function keepAccount(account: AccountDraft, { singles, accounts }: Sink): void {
  if (singles?.isSingle(account.platform, account.accountId) === true) singles.giveAccount(account)
  else addAccount(accounts, completeAccount(account))
}

function keepPost(post: Post, { singles, posts }: Sink): void {
  if (singles?.isSingle(post.platform, post.postId) === true) singles.givePost(post)
  else addPost(posts, post)
}

// The reason and the number of the record: what was in it is what was erased.
function rejectErased({ record }: SourceRecord, { ctx, sink }: { ctx: ImportContext; sink: Sink }): void {
  noteProblem(ctx.problems, { record, column: null, code: 'id.erased', value: null })
  sink.rejected += 1
  sink.rejects.push({ record, code: 'id.erased', column: null, original: {} })
}

function rejectRecord(record: SourceRecord, fault: RecordFault, { ctx, sink }: { ctx: ImportContext; sink: Sink }): void {
  if (namesErased(record, ctx)) return rejectErased(record, { ctx, sink })
  noteProblem(ctx.problems, { record: record.record, ...fault })
  sink.rejected += 1
  sink.rejects.push({
    record: record.record,
    code: fault.code,
    column: fault.column,
    original: blankContacts(record.cells, ctx.source.columns),
  })
}

function shorten({ title: _title, ...post }: RecentPost & { title?: string | null }): RecentPost {
  return post
}

function lengthen(post: RecentPost & Partial<Pick<TitledPost, 'title'>>, account: AccountDraft, ctx: ImportContext): Post {
  const { observedAt, views, likes, comments, shares, saves } = post
  return {
    platform: account.platform,
    postId: post.postId,
    accountId: account.accountId,
    url: null,
    publishedAt: post.publishedAt,
    format: null,
    title: post.title ?? null,
    text: null,
    sponsored: post.sponsored,
    observations: [
      {
        observedAt,
        views,
        likes,
        comments,
        shares,
        saves,
        danmaku: null,
        coins: null,
        flow: null,
        source: ctx.source.id,
        importId: ctx.importId,
      },
    ],
  }
}
