import { writeNote } from './describe-note.ts'
import type { AccountDraft } from './account-draft.ts'
import type { Account, Quote } from './account-schema.ts'
import { nameCooperation } from './name-cooperation.ts'
import { newQuote } from './new-account.ts'
import { LONGEST_ID, readProfileId, readId } from './parse-id.ts'
import { platformOfLink } from './platform-sites.ts'
import { cleanText, isEmptyCell, readNumber } from './parse-number.ts'
import { readGenderShares, readShares } from './parse-shares.ts'
import { proofOf, readMetrics, shareOf } from './read-metrics.ts'
import { readShareText } from './read-share-text.ts'
import { readRecentPosts, type TitledPost } from './read-recent-posts.ts'
import { readTrackedPost } from './read-tracked-post.ts'
import {
  addProblem,
  cellsFor,
  countOf,
  fenOf,
  momentOf,
  numberOf,
  pastMomentOf,
  textFor,
  type ImportContext,
  type MappedCell,
} from './record-view.ts'
import type { RecordFault, SourceRecord, Target } from './source.ts'
import { isIdHeader, nameGender, namePlatform, platformOfHeaders, splitTags } from './name-tables.ts'

/** A draft whose posts still have their titles. */
export interface TitledDraft extends AccountDraft {
  readonly posts: TitledPost[]
}

const LONGEST_SHOWN = 200

// A word that says neither leaves it unknown.
function readYesNo(cell: unknown): boolean | null {
  const text = cleanText(cell)
  if (/^(?:1|true|yes|是|有|已开通)$/i.test(text)) return true
  return /^(?:0|false|no|否|无|没有|未开通)$/i.test(text) ? false : null
}

/** Brands of one or several cells. "12" in such a column counts brands and names none. */
export function nameBrands(names: readonly string[], source: string, observedAt: string | null): AccountDraft['brands'] {
  const named = new Set(names.filter((name) => /\p{L}/u.test(name)))
  return [...named].map((brand) => ({ brand, source, observedAt }))
}

/** The account a record describes, or the reason why it describes none. */
export function normaliseAccount(record: SourceRecord, ctx: ImportContext): { account: TitledDraft } | { fault: RecordFault } {
  const located = locateAccount(record, ctx)
  if ('fault' in located) return located
  const { platform, id } = located
  const observedAt = findObservedAt(record, ctx)
  const cells = cellsFor(record, 'identity', ctx)
  const gender = textFor(cells, 'gender')
  const [followers] = cellsFor(record, 'followers', ctx)
  const [level] = cellsFor(record, 'ecomLevel', ctx)
  const [ownShop] = cellsFor(record, 'ownShop', ctx)
  const account: TitledDraft = {
    platform,
    accountId: id,
    handle: textFor(cells, 'handle'),
    displayName: textFor(cells, 'displayName'),
    creatorType: null,
    followers: followers === undefined ? null : readFollowerCount(followers, record, ctx),
    categories: cellsFor(record, 'categories', ctx).flatMap(({ cell }) => splitTags(cell)),
    region: joinRegion(cells),
    mcn: textFor(cells, 'mcn'),
    verification: textFor(cells, 'verification'),
    bio: textFor(cells, 'bio'),
    brands: nameBrands(
      cellsFor(record, 'brands', ctx).flatMap(({ cell }) => splitTags(cell)),
      ctx.source.id,
      observedAt,
    ),
    person: { gender: gender === null ? null : nameGender(gender), ageBand: textFor(cells, 'ageBand'), languages: [] },
    commerce: {
      ownShop: ownShop === undefined ? null : readYesNo(ownShop.cell),
      level: level === undefined ? null : cleanText(level.cell),
      liveGmvRange: readGmvRange(record, ctx),
    },
    community: { leads: null, kind: null, size: null },
    actsAs: [],
    audience: readAudience(record, ctx),
    quotes: readQuotes(record, ctx, { observedAt, platform }),
    observedAt,
    readings: readMetrics(record, ctx),
    posts: [
      ...cellsFor(record, 'recentPosts', ctx).flatMap((mapped) => readRecentPosts(mapped, record, { ctx, observedAt })),
      ...(ctx.usable.has('post') ? readTrackedPost(record, ctx, observedAt) : []),
    ],
  }
  return { account }
}

