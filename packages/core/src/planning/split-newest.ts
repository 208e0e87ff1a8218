import type { Account } from '../creators/index.ts'
import { listCounted, type Quantity } from './read-sample.ts'

/** An account as it stood before its newest post, and the count of that post. */
export interface SplitAccount {
  readonly past: Account
  readonly newest: number
}

/**
 * Hides the newest post whose count is known, and every later one without it: a test of a forecast may know only what
 * was there before. Null when fewer than two posts have the count.
 */
export function splitNewest(account: Account, quantity: Quantity, asOf: string | null): SplitAccount | null {
  const { counted, posts } = listCounted(account, quantity, asOf)
  const newest = counted.at(-1)
  if (newest === undefined || counted.length < 2) return null
  const from = posts.findIndex(({ post }) => post === newest.post)
  return { past: { ...account, posts: posts.slice(0, from).map(({ post }) => post) }, newest: newest.count }
}
