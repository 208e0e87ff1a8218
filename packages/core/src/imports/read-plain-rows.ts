import type { AccountDraft, Reading } from './account-draft.ts'
import { findPlainId, readSimpleBytes, type IdPlace } from './byte-rows.ts'
import { nameGender, splitTags } from './name-tables.ts'
import { nameBrands, nameQuoteSource } from './normalise-account.ts'
import { cleanText } from './parse-number.ts'
import {
  columnsFor,
  COUNT,
  numbersOf,
  PERCENT,
  PRICE,
  readMoments,
  recordOf,
  remember,
  type CellReader,
  type Column,
  type Make,
} from './plain-cells.ts'
import { readSlots, type PlainLayout, type PlainRow } from './plain-row.ts'
import { FOLLOWERS, passportOf, readColumn, shareOf, type MetricTarget } from './read-metrics.ts'
import type { Target } from './source.ts'

/** Understands the row met last, when it is one of those that nothing is to be noted of. */
export interface PlainReader {
  readonly layout: PlainLayout
  /** In slots; the same object for every row. */
  readonly row: () => PlainRow
  /** With all that slots cannot hold. */
  readonly draft: () => AccountDraft
}

// What a row is made of here. A column of any other meaning leaves the whole table to normaliseAccount.
const MEANINGS: ReadonlySet<Target['to']> = new Set([
  ...(['identity', 'profileUrl', 'platform', 'categories', 'followers'] as const),
  ...(['observedAt', 'metric', 'quote', 'audienceShare', 'brands', 'dropped'] as const),
])

/**
 * normaliseAccount for the rows that look-at-bytes found plain: the same account, made from the bytes, each distinct cell understood once.
 * Null where a column says something that only normaliseAccount understands.
 */
export function makePlainReader({ ids, ...make }: Make & { readonly ids: readonly IdPlace[] }): PlainReader | null {
  const { rows, ctx } = make
  const single = (['followers', 'observedAt'] as const).every((to) => columnsFor(to, make).length <= 1)
  if (!single || [...ctx.usable.keys()].some((to) => !MEANINGS.has(to))) return null
  const named = makeNames(make)
  const observed = columnsFor('observedAt', make).map((column) => readMoments(column, make))[0]
  const categories = makeTags('categories', make)
  const brands = makeTags('brands', make)
  const { layout, readInto, metrics } = makeSlots(make)
  const place = { from: 0, to: 0 }
  const row: PlainRow = {
    platform: ctx.source.platform ?? '',
    accountId: '',
    names: named(),
    categories: NO_TAGS,
    observedAt: null,
    numbers: new Float64Array(layout.width),
    isWhole: true,
  }
  const readRow = () => {
    findPlainId(rows, ids, place)
    row.accountId = rows.textOf(place.from, place.to)
    row.names = named()
    row.categories = categories()
    row.observedAt = observed?.() ?? ctx.observedAt
    row.isWhole = readInto(row.numbers) && brands().length === 0
    return row
  }
  const draft = (): AccountDraft => {
    const { names, platform, accountId, observedAt, numbers, categories: tags } = readRow()
    return {
      ...noDealings(),
      ...names,
      ...readSlots(layout, numbers, observedAt),
      platform,
      accountId,
      categories: tags,
      brands: nameBrands(brands(), ctx.source.id, observedAt),
      observedAt,
      readings: metrics.flatMap((read) => read()),
    }
  }
  return { layout, row: readRow, draft }
}

const NO_TAGS: string[] = []
const noDealings = (): Pick<AccountDraft, 'creatorType' | 'commerce' | 'community' | 'actsAs' | 'posts'> => ({
  creatorType: null,
  commerce: { ownShop: null, level: null, liveGmvRange: [null, null] },
  community: { leads: null, kind: null, size: null },
  actsAs: [],
  posts: [],
})

function makeTags(to: 'categories' | 'brands', make: Make): () => string[] {
  const [first, ...more] = columnsFor(to, make).map(({ at }) => remember(at, make, splitTags))
  if (first === undefined) return () => NO_TAGS
  return more.length === 0 ? () => first() ?? NO_TAGS : () => [first, ...more].flatMap((read) => read() ?? NO_TAGS)
}

