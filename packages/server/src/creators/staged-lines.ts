import {
  completeAccount,
  type Account,
  type AccountDraft,
  type ImportedPiece,
  type Passport,
  type PlainLayout,
  type PlainRow,
  type Post,
  type Reading,
} from '@kolibra/core/imports'
import type { StagedRow } from '../platform/staging-store.ts'
import type { StoredSlots } from './observed-values.ts'
import type { ColumnPassport } from './split-account.ts'
import { rowOfComment, rowOfDaily } from './staged-talk.ts'

/** Turns what was understood into rows to stage, and gathers the passports of their columns. */
export interface StagedLines {
  readonly ofPiece: (piece: ImportedPiece) => StagedRow[]
  /** Null where two columns say the same number: then the row comes as a draft. */
  readonly ofPlain: (row: PlainRow, layout: PlainLayout) => StagedRow | null
  /** What the slots of rows from `ofPlain` mean; null when there were none. */
  readonly slots: () => StoredSlots | null
  /** In the order of the numbers inside the rows; complete when all pieces were turned. */
  readonly passports: () => readonly ColumnPassport[]
}

/** `mintId` gives the ids of the rows; a thing that is new keeps that of its first row. */
export function makeStagedLines(mintId: () => string): StagedLines {
  const places = makePlaces()
  const slots: { layout: PlainLayout | null; stored: StoredSlots | null } = { layout: null, stored: null }
  const ofPlain = (row: PlainRow, layout: PlainLayout) => {
    if (slots.layout === null) Object.assign(slots, { layout, stored: storeSlots(layout, places) })
    return slots.layout === layout && slots.stored !== null ? rowOfPlain(row, layout, mintId()) : null
  }
  return {
    ofPlain,
    slots: () => slots.stored,
    ofPiece: ({ drafts, merged, posts, comments = [], series = [] }) => [
      ...drafts.flatMap((draft) => rowsOfDraft(draft, places, mintId)),
      ...merged.flatMap((account) => rowsOfAccount(account, places, mintId)),
      ...posts.flatMap((post) => rowsOfPost(post, mintId)),
      ...comments.map((comment) => rowOfComment(comment, mintId())),
      ...series.map((point) => rowOfDaily(point, mintId())),
    ],
    passports: () => places.passports,
  }
}

interface Places {
  readonly passports: ColumnPassport[]
  readonly placeOf: (passport: Passport) => number
}

function makePlaces(): Places {
  const passports: ColumnPassport[] = []
  const byKey = new Map<string, number>()
  const known = new WeakMap<Passport, number>()
  const find = (passport: Passport) => {
    const { column, name, tab, unit, proof, definition, formula, period, noteType, flow } = passport
    const key = JSON.stringify([tab, column, name])
    const place = byKey.get(key) ?? passports.length
    if (place === passports.length)
      passports.push({ column, metric: name, tab: tab ?? '', unit, proof, definition, formula, period, noteType, flow })
    byKey.set(key, place)
    return place
  }
  return {
    passports,
    placeOf: (passport) => {
      const held = known.get(passport)
      if (held !== undefined) return held
      const place = find(passport)
      known.set(passport, place)
      return place
    },
  }
}

type Number = number | null | readonly [number | null, number | null]

/** Numbers in the order of their columns; what repeats a column does not fit in and is left over. */
function placeReadings(readings: readonly Reading[], { placeOf }: Places): { numbers: Number[]; over: Reading[] } {
  const numbers: Number[] = []
  const over: Reading[] = []
  for (const reading of readings) {
    const place = placeOf(reading.passport)
    while (numbers.length < place) numbers.push(null)
    const held = numbers[place]
    if (held !== undefined && held !== null) over.push(reading)
    else numbers[place] = reading.value ?? [reading.low, reading.high]
  }
  return { numbers, over }
}

function storeSlots({ followers, audience, quotes, metrics }: PlainLayout, { placeOf }: Places): StoredSlots | null {
  const places = metrics.map(({ passport, slot }) => [slot, placeOf(passport)] as const)
  return new Set(places.map(([, place]) => place)).size === places.length ? { followers, audience, quotes, metrics: places } : null
}

function rowOfPlain(row: PlainRow, { metrics }: PlainLayout, rowId: string): StagedRow {
  const { platform, accountId, names, numbers, categories, observedAt } = row
  const { displayName, handle, region, verification, bio, person, mcn } = names
  const first = metrics.find(({ slot }) => !Number.isNaN(numbers[slot]))
  return {
    target: 'account',
    rowId,
    firstRowId: rowId,
    platform,
    ownId: accountId,
    displayName,
    handle,
    region,
    verification,
    bio,
    identity: isNobody(person) ? null : person,
    tab: first?.passport.tab ?? '',
    observedAt,
    values: null,
    slots: numbers,
    mcn,
    categories: categories.length > 0 ? categories : null,
  }
}

const isNobody = ({ gender, ageBand, languages }: Account['person']) => gender === null && ageBand === null && languages.length === 0

