import type { CreatorType } from '../shared/index.ts'
import type { Account } from './schema.ts'
import { TIERS, type TierRow } from './tier-table.ts'

/** A creator's type and what it stands on. Null: not known, and the basis says why. */
export interface TypeWithBasis {
  readonly value: CreatorType | null
  readonly basis: string
}

/** What a person set stands; else the tier of the followers. Celebrity comes only from a person: fame is no follower count. */
export function typeOf(account: Pick<Account, 'platform' | 'followers' | 'creatorType'>): TypeWithBasis {
  if (account.creatorType?.value != null) return account.creatorType
  const { platform, followers } = account
  const tiers = TIERS.rows.filter(({ platforms }) => platforms.some((each) => each === platform))
  if (tiers.length === 0) return { value: null, basis: `no follower thresholds for ${platform}; a person has to set the type` }
  if (followers === null) return { value: null, basis: 'followers unknown' }
  const row = tiers.find(({ fromFollowers }) => followers >= fromFollowers)
  return row === undefined ? { value: null, basis: 'followers unknown' } : { value: row.type, basis: explainTier(row, followers) }
}

function explainTier({ tier, fromFollowers, source, isAssumed }: TierRow, followers: number): string {
  const mark = isAssumed ? ', assumed [A]' : ''
  return `${followers} followers: ${tier}, from ${fromFollowers} (${source}${mark}; tiers ${TIERS.version})`
}

/** The account with its type filled in, as importing leaves it. */
export function withType(account: Account): Account {
  return { ...account, creatorType: typeOf(account) }
}
