import { formatCount, formatExact, nameZh, PLATFORM_NAMES_ZH, say, type CreatorType, type Localized } from '../shared/index.ts'
import { BUYER_SIGNS, LEAST_BUYER_SIGNS, type BuyerFacts } from './buyer-sign-table.ts'
import type { Account } from './schema.ts'
import { endOfTier, findTier, TIER_NAMES_EN, TIER_NAMES_ZH, TIERS, type TierRow, type TierTable } from './tier-table.ts'

/** A creator's type and what it stands on. Null: not known, and the basis says why. */
export interface TypeWithBasis {
  readonly value: CreatorType | null
  readonly basis: string
  /** The basis in Chinese; what a person wrote may lack it. */
  readonly basisZh?: string | undefined
}

/** What a type is worked out from. */
export type TypeFacts = Pick<Account, 'platform' | 'followers' | 'creatorType'> & BuyerFacts

const NO_FOLLOWERS = say('followers unknown', '粉丝数未知')

const withBasis = (value: CreatorType | null, { en, zh }: Localized) => ({ value, basis: en, basisZh: zh })

// A basis that names a tier table was worked out here: newer followers or another table may change it. Words of a person never do.
const isWorkedOut = ({ value, basis }: TypeWithBasis) => value !== 'celebrity' && /; tiers [^;()]+\)/.test(basis)

/** What a person set stands; else the tier of the followers. Celebrity comes only from a person: fame is no follower count. KOC needs the signs of a normal buyer. */
export function typeOf(account: TypeFacts, tiers: TierTable = TIERS): TypeWithBasis {
  const { creatorType, platform, followers } = account
  if (creatorType?.value != null && !isWorkedOut(creatorType)) return creatorType
  if (!tiers.rows.some(({ platforms }) => platforms.some((each) => each === platform))) return withBasis(null, explainNoTiers(platform))
  if (followers === null) return withBasis(null, NO_FOLLOWERS)
  const row = findTier(platform, followers, tiers)
  if (row === null) return withBasis(null, explainBelowTiers(followers, tiers))
  const size = explainTier(row, { platform, followers, tiers })
  return row.type === 'koc' ? judgeBuyer(account, size) : withBasis(row.type, size)
}

function judgeBuyer(facts: BuyerFacts, size: Localized): TypeWithBasis {
  const signs = BUYER_SIGNS.map((read) => read(facts))
  const listWhere = (wanted: boolean | null) => joinSeen(signs.filter(({ isBuyer }) => isBuyer === wanted).map(({ seen }) => seen))
  const against = listWhere(false)
  const held = signs.filter(({ isBuyer }) => isBuyer === true).length
  const parts = [
    ...tell(listWhere(true), ['signs of a normal buyer', '普通消费者迹象']),
    ...tell(against, ['against it', '相反迹象']),
    ...tell(listWhere(null), ['not held or not telling', '未掌握或不能说明']),
  ]
  const isKoc = against === null && held >= LEAST_BUYER_SIGNS
  const verdict = isKoc ? [] : [explainNotKoc(against !== null)]
  const all = [size, ...parts, ...verdict]
  return withBasis(isKoc ? 'koc' : null, say(all.map(({ en }) => en).join('; '), all.map(({ zh }) => zh).join('；')))
}

const explainNotKoc = (isAgainst: boolean): Localized =>
  isAgainst
    ? say('so small, but no normal buyer: a person has to set the type', '体量虽小但不像普通消费者，类型须由人工设定')
    : say(
        `a KOC needs ${LEAST_BUYER_SIGNS} signs of a normal buyer: a person has to set the type`,
        `KOC 须有至少 ${LEAST_BUYER_SIGNS} 项普通消费者迹象，类型须由人工设定`,
      )

function joinSeen(seen: readonly Localized[]): Localized | null {
  return seen.length === 0 ? null : say(seen.map(({ en }) => en).join(', '), seen.map(({ zh }) => zh).join('、'))
}

const tell = (seen: Localized | null, [en, zh]: readonly [string, string]): Localized[] =>
  seen === null ? [] : [say(`${en}: ${seen.en}`, `${zh}：${seen.zh}`)]

function explainNoTiers(platform: string): Localized {
  return say(
    `no follower thresholds for ${platform}; a person has to set the type`,
    `${nameZh(PLATFORM_NAMES_ZH, platform)}没有可引用的粉丝量分级，类型须由人工设定`,
  )
}

function explainBelowTiers(followers: number, { version }: TierTable): Localized {
  return say(
    `${formatExact(followers)} followers are below every tier (tiers ${version}); a person has to set the type`,
    `粉丝 ${formatCount(followers, 'zh')}，低于所有分级（分级表 ${version}），类型须由人工设定`,
  )
}

function explainTier({ tier, fromFollowers, source, grade }: TierRow, { platform, followers, tiers }: TierPlace) {
  const mark = grade === 'A' ? say(', assumed [A]', '，为假设 [A]') : say('', '')
  const bounds = tellBounds(fromFollowers, endOfTier(platform, fromFollowers, tiers))
  return say(
    `${formatExact(followers)} followers: ${TIER_NAMES_EN[tier]} tier on ${platform}, ${bounds.en} (${source.en}${mark.en}; tiers ${tiers.version})`,
    `粉丝 ${formatCount(followers, 'zh')}：${nameZh(PLATFORM_NAMES_ZH, platform)}${TIER_NAMES_ZH[tier]}，${bounds.zh}（${source.zh}${mark.zh}；分级表 ${tiers.version}）`,
  )
}

interface TierPlace {
  readonly platform: string
  readonly followers: number
  readonly tiers: TierTable
}

function tellBounds(from: number, end: number | null): Localized {
  const [least, below] = [say(formatExact(from), formatCount(from, 'zh')), end]
  if (below === null) return say(`${least.en} and more`, `${least.zh}及以上`)
  const most = say(formatExact(below), formatCount(below, 'zh'))
  return from === 0 ? say(`under ${most.en}`, `不足 ${most.zh}`) : say(`${least.en} to under ${most.en}`, `${least.zh}至不足 ${most.zh}`)
}

/** The account with its type filled in, as importing leaves it. */
export function withType(account: Account): Account {
  return { ...account, creatorType: typeOf(account) }
}