function rowsOfDraft(draft: AccountDraft, places: Places, mintId: () => string): StagedRow[] {
  const { numbers, over } = placeReadings(draft.readings, places)
  if (over.length > 0) return rowsOfAccount(completeAccount(draft), places, mintId)
  return [{ ...firstRow(draft, mintId()), tab: tabOf(draft.readings), observedAt: draft.observedAt, values: valuesOf(draft, numbers) }]
}

const tabOf = (readings: readonly Reading[]) => readings[0]?.passport.tab ?? ''

type Whole = Omit<Account, 'metrics'>

function firstRow(account: Whole, rowId: string) {
  const { platform, accountId, displayName, handle, region, verification, person, bio } = account
  const names = { displayName, handle, region, verification }
  return {
    target: 'account' as const,
    rowId,
    firstRowId: rowId,
    platform,
    ownId: accountId,
    ...names,
    bio,
    identity: person,
  }
}

/** What a record says beside names and numbers. Null and empty are left out: not known. */
function valuesOf(account: Whole, metrics: readonly Number[]): object {
  const { creatorType, followers, categories, mcn, commerce, community, actsAs, audience, quotes, posts, brands } = account
  const { ownShop, level, liveGmvRange } = commerce
  const sells = ownShop !== null || level !== null || liveGmvRange[0] !== null || liveGmvRange[1] !== null
  const leads = community.leads !== null || community.kind !== null || community.size !== null
  return {
    creatorType: creatorType ?? undefined,
    followers: followers ?? undefined,
    categories: categories.length > 0 ? categories : undefined,
    mcn: mcn ?? undefined,
    commerce: sells ? commerce : undefined,
    community: leads ? community : undefined,
    actsAs: actsAs.length > 0 ? actsAs : undefined,
    brands: brands.length > 0 ? brands : undefined,
    audience: audience ?? undefined,
    metrics: metrics.length > 0 ? metrics : undefined,
    quotes: quotes.length > 0 ? quotes.map(dropNulls) : undefined,
    posts: posts.length > 0 ? posts : undefined,
  }
}

function dropNulls(item: object): object {
  const kept: Record<string, unknown> = {}
  for (const key in item) {
    const value = item[key as keyof typeof item]
    if (value !== null) kept[key] = value
  }
  return kept
}

/** One row per time and, where a column says two things at one time, one more. The first carries all but the numbers of other times. */
function rowsOfAccount(account: Account, places: Places, mintId: () => string): StagedRow[] {
  const seen = [...account.metrics, ...account.quotes, ...account.posts].map((item) => item.observedAt).filter((moment) => moment !== null)
  const latest = seen.sort().at(-1) ?? null
  const groups = groupReadings(account.metrics, places)
  const first = groups.find(({ observedAt }) => observedAt === latest)
  const head = firstRow(account, mintId())
  const rest = groups.filter((group) => group !== first)
  return [
    { ...head, tab: first?.tab ?? rest[0]?.tab ?? '', observedAt: latest, values: valuesOf(account, first?.numbers ?? []) },
    ...rest.map(({ tab, observedAt, numbers }) => ({
      ...head,
      rowId: mintId(),
      bio: null,
      identity: null,
      tab,
      observedAt,
      values: { metrics: numbers },
    })),
  ]
}

interface Group {
  readonly tab: string
  readonly observedAt: string | null
  readonly numbers: readonly Number[]
}

function groupReadings(metrics: Account['metrics'], places: Places): Group[] {
  const byTime = new Map<string, Account['metrics']>()
  for (const metric of metrics) {
    const key = JSON.stringify([metric.tab, metric.observedAt])
    const held = byTime.get(key)
    if (held === undefined) byTime.set(key, [metric])
    else held.push(metric)
  }
  return [...byTime.values()].flatMap((group) => layer(group, places))
}

function layer(group: Account['metrics'], places: Places): Group[] {
  const [first] = group
  if (first === undefined) return []
  const readings = group.map(({ value, low, high, observedAt: _observedAt, ...passport }) => ({ passport, value, low, high }))
  const layers: Group[] = []
  for (let left: Reading[] = readings; left.length > 0;) {
    const { numbers, over } = placeReadings(left, places)
    layers.push({ tab: first.tab ?? '', observedAt: first.observedAt, numbers })
    left = over
  }
  return layers
}

function rowsOfPost(post: Post, mintId: () => string): StagedRow[] {
  const { platform, postId, observations, accountId, authorHash, url, publishedAt, format, sponsored, title, text } = post
  const names = { displayName: null, handle: null, region: null, verification: null }
  const firstRowId = mintId()
  return observations.map(({ observedAt, flow, source, views, likes, comments, shares, saves, danmaku, coins }, at) => ({
    target: 'post',
    rowId: at === 0 ? firstRowId : mintId(),
    firstRowId,
    platform,
    ownId: postId,
    ...names,
    identity: { flow, source, ...(at === 0 ? { accountId, authorHash, url, publishedAt, format, sponsored, title, text } : {}) },
    tab: '',
    observedAt,
    values: { views, likes, comments, shares, saves, danmaku, coins },
  }))
}
