import { newestMetric, typeOf, type Account } from '../../creators/index.ts'
import type { Forecast } from '../../planning/index.ts'
import { daysBetween, readDay } from '../../shared/index.ts'
import { priceQuotes } from '../choose-quote.ts'
import type { CellValue } from './column.ts'
import type { DISCOVERY_FIELDS, DiscoveryFieldName } from './discovery-field-table.ts'
import { markProvinces } from './province-shares.ts'
import { shareInTier1, shareInTopTiers, sumAges } from './sum-audience.ts'

interface CellOfKind {
  readonly one: string | null
  readonly tags: readonly string[]
  readonly number: number | null
}

/** A value for every field one can search by; null or an empty list is unknown. */
export type DiscoveryValues = { readonly [name in DiscoveryFieldName]: CellOfKind[(typeof DISCOVERY_FIELDS)[name]['kind']] }

/** The price a person would be asked first. */
export interface AskedPrice {
  readonly fen: number
  readonly format: string
  readonly filed: boolean | null
}

/**
 * What booking costs in the cheapest format that is not unfiled (those are never recommended) unless there is no other, as the plan works
 * it out. Null: no price that holds on this Shanghai day is known.
 */
export function cheapestPrice({ quotes }: Pick<Account, 'quotes'>, onDay: string): AskedPrice | null {
  const priced = priceQuotes(quotes, onDay).map(({ quote: { format, filed }, costFen }) => ({ fen: costFen, format, filed }))
  return priced.toSorted((a, b) => Number(a.filed === false) - Number(b.filed === false) || a.fen - b.fen)[0] ?? null
}

/** The newest moment at which anything of an account was seen, as the source printed it. */
export function lastObserved({ metrics, quotes, posts }: Account): string | null {
  const moments = [...metrics, ...quotes, ...posts].flatMap(({ observedAt }) => observedAt ?? [])
  return moments.toSorted().at(-1) ?? null
}

/** Where an account's numbers come from. A quote's source names its column too; that of the numbers beside it is enough for a list. */
export function listSources({ metrics, quotes }: Account): string[] {
  const measured = metrics.map(({ source }) => source)
  return [...new Set(measured.length > 0 ? measured : quotes.map(({ source }) => source))].toSorted()
}

/** What an account is described with. */
export interface Around {
  readonly forecast: Forecast | null
  /** 0–1; null while nothing could be computed. */
  readonly authenticity: number | null
  /** The Shanghai day on which prices have to hold. */
  readonly onDay: string
}

/**
 * Everything an account can be found by. CPM and CPE are asked price over forecast views and interactions, in fen; `authenticity` is the
 * score of its vetting, 0–1, null while nothing could be computed.
 */
export function describeAccount(account: Account, { forecast, authenticity, onDay }: Around): DiscoveryValues {
  const price = cheapestPrice(account, onDay)
  const views = forecast?.p50 ?? null
  const interactRate = newestMetric(account.metrics, ({ name }) => name === 'interactionRate')?.value ?? null
  const observed = lastObserved(account)
  const day = observed === null ? null : readDay(observed)
  const values = {
    platform: account.platform,
    type: (account.creatorType ?? typeOf(account)).value,
    categories: account.categories,
    region: account.region,
    mcn: account.mcn,
    languages: account.person.languages,
    filed: price === null || price.filed === null ? null : price.filed ? 'filed' : 'unfiled',
    sources: listSources(account),
    audienceAge: largestShare(account.audience?.age),
    audienceCityTier: largestShare(account.audience?.cityTier),
    audienceProvince: largestShare(account.audience?.province),
    audienceProvinces: markProvinces(account.audience?.province ?? {}),
    audienceFemaleShare: account.audience?.gender['female'] ?? null,
    audienceUnder25Share: sumAges(account.audience?.age ?? {}, 0, 24),
    audience25To34Share: sumAges(account.audience?.age ?? {}, 25, 34),
    audienceFrom35Share: sumAges(account.audience?.age ?? {}, 35, Number.POSITIVE_INFINITY),
    audienceTier1Share: shareInTier1(account.audience?.cityTier ?? {}),
    audienceTopTiersShare: shareInTopTiers(account.audience?.cityTier ?? {}),
    followers: account.followers,
    viewsP50: views,
    interactRate,
    priceFen: price?.fen ?? null,
    cpmFen: divide(price?.fen, views, 1000),
    cpeFen: divide(price?.fen, views === null || interactRate === null ? null : views * interactRate, 1),
    authenticity,
    observedDay: day === null ? null : daysBetween('1970-01-01', day),
  }
  return { ...values, completeness: shareKnown(values) }
}

function largestShare(shares: Readonly<Record<string, number>> | undefined): string | null {
  return Object.entries(shares ?? {}).toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

const divide = (fen: number | undefined, by: number | null, per: number) =>
  fen === undefined || by === null || by <= 0 ? null : (fen / by) * per

/** What a person weighs a creator by; each known one counts the same. */
const WEIGHED = [
  'type',
  'categories',
  'region',
  'filed',
  'audienceAge',
  'audienceFemaleShare',
  'followers',
  'viewsP50',
  'interactRate',
  'priceFen',
] as const satisfies readonly DiscoveryFieldName[]

function shareKnown(values: { readonly [name in (typeof WEIGHED)[number]]: CellValue }): number {
  const known = WEIGHED.filter((name) => {
    const value = values[name]
    return Array.isArray(value) ? value.length > 0 : value !== null
  })
  return known.length / WEIGHED.length
}