/** Which account a record is about, or why it says none. */
export function locateAccount(record: SourceRecord, ctx: ImportContext): { platform: string; id: string } | { fault: RecordFault } {
  if (record.fault) return { fault: record.fault }
  const found = findPlatform(record, ctx)
  if ('fault' in found) return found
  const identity = findIdentity(record, ctx, found.platform)
  return 'fault' in identity ? identity : { platform: found.platform, id: identity.id }
}

/** The same before anything else of the record is read; null when it says none. */
export function identifyAccount(record: SourceRecord, ctx: ImportContext): { platform: string; id: string } | null {
  const located = locateAccount(record, ctx)
  return 'fault' in located ? null : located
}

/** A row's own time, else the file's; null is not known. Never the clock of the import. */
export function findObservedAt(record: SourceRecord, ctx: ImportContext): string | null {
  const [own] = cellsFor(record, 'observedAt', ctx)
  return (own === undefined ? null : pastMomentOf(own, record, ctx)) ?? ctx.observedAt
}

function findPlatform(record: SourceRecord, ctx: ImportContext): { platform: string } | { fault: RecordFault } {
  if (ctx.source.platform !== null) return { platform: ctx.source.platform }
  const [said] = cellsFor(record, 'platform', ctx)
  const [link] = cellsFor(record, 'profileUrl', ctx)
  const named = said === undefined ? null : namePlatform(said.cell)
  const unknown = (column: string | null, value: string | null) => ({ fault: { code: 'platform.unknown', column, value } })
  if (said !== undefined && named === null) return unknown(said.column, cleanText(said.cell).slice(0, LONGEST_SHOWN))
  const column = ctx.usable.get('platform')?.[0]?.column ?? null
  const platform =
    named ??
    (link === undefined ? null : platformOfLink(link.cell)) ??
    // A list that has a column for it holds several platforms: its headers together say nothing of a row that leaves it empty.
    (column === null ? platformOfHeaders(ctx.reading.printed) : platformOfHeaders(listIdHeaders(record)))
  return platform === null ? unknown(column, null) : { platform }
}

/** The printed headers of the ids that a row has: 小红书号 tells the platform, 达人ID does not. */
function listIdHeaders(record: SourceRecord): string[] {
  const cells = record.asPrinted?.() ?? Object.entries(record.cells)
  return cells.flatMap(([header, cell]) => (isIdHeader(header) && !isEmptyCell(cell) ? [header] : []))
}

// Order: the platform's own id, the id inside the profile link, the public handle, and for hand-made lists the name.
function findIdentity(record: SourceRecord, ctx: ImportContext, platform: string): { id: string } | { fault: RecordFault } {
  const cells = cellsFor(record, 'identity', ctx)
  const own = cells.find(({ target }) => target.field === 'accountId')
  if (own !== undefined) return checkId(own, ctx)
  const linked = cellsFor(record, 'profileUrl', ctx).map(({ cell }) => readProfileId(cell))[0]
  if (platform === 'xiaohongshu' && linked) return { id: linked }
  const handle = cells.find(({ target }) => target.field === 'handle')
  if (handle !== undefined) return checkId(handle, ctx)
  const name = textFor(cells, 'displayName')
  if (name !== null && ctx.source.namesIdentify) {
    if (name.length > LONGEST_ID) return { fault: { code: 'id.too_long', column: nameColumn(cells), value: name.slice(0, 200) } }
    ctx.notes.add(writeNote('names.identify'))
    return { id: `name:${name}` }
  }
  const [short] = ctx.source.namesIdentify ? cellsFor(record, 'profileUrl', ctx).flatMap(({ cell }) => listShortLinks(cell)) : []
  if (short !== undefined) return { id: short }
  return { fault: { code: 'id.missing', column: idColumn(ctx), value: null } }
}

// A short link holds no id; where nothing else names the account it stands for one, as in a creator typed from a share text.
function listShortLinks(cell: unknown): string[] {
  const said = readShareText(cleanText(cell))
  return said?.idFrom === 'short link' && said.accountId !== null ? [said.accountId] : []
}

const nameColumn = (cells: readonly MappedCell<Extract<Target, { to: 'identity' }>>[]) =>
  cells.find(({ target }) => target.field === 'displayName')?.column ?? null

