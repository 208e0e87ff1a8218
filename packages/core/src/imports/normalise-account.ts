import type { Account, Metric, Quote } from './account-schema.ts'
import { newAccount, newQuote } from './new-account.ts'
import { readProfileId, readId } from './parse-id.ts'
import { cleanText, readNumber } from './parse-number.ts'
import { readGenderShares, readShareAndCount, readShares } from './parse-shares.ts'
import { readRecentPosts } from './read-recent-posts.ts'
import { addProblem, cellsFor, countOf, fenOf, momentOf, numberOf, textFor, type ImportContext, type MappedCell } from './record-view.ts'
import type { SourceRecord, Target } from './source.ts'
import { nameGender, namePlatform, platformOfHeaders, platformOfLink, splitTags } from './name-tables.ts'

/** Why a record cannot be taken. */
export interface RecordFault {
  readonly code: string
  readonly column: string | null
  readonly value: string | null
}

type MetricTarget = Extract<Target, { to: 'metric' }>

/** The account a record describes, or the reason why it describes none. */
export function normaliseAccount(record: SourceRecord, ctx: ImportContext): { account: Account } | { fault: RecordFault } {
  if (record.fault) return { fault: record.fault }
  const platform = findPlatform(record, ctx)
  if (platform === null) return { fault: { code: 'platform.unknown', column: null, value: null } }
  const identity = findIdentity(record, ctx, platform)
  if ('fault' in identity) return identity
  const observedAt = findObservedAt(record, ctx)
  const gender = textFor(record, 'gender', ctx)
  const [followers] = cellsFor(record, 'followers', ctx)
  const [level] = cellsFor(record, 'ecomLevel', ctx)
  const [ownShop] = cellsFor(record, 'ownShop', ctx)
  const account = newAccount({
    platform,
    accountId: identity.id,
    handle: textFor(record, 'handle', ctx),
    displayName: textFor(record, 'displayName', ctx),
    followers: followers === undefined ? null : readFollowerCount(followers, record, ctx),
    categories: cellsFor(record, 'categories', ctx).flatMap(({ cell }) => splitTags(cell)),
    region: joinRegion(record, ctx),
    mcn: textFor(record, 'mcn', ctx),
    verification: textFor(record, 'verification', ctx),
    person: { gender: gender === null ? null : nameGender(gender), ageBand: textFor(record, 'ageBand', ctx), languages: [] },
    commerce: {
      ownShop: ownShop === undefined ? null : /^(1|true|是|有)$/i.test(cleanText(ownShop.cell)),
      level: level === undefined ? null : cleanText(level.cell),
      liveGmvRange: readGmvRange(record, ctx),
    },
    audience: readAudience(record, ctx),
    quotes: readQuotes(record, ctx, observedAt),
    metrics: [
      ...readFollowers(record, ctx, observedAt),
      ...cellsFor(record, 'metric', ctx).flatMap((mapped) => readMetric(mapped, record, { ctx, observedAt })),
    ],
    posts: cellsFor(record, 'recentPosts', ctx).flatMap((mapped) => readRecentPosts(mapped, record, { ctx, observedAt })),
  })
  return { account }
}

/** A row's own time, else the file's; null is not known. Never the clock of the import. */
export function findObservedAt(record: SourceRecord, ctx: ImportContext): string | null {
  const [own] = cellsFor(record, 'observedAt', ctx)
  return (own === undefined ? null : momentOf(own, record, ctx)) ?? ctx.observedAt
}

function findPlatform(record: SourceRecord, ctx: ImportContext): string | null {
  if (ctx.source.platform !== null) return ctx.source.platform
  const [said] = cellsFor(record, 'platform', ctx)
  const [link] = cellsFor(record, 'profileUrl', ctx)
  const named = said === undefined ? null : namePlatform(said.cell)
  if (said !== undefined && named === null)
    return addProblem(ctx, record, { column: said.column, code: 'platform.unknown', cell: said.cell })
  return named ?? (link === undefined ? null : platformOfLink(link.cell)) ?? platformOfHeaders(ctx.reading.printed)
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
  const name = textFor(record, 'displayName', ctx)
  if (name !== null && ctx.source.namesIdentify) {
    ctx.notes.add('Rows without an id are known by name only ("name:…"); the same creator under another name will not be recognised.')
    return { id: `name:${name}` }
  }
  return { fault: { code: 'id.missing', column: idColumn(ctx), value: null } }
}

function checkId({ column, cell }: MappedCell, ctx: ImportContext): { id: string } | { fault: RecordFault } {
  const read = readId(cell, ctx.reading.fromSheet)
  return 'id' in read ? read : { fault: { code: read.fault, column, value: cleanText(cell) } }
}

function idColumn(ctx: ImportContext): string | null {
  const isId = ({ target }: { target: Target }) => target.to === 'identity' && (target.field === 'accountId' || target.field === 'handle')
  return ctx.source.columns.find(isId)?.headers[0] ?? null
}

function joinRegion(record: SourceRecord, ctx: ImportContext): string | null {
  const parts = cellsFor(record, 'identity', ctx).filter(({ target }) => target.field === 'region')
  const names = [...new Set(parts.map(({ cell }) => cleanText(cell)))]
  return names.length === 0 ? null : names.join(' ')
}

function readGmvRange(record: SourceRecord, ctx: ImportContext): [number | null, number | null] {
  const [mapped] = cellsFor(record, 'gmvRange', ctx)
  if (mapped === undefined) return [null, null]
  const read = numberOf(mapped, record, ctx)
  if (read.kind === 'range') return [read.low, read.high]
  return read.kind === 'value' ? [read.value, read.value] : [null, null]
}

