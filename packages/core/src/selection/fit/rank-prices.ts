import { findTier, TIERS, type Account, type TierTable } from '../../creators/index.ts'
import { fitCohorts, forecastPaidPost } from '../../planning/index.ts'
import { groupBy } from '../../shared/index.ts'
import { chooseQuote } from '../choose-quote.ts'
import { LEAST_RANKED } from '../creator-page/rank-in-spread.ts'
import type { AudienceReference } from './measure-audience.ts'
import type { PricePlace } from './measure-fit.ts'

/**
 * The place of each account's cost per thousand views (total price ÷ middle forecast of a sponsored post) among the accounts of the same platform, tier and
 * first category, in their order; null where price, forecast, tier or category is not known.
 * @param asOf Shanghai day on which prices must hold
 */
export function rankPrices(
  accounts: readonly Account[],
  { asOf, tiers = TIERS }: { asOf: string; tiers?: TierTable },
): (PricePlace | null)[] {
  const cohorts = fitCohorts(accounts, { metric: 'views', asOf })
  const priced = accounts.map((account) => {
    const cell = cellOf(account, tiers)
    const choice = chooseQuote(account, asOf)
    const views = cell === null || choice.quote === null ? null : forecastPaidPost(account, cohorts, { metric: 'views', asOf })
    return cell === null || choice.quote === null || views === null || views.p50 <= 0 ? null : { cell, cost: choice.costFen / views.p50 }
  })
  const cells = groupBy(
    priced.filter((one) => one !== null),
    ({ cell }) => cell,
  )
  return priced.map((one) => {
    if (one === null) return null
    const others = (cells.get(one.cell) ?? []).filter((other) => other !== one)
    const n = others.length
    return { n, rank: n < LEAST_RANKED ? null : others.filter(({ cost }) => cost < one.cost).length / n }
  })
}

function cellOf({ platform, followers, categories: [category] }: Account, tiers: TierTable): string | null {
  const tier = followers === null ? null : (findTier(platform, followers, tiers)?.tier ?? null)
  return tier === null || category === undefined ? null : JSON.stringify([platform, tier, category])
}

/** Mean shares of the audiences held, by platform: what a creator's share is compared with (TGI). A key counts over the audiences that name it. */
export function meanAudiences(accounts: readonly Account[]): Map<string, AudienceReference> {
  const byPlatform = groupBy(
    accounts.filter(({ audience }) => audience !== null),
    ({ platform }) => platform,
  )
  const mean = (held: readonly Account[], axis: 'gender' | 'age') => {
    const keys = new Set(held.flatMap(({ audience }) => Object.keys(audience?.[axis] ?? {})))
    return Object.fromEntries(
      [...keys].map((key) => {
        const shares = held.flatMap(({ audience }) => audience?.[axis][key] ?? [])
        return [key, shares.reduce((sum, share) => sum + share, 0) / shares.length]
      }),
    )
  }
  return new Map(
    [...byPlatform].map(([platform, held]) => [platform, { gender: mean(held, 'gender'), age: mean(held, 'age'), n: held.length }]),
  )
}
