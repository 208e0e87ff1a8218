import { blankContacts } from './blank-contacts.ts'
import { accept, refuse, type Outcome, type Refusal } from '../shared/index.ts'
import type { Account, RecentPost } from './account-schema.ts'
import { addAccount, addPost, startCollecting, type Collected } from './collect.ts'
import type { DecodedFile } from './decoded-file.ts'
import { makeColumnFinder } from './match-columns.ts'
import { normaliseAccount, type RecordFault } from './normalise-account.ts'
import { normalisePost } from './normalise-post.ts'
import { readNumber } from './parse-number.ts'
import { readDayInName, readTime } from './parse-time.ts'
import { proveUnits } from './prove-units.ts'
import { listTables } from './read-table.ts'
import { listUsable, type ImportContext } from './record-view.ts'
import type { ImportedFile, ImportReport, Post, Reject } from './schema.ts'
import type { TitledPost } from './read-recent-posts.ts'
import type { Source, SourceReading, SourceRecord } from './source.ts'
import { recogniseSource, SOURCES } from './source-table.ts'

/** How a file is to be read. `importId` is `sha256:…` of its bytes; `saidObservedOn` a Shanghai day (or moment) the person gave. */
export interface ImportOptions {
  readonly source: 'auto' | (string & {})
  readonly importId: string
  readonly saidObservedOn?: string | undefined
}

// Below this, a table shares a few words with a source and is not one.
const LEAST_CONFIDENCE = 0.6

/**
 * Understands a decoded file: recognise → read → map → prove units → normalise. Refuses the whole file with `import.unknown_source`,
 * `import.unknown_table`, `import.wrong_source` or `import.no_records`; a bad record is rejected alone and a bad column reported alone.
 */
export function importRecords(file: DecodedFile, options: ImportOptions): Outcome<ImportedFile, Refusal> {
  const chosen = chooseSource(file, options.source)
  if (!chosen.ok) return chosen
  const { source, confidence } = chosen.value
  const reading = source.read(file)
  if (reading.records.length === 0) return refuse({ code: 'import.no_records', name: file.name, source: source.id })
  const ctx = makeContext(file, { source, reading, options })
  const sink: Sink = { accounts: startCollecting(), posts: startCollecting(), rejects: [] }
  for (const record of reading.records) takeRecord(record, ctx, sink)
  const report = makeReport(file, { confidence, ctx, sink })
  return accept({
    report,
    accounts: [...sink.accounts.things.values()],
    posts: [...sink.posts.things.values()],
    comments: [],
    orders: [],
    rejects: sink.rejects,
  })
}

interface Sink {
  readonly accounts: Collected<Account>
  readonly posts: Collected<Post>
  readonly rejects: Reject[]
}

function chooseSource(file: DecodedFile, wanted: string): Outcome<{ source: Source; confidence: number }, Refusal> {
  // MediaCrawler's "contacts": who follows whom, people who never agreed to anything.
  if (headersOf(file).includes('fan_id')) return refuse({ code: 'import.contact_data', name: file.name })
  if (wanted !== 'auto') return useSource(file, wanted)
  const candidates = recogniseSource(file)
  const [best] = candidates
  if (best !== undefined && best.confidence >= LEAST_CONFIDENCE) return accept(best)
  const headers = headersOf(file)
  return refuse({
    code: looksHeaderless(headers) ? 'import.no_header' : 'import.unknown_table',
    name: file.name,
    headers: headers.slice(0, 40),
    closest: candidates.length > 0 ? candidates.map(({ source }) => source.id) : closestByWords(headers),
  })
}

function useSource(file: DecodedFile, wanted: string): Outcome<{ source: Source; confidence: number }, Refusal> {
  const source = SOURCES.find(({ id }) => id === wanted)
  if (source === undefined)
    return refuse({ code: 'import.unknown_source', name: file.name, source: wanted, known: SOURCES.map(({ id }) => id) })
  const confidence = source.recognise(file)
  if (confidence > 0) return accept({ source, confidence })
  return refuse({ code: 'import.wrong_source', name: file.name, source: wanted, headers: headersOf(file).slice(0, 40) })
}

function headersOf(file: DecodedFile): string[] {
  if (file.shape === 'table' || listTables(file).length > 0)
    return listTables(file).flatMap(({ header }) => header.filter((name) => name !== ''))
  return []
}

// A header names things; a first row of numbers, dates and links is data.
function looksHeaderless(headers: readonly string[]): boolean {
  const data = headers.filter((name) => readNumber(name).kind === 'value' || readTime(name).kind === 'moment' || /^https?:/.test(name))
  return headers.length > 0 && data.length >= Math.max(1, headers.length / 4)
}

function closestByWords(headers: readonly string[]): string[] {
  const rated = SOURCES.map(({ id, columns }) => {
    const find = makeColumnFinder(columns)
    return { id, hits: headers.filter((header) => find(header) !== undefined).length }
  })
  return rated
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .slice(0, 3)
    .map(({ id }) => id)
}

