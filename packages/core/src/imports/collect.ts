import type { Account } from './account-schema.ts'
import type { Post } from './schema.ts'
import { canonicalJson, isObservedLater } from '../shared/index.ts'

/** Things met in one file: a repeated one is counted once more, and kept as a further observation when it says something else. */
export interface Collected<T> {
  readonly things: Map<string, T>
  duplicates: number
  observations: number
}

/** Nothing met yet. */
export function startCollecting<T>(): Collected<T> {
  return { things: new Map(), duplicates: 0, observations: 0 }
}

const keyOf = (platform: string, id: string) => `${platform}\u0000${id}`

/** Adds an account row. A repeated account keeps its first identity; other prices and numbers are appended with their passport. */
export function addAccount(into: Collected<Account>, account: Account): void {
  const key = keyOf(account.platform, account.accountId)
  const held = into.things.get(key)
  if (held === undefined) {
    into.things.set(key, account)
    into.observations += 1
    return
  }
  into.duplicates += 1
  // Measured before merging: long lists grow in place.
  const before = countItems(held)
  const merged = mergeAccounts(held, account)
  if (countItems(merged) === before && hasSameFields(merged, held)) return
  into.things.set(key, merged)
  into.observations += 1
}

function countItems({ quotes, metrics, posts, categories }: Account): string {
  return [quotes, metrics, posts, categories].map(({ length }) => length).join()
}

function hasSameFields(merged: Account, held: Account): boolean {
  const { quotes: _quotes, metrics: _metrics, posts: _posts, categories: _categories, ...fields } = held
  return Object.entries(merged).every(([field, value]) => {
    if (!Object.hasOwn(fields, field)) return true
    const earlier = held[field as keyof Account]
    return earlier === value || canonicalJson(earlier) === canonicalJson(value)
  })
}

function mergeAccounts(held: Account, later: Account): Account {
  const known = Object.fromEntries(Object.entries(later).map(([field, value]) => [field, held[field as keyof Account] ?? value])) as Account
  const metrics = appendNew(held.metrics, later.metrics)
  return {
    ...known,
    followers: findLatestFollowers(metrics) ?? known.followers,
    brands: appendNew(held.brands, later.brands),
    quotes: appendNew(held.quotes, later.quotes),
    metrics,
    posts: appendNew(held.posts, later.posts),
    categories: [...new Set([...held.categories, ...later.categories])],
  }
}

type Metric = Account['metrics'][number]

const latestIn = new WeakMap<readonly Metric[], { readonly upTo: number; readonly latest: Metric | null }>()

// Of several counts the one observed last stands; among equals the first row. What is no whole number is no count.
function findLatestFollowers(metrics: readonly Metric[]): number | null {
  const known = latestIn.get(metrics) ?? { upTo: 0, latest: null }
  const counts = metrics
    .slice(known.upTo)
    .filter(({ name, value }) => name === 'followers' && value !== null && Number.isSafeInteger(value) && value >= 0)
  const latest = counts.reduce<Metric | null>(
    (held, each) => (held !== null && !isObservedLater(each.observedAt, held.observedAt) ? held : each),
    known.latest,
  )
  latestIn.set(metrics, { upTo: metrics.length, latest })
  return latest?.value ?? null
}

// From here on a list grows in place and remembers what stands in it: one thing repeated in every row of a file would cost the square
// of the rows otherwise. Shorter ones are cheaper to compare anew than to remember.
const LONG_LIST = 256
const writtenIn = new WeakMap<readonly unknown[], Set<string>>()

function appendNew<T>(held: T[], later: readonly T[]): T[] {
  const known = writtenIn.get(held)
  const seen = known ?? new Set(held.map((item) => canonicalJson(item)))
  const fresh = later.map((item) => ({ item, text: canonicalJson(item) })).filter(({ text }) => !seen.has(text))
  const list = known === undefined ? [...held] : held
  for (const { item, text } of fresh) {
    list.push(item)
    seen.add(text)
  }
  if (list.length >= LONG_LIST) writtenIn.set(list, seen)
  return list
}

/** Adds a thing that has room for one state: a later row that says something else takes its place. */
export function addLatest<T>(into: Collected<T>, key: string, thing: T): void {
  const held = into.things.get(key)
  if (held === undefined || canonicalJson(held) !== canonicalJson(thing)) into.observations += 1
  if (held !== undefined) into.duplicates += 1
  into.things.set(key, thing)
}

/** Adds a post row with one observation. */
export function addPost(into: Collected<Post>, post: Post): void {
  const key = keyOf(post.platform, post.postId)
  const held = into.things.get(key)
  if (held === undefined) {
    into.things.set(key, post)
    into.observations += 1
    return
  }
  into.duplicates += 1
  const before = held.observations.length
  const observations = appendNew(held.observations, post.observations)
  into.observations += observations.length - before
  into.things.set(key, { ...held, accountId: held.accountId ?? post.accountId, observations })
}
