import { newestMetric, withType } from '@kolibra/core/creators'
import type { Account, Comment, ImportedFile, Order, Post, SeriesPoint } from '@kolibra/core/imports'
import { isObservedLater } from '@kolibra/core/shared'

/** What several files say together. */
export interface MergedImports {
  readonly accounts: Account[]
  readonly posts: Post[]
  readonly comments: Comment[]
  readonly orders: Order[]
  readonly series: SeriesPoint[]
}

/**
 * Joins files by the platform's own ids. Observations are appended, never overwritten: two files that disagree leave two numbers with
 * their sources. Each account leaves with its type and what that stands on. Where an account has room for one value only (followers, name), the file observed last gives it, else the first.
 */
export function mergeImports(files: readonly Pick<ImportedFile, 'accounts' | 'posts' | 'comments' | 'orders' | 'series'>[]): MergedImports {
  return {
    accounts: mergeBy(
      files.flatMap(({ accounts }) => accounts),
      ({ platform, accountId }) => `${platform} ${accountId}`,
      mergeAccounts,
    ).map(withType),
    posts: mergeBy(
      files.flatMap(({ posts }) => posts),
      ({ platform, postId }) => `${platform} ${postId}`,
      mergePosts,
    ),
    // Counted once whatever the number of files: an alarm must not come from importing twice.
    comments: mergeBy(
      files.flatMap(({ comments }) => comments),
      ({ platform, postId, commentId }) => `${platform} ${postId} ${commentId}`,
      fillUnknown,
    ),
    orders: dropRepeats(files.flatMap(({ orders }) => orders)),
    series: dropRepeats(files.flatMap(({ series }) => series)),
  }
}

function mergeBy<T>(things: readonly T[], keyOf: (thing: T) => string, merge: (held: T, next: T) => T): T[] {
  const byKey = new Map<string, T>()
  for (const thing of things) {
    const held = byKey.get(keyOf(thing))
    byKey.set(keyOf(thing), held === undefined ? thing : merge(held, thing))
  }
  return [...byKey.values()]
}

function mergeAccounts(held: Account, next: Account): Account {
  const isNewer = isObservedLater(lastSeen(next), lastSeen(held))
  const [first, second] = isNewer ? [next, held] : [held, next]
  const metrics = dropRepeats([...held.metrics, ...next.metrics])
  const filled = fillUnknown(first, second)
  return {
    ...filled,
    followers: countFollowers(metrics) ?? filled.followers,
    person: { ...fillUnknown(first.person, second.person), languages: dropRepeats([...held.person.languages, ...next.person.languages]) },
    commerce: fillUnknown(first.commerce, second.commerce),
    community: fillUnknown(first.community, second.community),
    categories: dropRepeats([...held.categories, ...next.categories]),
    actsAs: dropRepeats([...held.actsAs, ...next.actsAs]),
    quotes: dropRepeats([...held.quotes, ...next.quotes]),
    metrics,
    posts: dropRepeats([...held.posts, ...next.posts]),
  }
}

/** The count that was observed last: a price with a date does not date a count beside it. Null where no count says when. */
function countFollowers(metrics: Account['metrics']): number | null {
  const isCount = ({ name, value, observedAt }: Account['metrics'][number]) =>
    name === 'followers' && observedAt !== null && Number.isSafeInteger(value)
  return newestMetric(metrics, isCount)?.value ?? null
}

function mergePosts(held: Post, next: Post): Post {
  return { ...fillUnknown(held, next), observations: dropRepeats([...held.observations, ...next.observations]) }
}

/** The newest moment any of its numbers was observed; null when none says. */
function lastSeen({ metrics, quotes }: Account): string | null {
  return [...metrics, ...quotes].reduce<string | null>(
    (last, { observedAt }) => (isObservedLater(observedAt, last) ? observedAt : last),
    null,
  )
}

const isUnknown = (value: unknown) => value === null || (Array.isArray(value) && value.every((part) => part === null))

/** `first`, with what it does not know taken from `second`. */
function fillUnknown<T extends object>(first: T, second: T): T {
  const known = Object.entries(first).filter(([, value]) => !isUnknown(value))
  return { ...first, ...second, ...Object.fromEntries(known) }
}

function dropRepeats<T>(things: readonly T[]): T[] {
  return [...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values()]
}
