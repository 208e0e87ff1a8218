import type { Campaign, Finding } from '../campaigns/index.ts'
import { typeOf, type Account, type HeldForConflicts, type Quote, type TypeWithBasis } from '../creators/index.ts'
import { nameZh, PLATFORM_NAMES_ZH, say, type Localized } from '../shared/index.ts'
import { fitCohorts, forecastPaidPost, type Forecast } from '../planning/index.ts'
import { acceptanceOf, type AcceptanceFacts } from './acceptance.ts'
import { knowsAudience, lendShares, type AudienceSegment, type LentShares } from './audience-segments.ts'
import { chooseQuote, feeRoomOf } from './choose-quote.ts'
import { FEE_TABLE, feeRowOf, type FeeRow, type FeeTable } from './fee-table.ts'
import { findConflicts } from './conflicts/find-conflicts.ts'
import type { Acceptance } from './plan-parts-schema.ts'

/** A creator that can be planned with: price, type with basis, forecasts of one sponsored post. */
export interface PlanCandidate {
  readonly id: string
  readonly account: Account
  readonly type: TypeWithBasis
  readonly quote: Quote
  readonly costFen: number
  /** Kept back beside it for a platform fee that the quote does not state. */
  readonly feeRoomFen: number
  /** By which row that is. */
  readonly feeRow: FeeRow
  readonly priceBecause: Localized
  readonly views: Forecast
  readonly interactions: Forecast | null
  readonly knowsAudience: boolean
  readonly pAccepts: Acceptance
  /** What may stand in the way and does not rule the creator out; empty where nothing of that is held. */
  readonly warnings: readonly Finding[]
}

/** An account the planner cannot use, and why. */
export interface LeftOut {
  readonly id: string
  readonly because: Localized
}

export interface Pool {
  readonly candidates: readonly PlanCandidate[]
  readonly left: readonly LeftOut[]
  readonly lent: LentShares
}

const TWICE = say('this account stands twice in the list; the first one counts.', '该账号在名单中重复出现，以第一条为准。')
const DECLINED = say('has declined.', '已婉拒邀约。')
const NEVER = say('the campaign says never.', '本次推广已列入「不合作」名单。')
const NO_FORECAST = say('nothing to forecast from: no followers, no posts, no medians.', '无从预估：没有粉丝数、作品或中位数。')

function tellOtherPlatform(platform: string): Localized {
  return say(`${platform} is not a platform of this campaign.`, `${nameZh(PLATFORM_NAMES_ZH, platform)}不在本次推广的平台之内。`)
}

export interface CandidateFacts {
  /** Shanghai day of the plan. */
  readonly asOf: string
  readonly segments: readonly AudienceSegment[]
  /** Creators who said no to this plan. */
  readonly declined?: readonly string[] | undefined
  readonly acceptance?: AcceptanceFacts | undefined
  /** What is held of each creator's other work and days, by account id; absent: nothing of the kind was asked. */
  readonly held?: ReadonlyMap<string, HeldForConflicts> | undefined
  /** Service fees where quotes state none; absent: the shipped ones. */
  readonly fees?: FeeTable | undefined
}

/** Sorts accounts into candidates and those left out with a reason. Cohorts are learned from all accounts given. */
export function listCandidates(
  campaign: Campaign,
  accounts: readonly Account[],
  { asOf, segments, declined = [], acceptance = {}, held, fees = FEE_TABLE }: CandidateFacts,
): Pool {
  const views = fitCohorts(accounts, { metric: 'views', asOf })
  const interactions = fitCohorts(accounts, { metric: 'interactions', asOf })
  const seen = new Set<string>()
  const sorted = accounts.map((account): PlanCandidate | LeftOut => {
    const id = account.accountId
    if (seen.has(id)) return { id, because: TWICE }
    seen.add(id)
    const platforms: readonly string[] = campaign.platforms
    if (!platforms.includes(account.platform)) return { id, because: tellOtherPlatform(account.platform) }
    if (campaign.never.includes(id)) return { id, because: NEVER }
    if (declined.includes(id)) return { id, because: DECLINED }
    const conflicts = findConflicts({ account, ...held?.get(id) }, campaign, { kind: 'creator', id })
    const [blocking] = conflicts.filter(({ severity }) => severity === 'block')
    if (blocking !== undefined) return { id, because: blocking.because }
    const choice = chooseQuote(account, campaign.starts > asOf ? campaign.starts : asOf)
    if (choice.quote === null) return { id, because: choice.because }
    const forecast = forecastPaidPost(account, views, { metric: 'views', asOf })
    if (forecast === null) return { id, because: NO_FORECAST }
    const type = account.creatorType ?? typeOf(account)
    const feeRow = feeRowOf(fees, account.platform)
    return {
      id,
      account,
      type,
      quote: choice.quote,
      costFen: choice.costFen,
      feeRoomFen: feeRoomOf(choice, feeRow),
      feeRow,
      priceBecause: choice.because,
      views: forecast,
      interactions: forecastPaidPost(account, interactions, { metric: 'interactions', asOf }),
      knowsAudience: knowsAudience(account, segments),
      pAccepts: acceptanceOf(account, type.value, acceptance),
      warnings: conflicts.filter(({ severity }) => severity === 'warn'),
    }
  })
  const isLeft = (one: PlanCandidate | LeftOut): one is LeftOut => 'because' in one
  return {
    candidates: sorted.filter((one): one is PlanCandidate => !isLeft(one)),
    left: sorted.filter(isLeft),
    lent: lendShares(
      accounts.flatMap(({ audience }) => audience ?? []),
      segments,
    ),
  }
}
