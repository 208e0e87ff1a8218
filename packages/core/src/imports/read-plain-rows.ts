import type { AccountDraft, Reading } from './account-draft.ts'
import type { Account, Quote } from './account-schema.ts'
import { findPlainId, readSimpleBytes, type ByteRows, type IdPlace } from './byte-rows.ts'
import { nameGender, splitTags } from './name-tables.ts'
import { newQuote } from './new-account.ts'
import { nameBrands, nameQuoteSource, readFollowerCount } from './normalise-account.ts'
import { cleanText, isEmptyCell } from './parse-number.ts'
import { FOLLOWERS, passportOf, readColumn, shareOf, type MetricTarget } from './read-metrics.ts'
import { fenOf, momentOf, type ImportContext, type MappedCell } from './record-view.ts'
import type { SourceRecord, Target } from './source.ts'

/** Understands the row met last, when it is one of those that nothing is to be noted of. */
export type PlainReader = () => AccountDraft

/** What one column says in the row met last; null for nothing. */
type CellReader<T> = () => T | null

interface Make {
  readonly rows: ByteRows
  readonly ctx: ImportContext
  readonly names: readonly string[]
}

interface Column<T extends Target = Target> {
  readonly at: number
  readonly column: string
  readonly target: T
}

// What a draft is made of here. A column of any other meaning leaves the whole table to normaliseAccount.
const MEANINGS: ReadonlySet<Target['to']> = new Set([
  ...(['identity', 'profileUrl', 'platform', 'categories', 'followers'] as const),
  ...(['observedAt', 'metric', 'quote', 'audienceShare', 'brands', 'dropped'] as const),
])
const HELD = 5000
const PERCENT = 0x25

/**
 * normaliseAccount for the rows that look-at-bytes found plain: the same draft, made from the bytes, each distinct cell understood once.
 * Null where a column says something that only normaliseAccount understands.
 */
export function makePlainReader({ rows, ids, ...given }: Make & { readonly ids: readonly IdPlace[] }): PlainReader | null {
  const make = { rows, ...given }
  const { ctx } = make
  const single = (['followers', 'observedAt'] as const).every((to) => columnsFor(to, make).length <= 1)
  if (!single || [...ctx.usable.keys()].some((to) => !MEANINGS.has(to))) return null
  const named = makeNames(make)
  const followers = columnsFor('followers', make).map((column) => numbersOf(column, make, COUNT))[0]
  const observed = columnsFor('observedAt', make).map((column) => readMoments(column, make))[0]
  const categories = columnsFor('categories', make).map(({ at }) => remember(at, make, splitTags))
  const brands = columnsFor('brands', make).map(({ at }) => remember(at, make, splitTags))
  const metrics = makeMetrics(make)
  const audience = makeAudience(make)
  const quotes = makeQuotes(make)
  const platform = ctx.source.platform ?? ''
  const place = { from: 0, to: 0 }
  return () => {
    findPlainId(rows, ids, place)
    const observedAt = observed?.() ?? ctx.observedAt
    return {
      platform,
      accountId: rows.textOf(place.from, place.to),
      ...named(),
      creatorType: null,
      followers: followers?.() ?? null,
      categories: categories.length === 1 ? (categories[0]?.() ?? NO_TAGS) : categories.flatMap((read) => read() ?? NO_TAGS),
      commerce: { ownShop: null, level: null, liveGmvRange: [null, null] },
      community: { leads: null, kind: null, size: null },
      actsAs: [],
      brands:
        brands.length === 0
          ? []
          : nameBrands(
              brands.flatMap((read) => read() ?? NO_TAGS),
              ctx.source.id,
              observedAt,
            ),
      audience: audience(),
      quotes: quotes(observedAt),
      observedAt,
      readings: metrics(),
      posts: [],
    }
  }
}

const NO_TAGS: string[] = []

function columnsFor<K extends Target['to']>(to: K, { ctx, names }: Pick<Make, 'ctx' | 'names'>): Column<Extract<Target, { to: K }>>[] {
  return (ctx.usable.get(to) ?? []).flatMap(({ column, target }) => {
    const at = names.indexOf(column)
    return at < 0 ? [] : [{ at, column, target: target as Extract<Target, { to: K }> }]
  })
}

/** Understands each text of a column once; empty cells say nothing. */
function remember<T>(at: number, { rows }: Pick<Make, 'rows'>, understand: (text: string) => T | null): CellReader<T> {
  const known = new Map<string, T | null>()
  const { bounds } = rows
  return () => {
    const from = bounds[at * 2] ?? 0
    const to = bounds[at * 2 + 1] ?? 0
    if (at >= rows.count() || from === to) return null
    const text = rows.textOf(from, to)
    const held = known.get(text)
    if (held !== undefined) return held
    const value = isEmptyCell(text) ? null : understand(text)
    if (known.size >= HELD) known.clear()
    known.set(text, value)
    return value
  }
}

interface NumberReading<T> {
  /** What a plain number means; undefined where only `inFull` knows. */
  readonly plainly: (value: number, isPercent: boolean) => T | null | undefined
  readonly inFull: (mapped: MappedCell, record: SourceRecord, ctx: ImportContext) => T | null
}

/** Cells of plain digits are read from the bytes, the others as `remember` does. */
function numbersOf<T>({ at, column, target }: Column, make: Make, { plainly, inFull }: NumberReading<T>): CellReader<T> {
  const { rows, ctx } = make
  const { bytes, bounds } = rows
  const other = remember(at, make, (cell) => inFull({ column, target, cell }, recordOf(cell), ctx))
  return () => {
    const from = bounds[at * 2] ?? 0
    const to = bounds[at * 2 + 1] ?? 0
    if (at >= rows.count() || from === to) return null
    const value = readSimpleBytes(bytes, from, to)
    if (Number.isNaN(value)) return other()
    const meant = plainly(value, bytes[to - 1] === PERCENT)
    return meant === undefined ? other() : meant
  }
}

