import type { Account, AccountInput, Metric, RecentPost } from './account-schema.ts'

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
    bio: null,
    brands: [],
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

/** A number of which only what it is and where it stood is known. */
export function newMetric(input: Partial<Metric> & Pick<Metric, 'name' | 'value' | 'unit' | 'source' | 'column' | 'importId'>): Metric {
  return {
    low: null,
    high: null,
    proof: 'unproved',
    period: null,
    noteType: null,
    flow: null,
    definition: null,
    formula: null,
    tab: null,
    observedAt: null,
    ...input,
  }
}

/** A post of which only the id is known. */
export function newPost(input: Partial<RecentPost> & Pick<RecentPost, 'postId'>): RecentPost {
  return {
    publishedAt: null,
    sponsored: null,
    views: null,
    likes: null,
    comments: null,
    shares: null,
    saves: null,
    observedAt: null,
    ...input,
  }
}
