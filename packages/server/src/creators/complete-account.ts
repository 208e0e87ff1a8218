import type { Account, AccountInput } from '@kolibra/core/creators'

const UNKNOWN: Omit<Account, 'platform' | 'accountId'> = {
  handle: null,
  displayName: null,
  creatorType: null,
  followers: null,
  categories: [],
  region: null,
  mcn: null,
  verification: null,
  person: { gender: null, ageBand: null, languages: [] },
  commerce: { ownShop: null, level: null, liveGmvRange: [null, null] },
  community: { leads: null, kind: null, size: null },
  actsAs: [],
  audience: null,
  quotes: [],
  metrics: [],
  posts: [],
}

/** An account in which everything that was not said is not known. */
export function completeAccount(input: AccountInput): Account {
  const said = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  return { ...UNKNOWN, ...said, platform: input.platform, accountId: input.accountId }
}
