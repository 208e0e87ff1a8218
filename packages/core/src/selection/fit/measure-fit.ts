import type { Campaign } from '../../campaigns/index.ts'
import type { Account, RelationshipFacts, Vetting } from '../../creators/index.ts'
import { formatShare, say } from '../../shared/index.ts'
import { LEAST_RANKED } from '../creator-page/rank-in-spread.ts'
import { combineFit, type MeasuredPart } from './combine-fit.ts'
import type { FitReport, FitTable } from './fit-schema.ts'
import { FIT_TABLE } from './fit-table.ts'
import { measureAudience, type AudienceReference } from './measure-audience.ts'
import { measureContent } from './measure-content.ts'
import { measurePastWork } from './measure-past-work.ts'
import { joinPastWork, measureRelationship } from './measure-relationship.ts'

/** The place of a creator's cost per thousand views among `n` peers: share that is cheaper, 0–1; null among fewer than eight. */
export interface PricePlace {
  readonly rank: number | null
  readonly n: number
}

/** What fit is worked out from. Posts come inside the account; null is not known. */
export interface FitFacts {
  readonly account: Account
  readonly vetting: Pick<Vetting, 'authenticity' | 'image'> | null
  readonly price: PricePlace | null
  readonly reference: AudienceReference | null
  /** What is held of working with them ourselves; absent: nothing was read. */
  readonly relationship?: RelationshipFacts | null | undefined
}

/**
 * How a creator fits a campaign, 0–1, with every part printed: audience, content, authenticity, price among peers, brand safety (the score
 * of the image report and nothing besides), past work. Formula: weighted geometric mean (science.md §8).
 */
export function measureFit(facts: FitFacts, campaign: Pick<Campaign, 'audience' | 'category'>, table: FitTable = FIT_TABLE): FitReport {
  const { account, vetting, price, reference, relationship = null } = facts
  return combineFit(
    {
      audience: measureAudience(account.audience, campaign.audience, reference),
      content: measureContent(account, vetting?.image ?? null, campaign.category),
      authenticity: measureAuthenticity(vetting),
      price: measurePrice(price),
      safety: measureSafety(vetting),
      pastWork: joinPastWork(measurePastWork(account.posts), relationship === null ? null : measureRelationship(relationship)),
    },
    table,
  )
}

function measureAuthenticity(vetting: FitFacts['vetting']): MeasuredPart {
  const { score = null, completeness = 0 } = vetting?.authenticity ?? {}
  if (score === null)
    return {
      value: null,
      completeness: 0,
      because: say('Nothing could be computed: no evidence is no clean record.', '无从判断：没有证据不等于没有问题。'),
    }
  return {
    value: score / 100,
    completeness,
    because: say(`Authenticity report: ${Math.floor(score)} of 100.`, `真实性报告 ${Math.floor(score)} 分（满分 100）。`),
  }
}

function measurePrice(place: PricePlace | null): MeasuredPart {
  if (place === null || place.rank === null) {
    const n = place?.n ?? 0
    return {
      value: null,
      completeness: 0,
      because: say(
        `Price or forecast is unknown, or there are fewer than ${LEAST_RANKED} peers (${n}).`,
        `价格或预估未知，或可比达人不足 ${LEAST_RANKED} 位（${n} 位）。`,
      ),
    }
  }
  const { rank, n } = place
  return {
    // Half a place is kept on either side: the dearest of eight is dear, not worthless.
    value: (n * (1 - rank) + 0.5) / (n + 1),
    completeness: 1,
    because: say(
      `Cost per thousand views: ${formatShare(rank, 'en')} of ${n} peers are cheaper.`,
      `千次播放成本：${n} 位可比达人中 ${formatShare(rank, 'zh')} 更便宜。`,
    ),
  }
}

function measureSafety(vetting: FitFacts['vetting']): MeasuredPart {
  const safety = vetting?.image.safety
  if (safety === undefined || safety.score === null)
    return {
      value: null,
      completeness: 0,
      because: say('Brand safety is not known: posts, comments or incidents are not held.', '品牌安全未知：未掌握作品、评论或处罚记录。'),
    }
  const known = safety.parts.filter(({ off }) => off !== null).length
  return {
    value: safety.score / 100,
    completeness: known / safety.parts.length,
    because: say(`Image report: ${Math.floor(safety.score)} of 100.`, `形象报告：${Math.floor(safety.score)} 分（满分 100）。`),
  }
}
