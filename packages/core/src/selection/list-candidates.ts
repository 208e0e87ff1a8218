import type { Campaign } from '../campaigns/index.ts'
import { typeOf, type Account, type Quote, type TypeWithBasis } from '../creators/index.ts'
import { fitCohorts, forecastAccount, type Forecast } from '../planning/index.ts'
import { knowsAudience, lendShares, type AudienceSegment, type LentShares } from './audience-segments.ts'
import { chooseQuote } from './choose-quote.ts'

/** A creator that can be planned with: price, type with basis, forecasts of one post. */
export interface PlanCandidate {
  readonly id: string
  readonly account: Account
  readonly type: TypeWithBasis
  readonly quote: Quote
  readonly costFen: number
  readonly priceBecause: string
  readonly views: Forecast
  readonly interactions: Forecast | null
  readonly knowsAudience: boolean
}

/** An account the planner cannot use, and why. */
export interface LeftOut {
  readonly id: string
  readonly because: string
}

export interface Pool {
  readonly candidates: readonly PlanCandidate[]
  readonly left: readonly LeftOut[]
  readonly lent: LentShares
}

/** Sorts accounts into candidates and those left out with a reason. Cohorts are learned from all accounts given. */
export function listCandidates(
  campaign: Campaign,
  accounts: readonly Account[],
  { asOf, segments }: { asOf: string; segments: readonly AudienceSegment[] },
): Pool {
  const views = fitCohorts(accounts, { metric: 'views', asOf })
  const interactions = fitCohorts(accounts, { metric: 'interactions', asOf })
  const seen = new Set<string>()
  const sorted = accounts.map((account): PlanCandidate | LeftOut => {
    const id = account.accountId
    if (seen.has(id)) return { id, because: 'this account stands twice in the list; the first one counts.' }
    seen.add(id)
    const platforms: readonly string[] = campaign.platforms
    if (!platforms.includes(account.platform)) return { id, because: `${account.platform} is not a platform of this campaign.` }
    if (campaign.never.includes(id)) return { id, because: 'the campaign says never.' }
    const choice = chooseQuote(account, campaign.starts > asOf ? campaign.starts : asOf)
    if (choice.quote === null) return { id, because: choice.because }
    const forecast = forecastAccount(account, views, { metric: 'views', asOf })
    if (forecast === null) return { id, because: 'nothing to forecast from: no followers, no posts, no medians.' }
    return {
      id,
      account,
      type: typeOf(account),
      quote: choice.quote,
      costFen: choice.costFen,
      priceBecause: choice.because,
      views: forecast,
      interactions: forecastAccount(account, interactions, { metric: 'interactions', asOf }),
      knowsAudience: knowsAudience(account, segments),
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
