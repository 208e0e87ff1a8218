import { hasQuoteEnded, isReplaced, type Account, type Quote } from '../../creators/index.ts'
import type { Forecast } from '../../planning/index.ts'
import type { Localized } from '../../shared/index.ts'
import { UNFILED_RULES } from '../assumption-table.ts'
import { chooseQuote } from '../choose-quote.ts'
import { feeRowOf, type FeeRow, type FeeTable } from '../fee-table.ts'
import { breakDownQuote, type PriceBreakdown } from './break-down-quote.ts'

/** How far a quote can be relied on today: unfiled ones never are, a newer one of the same format replaces an older. */
export const QUOTE_STANDINGS = ['current', 'older', 'expired', 'unfiled'] as const
/** One of QUOTE_STANDINGS. */
export type QuoteStanding = (typeof QUOTE_STANDINGS)[number]

/** A value at the tenth, fiftieth and ninetieth hundredth of the forecast of views. */
export interface AtForecast {
  readonly p10: number
  readonly p50: number
  readonly p90: number
}

/** One quote with what it really costs and what it buys. Sums in fen. */
export interface ToldPrice extends PriceBreakdown {
  readonly quote: Quote
  readonly standing: QuoteStanding
  /** Total ÷ views × 1,000: dearest where views come low. */
  readonly cpmFen: AtForecast | null
  /** Total ÷ (views × interactions per view). */
  readonly cpeFen: AtForecast | null
  /** What the same views would cost when paid per thousand plays. */
  readonly perPlayFen: AtForecast | null
  /** The rule that unfiled cooperation breaks on this platform; null where it is filed, or no rule is held. */
  readonly ruleId: string | null
  /** By which row room is kept for a platform fee; null where the quote states it or has no price. */
  readonly feeRow: FeeRow | null
}

/** All prices of an account, the ones to rely on first, and which one a plan would use. */
export interface ToldPrices {
  readonly prices: ToldPrice[]
  readonly chosen: number | null
  readonly because: Localized
  /** Views from which a fixed price is cheaper than the price per thousand plays; null when either is unknown. */
  readonly evenViews: number | null
}

/** Tells the prices of an account on a Shanghai day, with room for fees that are not stated by `fees`. `rate`: interactions per view, 0–1, null when it is not known. */
export function tellPrices(
  account: Account,
  { forecast, rate, today, fees }: { forecast: AtForecast | Forecast | null; rate: number | null; today: string; fees: FeeTable },
): ToldPrices {
  const choice = chooseQuote(account, today)
  const prices = account.quotes
    .map((quote) => tellPrice(quote, { account, forecast, rate, today, fees }))
    .toSorted((a, b) => QUOTE_STANDINGS.indexOf(a.standing) - QUOTE_STANDINGS.indexOf(b.standing) || byNewest(a.quote, b.quote))
  const chosen = prices.findIndex(({ quote }) => quote === choice.quote)
  const perThousand = prices.find(({ quote, standing }) => standing === 'current' && quote.perThousandPlaysFen !== null)?.quote
  const total = prices[chosen]?.totalFen ?? null
  return {
    prices,
    chosen: chosen === -1 ? null : chosen,
    because: choice.because,
    evenViews: total === null || !perThousand?.perThousandPlaysFen ? null : (1000 * total) / perThousand.perThousandPlaysFen,
  }
}

const byNewest = (a: Quote, b: Quote) => {
  const [momentA, momentB] = [a.observedAt ?? '', b.observedAt ?? '']
  return momentA === momentB ? 0 : momentA < momentB ? 1 : -1
}

interface Grounds {
  readonly account: Account
  readonly forecast: AtForecast | null
  readonly rate: number | null
  readonly today: string
  readonly fees: FeeTable
}

function tellPrice(quote: Quote, { account, forecast, rate, today, fees }: Grounds): ToldPrice {
  const row = feeRowOf(fees, account.platform)
  const broken = breakDownQuote(quote, row)
  const per = (total: number | null, count: (views: number) => number) => (total === null ? null : divideAt(forecast, total, count))
  return {
    ...broken,
    quote,
    feeRow: broken.totalFen === null || quote.platformFee !== null ? null : row,
    standing: standingOf(quote, account.quotes, today),
    cpmFen: per(broken.totalFen, (views) => views / 1000),
    cpeFen: rate === null || rate <= 0 ? null : per(broken.totalFen, (views) => views * rate),
    ruleId: quote.filed === false ? (UNFILED_RULES[account.platform] ?? null) : null,
    perPlayFen: quote.perThousandPlaysFen === null ? null : multiplyAt(forecast, quote.perThousandPlaysFen / 1000),
  }
}

function divideAt(forecast: AtForecast | null, total: number, count: (views: number) => number): AtForecast | null {
  if (forecast === null || forecast.p10 <= 0) return null
  const at = (views: number) => total / count(views)
  return { p10: at(forecast.p10), p50: at(forecast.p50), p90: at(forecast.p90) }
}

function multiplyAt(forecast: AtForecast | null, fen: number): AtForecast | null {
  if (forecast === null) return null
  return { p10: forecast.p10 * fen, p50: forecast.p50 * fen, p90: forecast.p90 * fen }
}

function standingOf(quote: Quote, all: readonly Quote[], today: string): QuoteStanding {
  if (quote.filed === false) return 'unfiled'
  if (hasQuoteEnded(quote, today)) return 'expired'
  return isReplaced(quote, all) ? 'older' : 'current'
}
