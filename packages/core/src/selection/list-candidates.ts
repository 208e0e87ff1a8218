import type { Campaign, Finding } from '../campaigns/index.ts'
import { nameFormat, typeOf, type Account, type HeldForConflicts, type Quote, type TypeWithBasis } from '../creators/index.ts'
import { nameZh, PLATFORM_NAMES_ZH, say, type Localized } from '../shared/index.ts'
import { fitCohorts, forecastPaidPost, type Cohorts, type Forecast, type ForecastMetric } from '../planning/index.ts'
import { acceptanceOf, type AcceptanceFacts } from './acceptance.ts'
import { knowsAudience, lendShares, type AudienceSegment, type LentShares } from './audience-segments.ts'
import { feeRoomOf, listBookable } from './choose-quote.ts'
import { FEE_TABLE, feeRowOf, type FeeRow, type FeeTable } from './fee-table.ts'
import { findConflicts } from './conflicts/find-conflicts.ts'
import { forecastFormat } from './format-forecast.ts'
import type { Acceptance } from './plan-parts-schema.ts'

/** A creator that can be planned with in one format: price, type with basis, forecasts of one sponsored post. */
export interface PlanCandidate {
  /** The creator; all its options carry the same. */
  readonly id: string
  /** The creator in this format, as the mix problem names it. */
  readonly option: string
  /** What the creator offers beside this format, the cheapest first. */
  readonly others: readonly { readonly format: string; readonly costFen: number }[]
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
  /** What would let it in. */
  readonly fix: Localized
}

export interface Pool {
  readonly candidates: readonly PlanCandidate[]
  readonly left: readonly LeftOut[]
  readonly lent: LentShares
}

type Out = Omit<LeftOut, 'id'>

const TWICE: Out = {
  because: say('this account stands twice in the list; the first one counts.', '该账号在名单中重复出现，以第一条为准。'),
  fix: say('Take one of the two out of the list.', '请从名单中删去其中一条。'),
}
const DECLINED: Out = {
  because: say('has declined.', '已婉拒邀约。'),
  fix: say('Ask again and enter the yes.', '请再次沟通，并录入接受结果。'),
}
const NEVER: Out = {
  because: say('the campaign says never.', '本项目已列入「不合作」名单。'),
  fix: say('Take the creator off the list of those it never works with.', '请将其移出「不合作」名单。'),
}
const NO_FORECAST: Out = {
  because: say('nothing to forecast from: no followers, no posts, no medians.', '无从预估：没有粉丝数、作品或中位数。'),
  fix: say('Import the follower count or the last posts.', '请导入粉丝数或近期作品数据。'),
}
const ENTER_QUOTE = say('Enter a filed quote that holds on the first day of the campaign.', '请录入在项目开始日有效的报备报价。')

function tellOtherPlatform(platform: string): Out {
  const zh = nameZh(PLATFORM_NAMES_ZH, platform)
  return {
    because: say(`${platform} is not a platform of this campaign.`, `${zh}不在本项目的平台之内。`),
    fix: say(`Add ${platform} to the platforms of the campaign.`, `请将${zh}加入本项目的平台。`),
  }
}

export interface CandidateFacts {
  /** Shanghai day of the plan. */
  readonly asOf: string
  readonly segments: readonly AudienceSegment[]
  /** Formats that a person fixed, by creator id. */
  readonly formats?: ReadonlyMap<string, string> | undefined
  /** Creators who said no to this plan. */
  readonly declined?: readonly string[] | undefined
  readonly acceptance?: AcceptanceFacts | undefined
  /** What is held of each creator's other work and days, by account id; absent: nothing of the kind was asked. */
  readonly held?: ReadonlyMap<string, HeldForConflicts> | undefined
  /** Service fees where quotes state none; absent: the shipped ones. */
  readonly fees?: FeeTable | undefined
}