function makeContext(
  file: DecodedFile,
  { source, reading, options }: { source: Source; reading: SourceReading; options: ImportOptions },
): ImportContext {
  const percentColumns = findPercentColumns(source, reading)
  const units = new Map(proveUnits(source, reading, percentColumns).map((proof) => [proof.column, proof]))
  const notes = new Set(reading.notes)
  const named = readDayInName(file.name)
  const said = options.saidObservedOn === undefined ? null : readTime(options.saidObservedOn)
  const observedAt = named ?? (said?.kind === 'moment' ? said.moment : null)
  if (observedAt !== null && !hasOwnTimes(source, reading))
    notes.add(`Observed at ${observedAt}: ${named === null ? 'as said by the person who imports' : "the day in the file's name"}.`)
  if (observedAt === null && !hasOwnTimes(source, reading))
    notes.add('When this was observed is not known: neither the rows, nor the file name, nor the importer says.')
  if (reading.columns.includes('creator_hash')) notes.add('creator_hash is a pseudonym and was kept apart: posts carry no account.')
  return {
    source,
    reading,
    importId: options.importId,
    units,
    usable: listUsable(source, reading, units),
    percentColumns,
    observedAt,
    problems: [],
    notes,
  }
}

function hasOwnTimes(source: Source, reading: SourceReading): boolean {
  const isTime = ({ target }: Source['columns'][number]) =>
    target.to === 'observedAt' || (target.to === 'post' && target.field === 'observedAt')
  return source.columns.some((column) => isTime(column) && reading.columns.includes(column.headers[0] ?? ''))
}

// One scale per column: "87.6" among values above 1 is percent, 0.876 among fractions is not.
function findPercentColumns(source: Source, reading: SourceReading): Set<string> {
  const isShare = ({ target }: Source['columns'][number]) =>
    target.to === 'rebate' || target.to === 'audienceShare' || (target.to === 'metric' && target.reads === 'percentText')
  const columns = source.columns.filter(isShare).map(({ headers }) => headers[0] ?? '')
  const exceeds = (column: string) =>
    reading.records.some(({ cells }) => {
      const read = readNumber(cells[column])
      return read.kind === 'value' && !read.isPercent && read.value > 1
    })
  return new Set(columns.filter(exceeds))
}

function takeRecord(record: SourceRecord, ctx: ImportContext, sink: Sink): void {
  if (ctx.source.holds === 'posts') {
    const taken = normalisePost(record, ctx)
    if ('fault' in taken) rejectRecord(record, taken.fault, { ctx, sink })
    else addPost(sink.posts, taken.post)
    return
  }
  const taken = normaliseAccount(record, ctx)
  if ('fault' in taken) return rejectRecord(record, taken.fault, { ctx, sink })
  const { posts, ...rest } = taken.account
  for (const post of posts) addPost(sink.posts, lengthen(post, taken.account, ctx))
  addAccount(sink.accounts, { ...rest, posts: posts.map(shorten) })
}

function rejectRecord(record: SourceRecord, fault: RecordFault, { ctx, sink }: { ctx: ImportContext; sink: Sink }): void {
  ctx.problems.push({ record: record.record, ...fault })
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

function lengthen(post: RecentPost & Partial<Pick<TitledPost, 'title'>>, account: Account, ctx: ImportContext): Post {
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

function makeReport(file: DecodedFile, { confidence, ctx, sink }: { confidence: number; ctx: ImportContext; sink: Sink }): ImportReport {
  const known = new Set(ctx.source.columns.map(({ headers }) => headers[0]))
  const inFormulas = new Set(ctx.source.formulas.flatMap(({ inputs }) => inputs))
  const main = ctx.source.holds === 'posts' ? sink.posts : sink.accounts
  const unmapped = ctx.reading.columns.filter((column) => !known.has(column) && !inFormulas.has(column))
  return {
    file: file.name,
    source: { id: ctx.source.id, confidence },
    encoding: file.encoding,
    records: ctx.reading.records.length,
    accepted: { accounts: sink.accounts.things.size, posts: sink.posts.things.size, comments: 0, orders: 0 },
    duplicates: main.duplicates,
    rejected: sink.rejects.length,
    problems: ctx.problems,
    observations: main.observations + (main === sink.accounts ? sink.posts.observations : 0),
    units: [...ctx.units.values()],
    unmapped,
    notes: [...ctx.notes, ...noteLostPrices([...sink.accounts.things.values()], unmapped)],
  }
}

const PRICE_HEADER = /价|报价|费用|price|cost/i

// A list that was sent for its prices and whose price column has a name of its own must not pass as one without prices.
function noteLostPrices(accounts: readonly Account[], unmapped: readonly string[]): string[] {
  const lost = unmapped.filter((column) => PRICE_HEADER.test(column))
  if (accounts.length === 0 || lost.length === 0 || accounts.some(({ quotes }) => quotes.length > 0)) return []
  return [`No price was read; these columns may hold some and have names we do not know: ${lost.join(', ')}.`]
}