function checkId({ column, cell }: MappedCell, ctx: ImportContext): { id: string } | { fault: RecordFault } {
  const read = readId(cell, ctx.reading.fromSheet)
  return 'id' in read ? read : { fault: { code: read.fault, column, value: cleanText(cell).slice(0, 200) } }
}

function idColumn(ctx: ImportContext): string | null {
  const isId = ({ target }: { target: Target }) => target.to === 'identity' && (target.field === 'accountId' || target.field === 'handle')
  return ctx.source.columns.find(isId)?.headers[0] ?? null
}

function joinRegion(cells: readonly MappedCell<Extract<Target, { to: 'identity' }>>[]): string | null {
  const parts = cells.filter(({ target }) => target.field === 'region')
  if (parts.length === 0) return null
  return [...new Set(parts.map(({ cell }) => cleanText(cell)))].join(' ')
}

function readGmvRange(record: SourceRecord, ctx: ImportContext): [number | null, number | null] {
  const [mapped] = cellsFor(record, 'gmvRange', ctx)
  if (mapped === undefined) return [null, null]
  const read = numberOf(mapped, record, ctx)
  if (read.kind === 'range') return [read.low, read.high]
  return read.kind === 'value' ? [read.value, read.value] : [null, null]
}

function readAudience(record: SourceRecord, ctx: ImportContext): Account['audience'] {
  const audience: Record<'gender' | 'age' | 'province', Record<string, number>> = { gender: {}, age: {}, province: {} }
  let isKnown = false
  for (const mapped of cellsFor(record, 'audienceShare', ctx)) {
    const share = shareOf(mapped, record, ctx)
    if (share === null) continue
    audience[mapped.target.axis][mapped.target.key] = share
    isKnown = true
  }
  for (const mapped of cellsFor(record, 'audienceText', ctx)) {
    const shares = mapped.target.axis === 'gender' ? readGenderShares(mapped.cell) : readShares(mapped.cell)
    if (shares === null) addProblem(ctx, record, { ...mapped, code: 'shares.unparsable' })
    for (const [key, share] of Object.entries(shares ?? {})) {
      audience[mapped.target.axis][key] = share
      isKnown = true
    }
  }
  const { gender, age, province } = audience
  return isKnown ? { gender, age, province, cityTier: {}, basis: ctx.source.audienceBasis, n: null } : null
}

interface QuotePlace {
  readonly observedAt: string | null
  readonly platform: string
}

function readQuotes(record: SourceRecord, ctx: ImportContext, { observedAt, platform }: QuotePlace): Quote[] {
  const [ordered] = cellsFor(record, 'cooperation', ctx)
  const cooperation = ordered === undefined ? null : nameCooperation(cleanText(ordered.cell), platform)
  const rebates = cellsFor(record, 'rebate', ctx).map((mapped) => shareOf(mapped, record, ctx))
  const rebate = rebates.find((share) => share !== null) ?? null
  const ends = new Map(cellsFor(record, 'validUntil', ctx).map((mapped) => [mapped.target.format, momentOf(mapped, record, ctx)]))
  const quotes: Quote[] = []
  for (const mapped of cellsFor(record, 'quote', ctx)) {
    const { part } = mapped.target
    const { format, filed } = cooperation ?? mapped.target
    const amountFen = fenOf(mapped, record, ctx)
    if (amountFen === null) continue
    const source = nameQuoteSource(mapped, ctx)
    const held = quotes.find((quote) => quote.format === format && quote.filed === filed)
    if (held === undefined) {
      const quote = newQuote({ format, filed, rebate, observedAt, validUntil: ends.get(format) ?? null, source })
      quote[part] = amountFen
      quotes.push(quote)
    } else {
      held[part] ??= amountFen
      held.source = `${held.source}; ${source}`
    }
  }
  return quotes
}

/** How the prices of a column name their source. */
export function nameQuoteSource({ column, target }: MappedCell, ctx: ImportContext): string {
  const known = ctx.quoteSources.get(target)
  if (known !== undefined) return known
  const source = `${ctx.source.id} ${column} (CNY, ${proofOf(column, ctx)})`
  ctx.quoteSources.set(target, source)
  return source
}

/** A follower count; "10万+" and "50万-100万" say none, the range itself stands as a metric. */
export function readFollowerCount(mapped: MappedCell, record: SourceRecord, ctx: ImportContext): number | null {
  return readNumber(mapped.cell).kind === 'unparsable' ? null : countOf(mapped, record, ctx)
}