type Field = Extract<Target, { to: 'identity' }>['field']

function makeNames(make: Make) {
  const cells = columnsFor('identity', make)
  const read = (field: Field) =>
    cells.filter(({ target }) => target.field === field).map(({ at }) => remember(at, { ...make, areNames: true }, cleanText))
  const first = (readers: readonly CellReader<string>[]): string | null => {
    for (const reader of readers) {
      const text = reader()
      if (text !== null) return text
    }
    return null
  }
  const [handle, displayName, mcn, verification] = [read('handle'), read('displayName'), read('mcn'), read('verification')]
  const [region, gender, ageBand, bio] = [read('region'), read('gender'), read('ageBand'), read('bio')]
  return (): PlainRow['names'] => {
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

/** Every number of a row has its slot; `readInto` is false where one of them is more than a number. */
function makeSlots(make: Make) {
  const { ctx } = make
  const followers = columnsFor('followers', make).map((column) => ({ column, read: numbersOf(column, make, COUNT) }))
  const metrics = [
    ...followers.map(({ column: { at, column } }) => makeMetricReader({ at, column, target: FOLLOWERS }, make)),
    ...columnsFor('metric', make).map((column) => makeMetricReader(column, make)),
  ]
  const audience = columnsFor('audienceShare', make).map((column) => ({ target: column.target, read: readShares(column, make) }))
  const quotes = columnsFor('quote', make).map((column) => ({ column, read: numbersOf(column, make, PRICE) }))
  const firstShare = followers.length + metrics.length
  const firstQuote = firstShare + audience.length
  const layout: PlainLayout = {
    width: firstQuote + quotes.length,
    followers: followers.length === 0 ? null : 0,
    metrics: metrics.map(({ passport }, at) => ({ passport, slot: followers.length + at })),
    audience: {
      basis: ctx.source.audienceBasis,
      shares: audience.map(({ target: { axis, key } }, at) => [axis, key, firstShare + at] as const),
    },
    quotes: quotes.map(({ column }, at) => {
      const { format, filed, part } = column.target
      return { format, filed, part, source: nameQuoteSource({ ...column, cell: null }, ctx), slot: firstQuote + at }
    }),
  }
  const plain = [...followers, ...audience, ...quotes].map(({ read }, at) => ({
    read,
    slot: at < followers.length ? at : at + metrics.length,
  }))
  const readInto = (numbers: Float64Array): boolean => {
    for (const { read, slot } of plain) numbers[slot] = read() ?? Number.NaN
    let isWhole = true
    let slot = followers.length
    for (const { readOne } of metrics) {
      const one = readOne()
      if (one === null) isWhole = false
      numbers[slot] = one ?? Number.NaN
      slot += 1
    }
    return isWhole
  }
  return { layout, readInto, metrics: metrics.map(({ readAll }) => readAll) }
}

function readShares(column: Column, make: Make): CellReader<number> {
  const isPercentColumn = make.ctx.percentColumns.has(column.column)
  const plainly = (value: number, isPercent: boolean) => (value <= 1 && (isPercent || !isPercentColumn) ? value : undefined)
  return numbersOf(column, make, { plainly, inFull: shareOf })
}

/** What one column says; most cells say one plain number. `readOne`: that number, NaN for nothing, null for anything else. */
function makeMetricReader({ at, column, target }: Column<MetricTarget>, make: Make) {
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
  const readOne = (): number | null => {
    const from = bounds[at * 2] ?? 0
    const to = bounds[at * 2 + 1] ?? 0
    if (at >= rows.count() || from === to) return Number.NaN
    const value = target.reads === 'shareAndCount' ? Number.NaN : readSimpleBytes(bytes, from, to)
    if (isPlain(value, bytes[to - 1] === PERCENT)) return value
    const readings = others() ?? NOTHING
    const [first] = readings
    if (first === undefined) return Number.NaN
    return readings.length === 1 && first.passport === passport ? first.value : null
  }
  const readAll = (): readonly Reading[] => {
    const value = readOne()
    if (value === null) return others() ?? NOTHING
    return Number.isNaN(value) ? NOTHING : [{ passport, value, low: null, high: null }]
  }
  return { passport, readOne, readAll }
}

const NOTHING: readonly Reading[] = []