function readAudience(record: SourceRecord, ctx: ImportContext): Account['audience'] {
  const audience = { gender: {} as Record<string, number>, age: {} as Record<string, number>, province: {} as Record<string, number> }
  for (const mapped of cellsFor(record, 'audienceShare', ctx)) {
    const share = shareOf(mapped, record, ctx)
    if (share !== null) audience[mapped.target.axis][mapped.target.key] = share
  }
  for (const mapped of cellsFor(record, 'audienceText', ctx)) {
    const shares = mapped.target.axis === 'gender' ? readGenderShares(mapped.cell) : readShares(mapped.cell)
    if (shares === null) addProblem(ctx, record, { ...mapped, code: 'shares.unparsable' })
    else Object.assign(audience[mapped.target.axis], shares)
  }
  if (Object.values(audience).every((axis) => Object.keys(axis).length === 0)) return null
  return { ...audience, cityTier: {}, basis: ctx.source.audienceBasis, n: null }
}

/** A share 0–1: percent by its sign, or because numbers of its column exceed 1. */
function shareOf(mapped: MappedCell, record: SourceRecord, ctx: ImportContext): number | null {
  const read = numberOf({ ...mapped, signed: true }, record, ctx)
  if (read.kind !== 'value') return null
  const share = !read.isPercent && ctx.percentColumns.has(mapped.column) ? Number((read.value / 100).toPrecision(12)) : read.value
  return share >= 0 && share <= 1 ? share : addProblem(ctx, record, { ...mapped, code: 'share.out_of_range' })
}

const proofOf = (column: string, ctx: ImportContext) => (ctx.units.get(column)?.state === 'proved' ? 'proved' : 'unproved')

function readQuotes(record: SourceRecord, ctx: ImportContext, observedAt: string | null): Quote[] {
  const rebates = cellsFor(record, 'rebate', ctx).map((mapped) => shareOf(mapped, record, ctx))
  const rebate = rebates.find((share) => share !== null) ?? null
  const ends = new Map(cellsFor(record, 'validUntil', ctx).map((mapped) => [mapped.target.format, momentOf(mapped, record, ctx)]))
  const quotes = new Map<string, Quote>()
  for (const mapped of cellsFor(record, 'quote', ctx)) {
    const { format, part, filed } = mapped.target
    const amountFen = fenOf(mapped, record, ctx)
    if (amountFen === null) continue
    const key = `${format} ${filed}`
    const source = `${ctx.source.id} ${mapped.column} (CNY, ${proofOf(mapped.column, ctx)})`
    const held = quotes.get(key)
    const blank = newQuote({ format, filed, rebate, observedAt, validUntil: ends.get(format) ?? null, source })
    const merged = held === undefined ? blank : { ...held, source: `${held.source}; ${source}` }
    quotes.set(key, { ...merged, [part]: held?.[part] ?? amountFen })
  }
  return [...quotes.values()]
}

// "10万+" and "50万-100万" say no count; the range itself stands as a metric.
function readFollowerCount(mapped: MappedCell, record: SourceRecord, ctx: ImportContext): number | null {
  return readNumber(mapped.cell).kind === 'unparsable' ? null : countOf(mapped, record, ctx)
}

// The follower count with its passport, beside the plain field: a repeated row may give another one.
function readFollowers(record: SourceRecord, ctx: ImportContext, observedAt: string | null): Metric[] {
  return cellsFor(record, 'followers', ctx).flatMap((mapped) =>
    readMetric({ ...mapped, target: { to: 'metric', name: 'followers', unit: 'followers' } }, record, { ctx, observedAt }),
  )
}

function readMetric(
  mapped: MappedCell<MetricTarget>,
  record: SourceRecord,
  { ctx, observedAt }: { ctx: ImportContext; observedAt: string | null },
): Metric[] {
  const { target, column } = mapped
  const passport = (unit: string) => ({
    name: target.name,
    unit,
    proof: proofOf(column, ctx) as Metric['proof'],
    period: target.period ?? null,
    noteType: target.noteType ?? null,
    flow: target.flow ?? null,
    definition: target.definition ?? null,
    formula: proofOf(column, ctx) === 'proved' ? (ctx.units.get(column)?.formula ?? null) : null,
    source: ctx.source.id,
    tab: ctx.source.id === 'xingtu.search' ? 'attribute_datas' : null,
    column,
    observedAt,
    importId: ctx.importId,
  })
  const single = (value: number | null, unit = target.unit): Metric[] =>
    value === null ? [] : [{ ...passport(unit), value, low: null, high: null }]
  if (target.reads === 'percentText') return single(shareOf(mapped, record, ctx))
  if (target.reads === 'shareAndCount') {
    const both = readShareAndCount(mapped.cell)
    if (both === null) addProblem(ctx, record, { ...mapped, code: 'shares.unparsable' })
    return [
      ...single(both?.share ?? null),
      ...single(both?.count ?? null, 'followers').map((metric) => ({ ...metric, name: metric.name.replace(/Share$/, 'Count') })),
    ]
  }
  const read = numberOf({ ...mapped, signed: target.signed ?? false }, record, ctx)
  if (read.kind === 'range') return [{ ...passport(target.unit), value: null, low: read.low, high: read.high }]
  return read.kind === 'value' ? single(read.value) : []
}