/** Sorts accounts into candidates, one per format that is worth a look, and those left out with a reason. Cohorts are learned from all accounts given. */
export function listCandidates(campaign: Campaign, accounts: readonly Account[], facts: CandidateFacts): Pool {
  const { asOf, segments } = facts
  const known: KnownFacts = {
    ...facts,
    cohorts: {
      views: fitCohorts(accounts, { metric: 'views', asOf }),
      interactions: fitCohorts(accounts, { metric: 'interactions', asOf }),
    },
  }
  const seen = new Set<string>()
  const sorted = accounts.flatMap((account): readonly (PlanCandidate | LeftOut)[] => {
    const id = account.accountId
    const isRepeated = seen.has(id)
    seen.add(id)
    const out = isRepeated ? TWICE : explainOut(account, campaign, facts)
    return out === null ? listOptions(account, campaign, known) : [{ id, ...out }]
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

function explainOut({ accountId: id, platform }: Account, campaign: Campaign, { declined = [] }: CandidateFacts): Out | null {
  const platforms: readonly string[] = campaign.platforms
  if (!platforms.includes(platform)) return tellOtherPlatform(platform)
  if (campaign.never.includes(id)) return NEVER
  return declined.includes(id) ? DECLINED : null
}

type KnownFacts = CandidateFacts & { readonly cohorts: Readonly<Record<ForecastMetric, Cohorts>> }

function listOptions(account: Account, campaign: Campaign, facts: KnownFacts): readonly (PlanCandidate | LeftOut)[] {
  const { asOf, segments, acceptance = {}, held, fees = FEE_TABLE, formats, cohorts } = facts
  const id = account.accountId
  const conflicts = findConflicts({ account, ...held?.get(id) }, campaign, { kind: 'creator', id })
  const blocking = conflicts.find(({ severity }) => severity === 'block')
  if (blocking !== undefined) return [{ id, because: blocking.because, fix: blocking.fix }]
  const { bookable, because } = listBookable(account, campaign.starts > asOf ? campaign.starts : asOf)
  if (bookable.length === 0) return [{ id, because, fix: ENTER_QUOTE }]
  const forecast = (metric: ForecastMetric) => forecastPaidPost(account, cohorts[metric], { metric, asOf })
  const views = forecast('views')
  if (views === null) return [{ id, ...NO_FORECAST }]
  const format = formats?.get(id)
  const offered = bookable.filter(({ quote }) => format === undefined || quote.format === format)
  if (offered.length === 0) return [{ id, ...tellNoFormat(format ?? '') }]
  const type = account.creatorType ?? typeOf(account)
  const feeRow = feeRowOf(fees, account.platform)
  const shared = {
    id,
    account,
    type,
    feeRow,
    knowsAudience: knowsAudience(account, segments),
    pAccepts: acceptanceOf(account, type.value, acceptance),
    warnings: conflicts.filter(({ severity }) => severity === 'warn'),
  }
  const interactions = forecast('interactions')
  const worthy = dropDominated(
    offered.map((choice) => ({
      ...shared,
      quote: choice.quote,
      costFen: choice.costFen,
      feeRoomFen: feeRoomOf(choice, feeRow),
      priceBecause: choice.because,
      views: forecastFormat(views, choice.quote.format),
      interactions: interactions === null ? null : forecastFormat(interactions, choice.quote.format),
    })),
    campaign,
  )
  return worthy.map((option) => ({
    ...option,
    option: worthy.length === 1 ? id : `${id} · ${option.quote.format}`,
    others: bookable.flatMap(({ quote, costFen }) => (quote === option.quote ? [] : [{ format: quote.format, costFen }])),
  }))
}

const tellNoFormat = (format: string): Out => {
  const { en, zh } = nameFormat(format)
  return {
    because: say(`no usable quote for the format that is locked (${en}).`, `没有所锁定形式（${zh}）的可用报价。`),
    fix: say('Enter a quote for it, or lock another format.', '请录入该形式的报价，或改锁其他形式。'),
  }
}

type Option = Pick<PlanCandidate, 'costFen' | 'feeRoomFen' | 'views'>

/** Without who costs as much as another and brings no more; where a least share of the budget is asked for, the dearer one can be what meets it. */
function dropDominated<T extends Option>(options: readonly T[], { mix, constraints }: Campaign): T[] {
  const limits = [...mix, ...(constraints?.platforms ?? []), ...(constraints?.categories ?? [])]
  if (limits.some(({ minShare }) => (minShare ?? 0) > 0)) return [...options]
  const costOf = ({ costFen, feeRoomFen }: Option) => costFen + feeRoomFen
  const isBeaten = (one: T, at: number) =>
    options.some((other, place) => {
      if (place === at || costOf(other) > costOf(one) || other.views.p50 < one.views.p50) return false
      return costOf(other) < costOf(one) || other.views.p50 > one.views.p50 || place < at
    })
  return options.filter((one, at) => !isBeaten(one, at))
}
