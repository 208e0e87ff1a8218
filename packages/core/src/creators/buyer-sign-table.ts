import { formatExact, formatFen, formatShare, say, type Localized } from '../shared/index.ts'
import type { Account } from './schema.ts'
import { isReplaced, newestMetric } from './standing.ts'

/** What the signs are read from. */
export type BuyerFacts = Pick<Account, 'mcn' | 'verification' | 'commerce' | 'quotes' | 'metrics' | 'posts'>

/** Whether an account carries one sign of a normal buyer: true, false, or null where nothing is held; and what was seen. */
export interface BuyerSign {
  readonly isBuyer: boolean | null
  readonly seen: Localized
}

/** Prices of ordinary people on Xiaohongshu reach CNY 800 a note (science.md §1.3, ijunjun). */
const MOST_PRICE_FEN = 80_000
/** [A] A buyer who is now and then sent something; somebody who lives from it. */
const FEW_SPONSORED = 3
const MANY_SPONSORED = 10
const MOST_SPONSORED_SHARE = 0.2
const LEAST_KNOWN_POSTS = 5

const ABSENT = /^(none|无|没有|未签约|未认证|-+)$/i
const BUSINESS = /企业|品牌|机构|官方|媒体|商家|enterprise|brand|official|business/i

function readAgency({ mcn }: BuyerFacts): BuyerSign {
  if (mcn === null) return { isBuyer: null, seen: say('agency (MCN)', '是否签约 MCN') }
  if (ABSENT.test(mcn.trim())) return { isBuyer: true, seen: say('no agency', '未签约 MCN') }
  return { isBuyer: false, seen: say('signed with an agency', '已签约 MCN') }
}

function readPrice({ quotes }: BuyerFacts): BuyerSign {
  const listed = quotes.flatMap((quote) => (isReplaced(quote, quotes) ? [] : (quote.listFen ?? [])))
  if (listed.length === 0) return { isBuyer: null, seen: say('prices', '报价') }
  const highest = Math.max(...listed)
  return {
    isBuyer: highest <= MOST_PRICE_FEN,
    seen: say(`highest listed price ${formatFen(highest, 'en')}`, `最高刊例价 ${formatFen(highest, 'zh')}`),
  }
}

function readSponsored({ posts, metrics }: BuyerFacts): BuyerSign {
  const known = posts.flatMap(({ sponsored }) => sponsored ?? [])
  if (known.length >= LEAST_KNOWN_POSTS) {
    const share = known.filter(Boolean).length / known.length
    const seen = say(`${formatShare(share, 'en')} of the posts sponsored`, `商单占比 ${formatShare(share, 'zh')}`)
    return { isBuyer: share <= MOST_SPONSORED_SHARE, seen }
  }
  const count = newestMetric(metrics, ({ name }) => name === 'sponsoredPosts')?.value ?? null
  if (count === null) return { isBuyer: null, seen: say('sponsored posts', '商单数量') }
  const seen = say(`${formatExact(count)} sponsored posts`, `商单 ${formatExact(count)} 篇`)
  return { isBuyer: count <= FEW_SPONSORED ? true : count > MANY_SPONSORED ? false : null, seen }
}

function readShop({ commerce }: BuyerFacts): BuyerSign {
  if (commerce.ownShop === null) return { isBuyer: null, seen: say('own shop', '是否自有店铺') }
  return commerce.ownShop
    ? { isBuyer: false, seen: say('runs a shop', '有自有店铺') }
    : { isBuyer: true, seen: say('no shop', '无自有店铺') }
}

function readLiveSales({ commerce }: BuyerFacts): BuyerSign {
  const [low, high] = commerce.liveGmvRange
  if (low === null && high === null) return { isBuyer: null, seen: say('live sales', '直播带货') }
  return (low ?? 0) > 0 || (high ?? 0) > 0
    ? { isBuyer: false, seen: say('sells in lives', '有直播带货') }
    : { isBuyer: true, seen: say('no live sales', '无直播带货') }
}

function readBadge({ verification }: BuyerFacts): BuyerSign {
  if (verification === null) return { isBuyer: null, seen: say('verification', '认证') }
  if (ABSENT.test(verification.trim())) return { isBuyer: true, seen: say('not verified', '无认证') }
  // A badge of a person says little either way.
  if (!BUSINESS.test(verification)) return { isBuyer: null, seen: say('verified as a person', '个人认证') }
  return { isBuyer: false, seen: say('verified as a business', '企业/机构认证') }
}

/** The signs of a normal buyer (素人): sincere and neutral means that nobody pays the account and it sells nothing. All cuts [A] but the price. */
export const BUYER_SIGNS: readonly ((facts: BuyerFacts) => BuyerSign)[] = [
  readAgency,
  readPrice,
  readSponsored,
  readShop,
  readLiveSales,
  readBadge,
]

/** So many signs must be held, and none may speak against it [A]. */
export const LEAST_BUYER_SIGNS = 2
