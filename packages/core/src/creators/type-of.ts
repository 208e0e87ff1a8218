import { formatCount, formatExact, nameZh, PLATFORM_NAMES_ZH, say, type CreatorType, type Localized } from '../shared/index.ts'
import type { Account } from './schema.ts'
import { TIER_NAMES_ZH, TIERS, type TierRow } from './tier-table.ts'

/** A creator's type and what it stands on. Null: not known, and the basis says why. */
export interface TypeWithBasis {
  readonly value: CreatorType | null
  readonly basis: string
  /** The basis in Chinese; what a person wrote may lack it. */
  readonly basisZh?: string | undefined
}

const NO_FOLLOWERS = say('followers unknown', '粉丝数未知')

const withBasis = (value: CreatorType | null, { en, zh }: Localized) => ({ value, basis: en, basisZh: zh })

/** What a person set stands; else the tier of the followers. Celebrity comes only from a person: fame is no follower count. */
export function typeOf(account: Pick<Account, 'platform' | 'followers' | 'creatorType'>): TypeWithBasis {
  if (account.creatorType?.value != null) return account.creatorType
  const { platform, followers } = account
  const tiers = TIERS.rows.filter(({ platforms }) => platforms.some((each) => each === platform))
  if (tiers.length === 0) return withBasis(null, explainNoTiers(platform))
  if (followers === null) return withBasis(null, NO_FOLLOWERS)
  const row = tiers.find(({ fromFollowers }) => followers >= fromFollowers)
  return row === undefined ? withBasis(null, NO_FOLLOWERS) : withBasis(row.type, explainTier(row, followers))
}

function explainNoTiers(platform: string): Localized {
  return say(
    `no follower thresholds for ${platform}; a person has to set the type`,
    `${nameZh(PLATFORM_NAMES_ZH, platform)}没有可引用的粉丝量分级，类型须由人工设定`,
  )
}

function explainTier({ tier, fromFollowers, source, isAssumed }: TierRow, followers: number): Localized {
  const mark = isAssumed ? say(', assumed [A]', '，为假设 [A]') : say('', '')
  return say(
    `${formatExact(followers)} followers: ${tier}, from ${formatExact(fromFollowers)} (${source.en}${mark.en}; tiers ${TIERS.version})`,
    `粉丝 ${formatCount(followers, 'zh')}：${TIER_NAMES_ZH[tier]}，${formatCount(fromFollowers, 'zh')}起（${source.zh}${mark.zh}；分级表 ${TIERS.version}）`,
  )
}

/** A type kept without the Chinese of its basis gets it back where this program worked it out; a person's words stay as they are. */
export function withBasisZh(account: Pick<Account, 'platform' | 'followers'>, type: TypeWithBasis): TypeWithBasis {
  if (type.basisZh !== undefined) return type
  const worked = typeOf({ ...account, creatorType: null })
  return worked.basis === type.basis ? { ...type, basisZh: worked.basisZh } : type
}

/** The account with its type filled in, as importing leaves it. */
export function withType(account: Account): Account {
  return { ...account, creatorType: typeOf(account) }
}
