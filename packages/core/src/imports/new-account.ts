import type { Account, AccountInput } from './account-schema.ts'

/** An account with every field a person or export left out as not known: null or empty, never zero. */
export function newAccount(input: AccountInput): Account {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<Account>
  return {
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
    ...given,
    platform: input.platform,
    accountId: input.accountId,
  }
}

/** A quote with everything but its format and source not known. */
export function newQuote(input: Partial<Account['quotes'][number]> & { format: string; source: string }): Account['quotes'][number] {
  return {
    listFen: null,
    netFen: null,
    rebate: null,
    platformFee: null,
    taxFen: null,
    slotFeeFen: null,
    commissionShare: null,
    gifts: null,
    perThousandPlaysFen: null,
    filed: null,
    validUntil: null,
    observedAt: null,
    ...input,
  }
}
