import type { Account } from './account-schema.ts'
import type { Post } from './schema.ts'
import { canonicalJson } from '../shared/index.ts'

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
  const merged = mergeAccounts(held, account)
  if (canonicalJson(merged) === canonicalJson(held)) return
  into.things.set(key, merged)
  into.observations += 1
}

function mergeAccounts(held: Account, later: Account): Account {
  const known = Object.fromEntries(Object.entries(later).map(([field, value]) => [field, held[field as keyof Account] ?? value])) as Account
  const metrics = appendNew(held.metrics, later.metrics)
  return {
    ...known,
    followers: findLatestFollowers(metrics) ?? known.followers,
    quotes: appendNew(held.quotes, later.quotes),
    metrics,
    posts: appendNew(held.posts, later.posts),
    categories: [...new Set([...held.categories, ...later.categories])],
  }
}

// Of several counts the one observed last stands; among equals the first row.
function findLatestFollowers(metrics: Account['metrics']): number | null {
  const counts = metrics.filter(({ name, value }) => name === 'followers' && value !== null)
  const latest = counts.reduce<Account['metrics'][number] | null>(
    (held, each) => (held !== null && (each.observedAt ?? '') <= (held.observedAt ?? '') ? held : each),
    null,
  )
  return latest?.value ?? null
}

function appendNew<T>(held: readonly T[], later: readonly T[]): T[] {
  const seen = new Set(held.map((item) => canonicalJson(item)))
  return [...held, ...later.filter((item) => !seen.has(canonicalJson(item)))]
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
  const observations = appendNew(held.observations, post.observations)
  into.observations += observations.length - held.observations.length
  into.things.set(key, { ...held, accountId: held.accountId ?? post.accountId, observations })
}