// Nothing is noted of these cells, so no record number is ever read.
const recordOf = (cell: string): SourceRecord => ({ record: 0, cells: {}, cellAt: () => cell })

const COUNT: NumberReading<number> = {
  plainly: (value, isPercent) => (isPercent ? undefined : Math.round(value)),
  inFull: readFollowerCount,
}
const PRICE: NumberReading<number> = {
  plainly: (value, isPercent) => (isPercent ? undefined : value === 0 ? null : Math.round(value * 100)),
  inFull: fenOf,
}

function readMoments({ at, column }: Column, make: Make): CellReader<string> {
  return remember(at, make, (cell) => momentOf({ column, cell }, recordOf(cell), make.ctx))
}

type Field = Extract<Target, { to: 'identity' }>['field']

function makeNames(make: Make) {
  const cells = columnsFor('identity', make)
  const read = (field: Field) => cells.filter(({ target }) => target.field === field).map(({ at }) => remember(at, make, cleanText))
  const first = (readers: readonly CellReader<string>[]): string | null => {
    for (const reader of readers) {
      const text = reader()
      if (text !== null) return text
    }
    return null
  }
  const [handle, displayName, mcn, verification] = [read('handle'), read('displayName'), read('mcn'), read('verification')]
  const [region, gender, ageBand, bio] = [read('region'), read('gender'), read('ageBand'), read('bio')]
  return (): Pick<Account, 'handle' | 'displayName' | 'region' | 'mcn' | 'verification' | 'bio' | 'person'> => {
    const sex = first(gender)
    return {
      handle: first(handle),
      displayName: first(displayName),
      region: region.length > 1 ? joinTexts(region) : first(region),
      mcn: first(mcn),
      verification: first(verification),
      bio: first(bio),
      person: { gender: sex === null ? null : nameGender(sex), ageBand: first(ageBand), languages: [] },
    }
  }
}

function joinTexts(readers: readonly CellReader<string>[]): string | null {
  const texts = readers.map((read) => read()).filter((text) => text !== null)
  return texts.length === 0 ? null : [...new Set(texts)].join(' ')
}

function makeMetrics(make: Make): () => Reading[] {
  const columns: Column<MetricTarget>[] = [
    ...columnsFor('followers', make).map(({ at, column }) => ({ at, column, target: FOLLOWERS })),
    ...columnsFor('metric', make),
  ]
  const readers = columns.map((each) => makeMetricReader(each, make))
  return () => {
    const readings: Reading[] = []
    for (const readInto of readers) readInto(readings)
    return readings
  }
}

/** Adds what one column says; most cells say one plain number. */
function makeMetricReader({ at, column, target }: Column<MetricTarget>, make: Make): (into: Reading[]) => void {
  const { rows, ctx } = make
  const { bytes, bounds } = rows
  const passport = passportOf(column, target, ctx)
  const isShare = target.reads === 'percentText'
  const isPlain = (value: number, isPercent: boolean) =>
    isShare ? value <= 1 && (isPercent || !ctx.percentColumns.has(column)) : !Number.isNaN(value)
  const others = remember(at, make, (cell) => {
    const readings: Reading[] = []
    readColumn(readings, { column, target }, { record: recordOf(cell), ctx })
    return readings
  })
  return (into) => {
    const from = bounds[at * 2] ?? 0
    const to = bounds[at * 2 + 1] ?? 0
    if (at >= rows.count() || from === to) return
    const value = target.reads === 'shareAndCount' ? Number.NaN : readSimpleBytes(bytes, from, to)
    if (isPlain(value, bytes[to - 1] === PERCENT)) into.push({ passport, value, low: null, high: null })
    else for (const reading of others() ?? []) into.push(reading)
  }
}

function makeAudience(make: Make): () => Account['audience'] {
  const { ctx } = make
  const columns = columnsFor('audienceShare', make).map((column) => {
    const isPercentColumn = ctx.percentColumns.has(column.column)
    const plainly = (value: number, isPercent: boolean) => (value <= 1 && (isPercent || !isPercentColumn) ? value : undefined)
    return { target: column.target, read: numbersOf(column, make, { plainly, inFull: shareOf }) }
  })
  return () => {
    const shares: Record<'gender' | 'age', Record<string, number>> = { gender: {}, age: {} }
    let isKnown = false
    for (const { target, read } of columns) {
      const share = read()
      if (share === null) continue
      shares[target.axis][target.key] = share
      isKnown = true
    }
    return isKnown ? { ...shares, province: {}, cityTier: {}, basis: ctx.source.audienceBasis, n: null } : null
  }
}

function makeQuotes(make: Make): (observedAt: string | null) => Quote[] {
  const columns = columnsFor('quote', make).map((column) => ({
    target: column.target,
    source: nameQuoteSource({ ...column, cell: null }, make.ctx),
    read: numbersOf(column, make, PRICE),
  }))
  return (observedAt) => {
    const quotes: Quote[] = []
    for (const { target, source, read } of columns) {
      const amountFen = read()
      if (amountFen === null) continue
      const { format, filed, part } = target
      const held = quotes.find((quote) => quote.format === format && quote.filed === filed)
      if (held !== undefined) {
        held[part] ??= amountFen
        held.source = `${held.source}; ${source}`
        continue
      }
      const quote: Quote = { ...NO_QUOTE, format, filed, observedAt, source }
      quote[part] = amountFen
      quotes.push(quote)
    }
    return quotes
  }
}

const NO_QUOTE = newQuote({ format: '', source: '' })
