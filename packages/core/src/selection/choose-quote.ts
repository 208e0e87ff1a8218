import type { Account, Quote } from '../creators/index.ts'
import { platformSchema } from '../shared/index.ts'
import { FILING_PLACES } from './assumption-table.ts'

/** What booking a creator costs and how that was worked out; or why there is no price to plan with. */
export type QuoteChoice =
  | { readonly quote: Quote; readonly costFen: number; readonly because: string }
  | { readonly quote: null; readonly because: string }

/** Net price, or list price less rebate; plus platform fee, tax and slot fee, in fen. Null: no price known. */
export function costOfQuote({ netFen, listFen, rebate, platformFee, taxFen, slotFeeFen }: Quote): number | null {
  const base = netFen ?? (listFen === null ? null : listFen * (1 - (rebate ?? 0)))
  if (base === null || base <= 0) return null
  return Math.round(base * (1 + (platformFee ?? 0)) + (taxFen ?? 0) + (slotFeeFen ?? 0))
}

/**
 * The cheapest usable quote, filed ones first. Unfiled cooperation stays recorded but is never recommended; no price is never zero.
 * @param onDay Shanghai day on which the price must still hold
 */
export function chooseQuote(account: Account, onDay: string): QuoteChoice {
  const priced = account.quotes.flatMap((quote) => {
    const costFen = costOfQuote(quote)
    return costFen === null ? [] : [{ quote, costFen }]
  })
  if (priced.length === 0) return { quote: null, because: explainNoPrice(account) }
  const valid = priced.filter(({ quote }) => quote.validUntil === null || quote.validUntil.slice(0, 10) >= onDay)
  if (valid.length === 0) return { quote: null, because: `price unknown: every quote ended before ${onDay}; ask for a new one.` }
  const usable = valid.filter(({ quote }) => quote.filed !== false)
  const [best] = usable.sort((a, b) => Number(b.quote.filed === true) - Number(a.quote.filed === true) || a.costFen - b.costFen)
  if (best === undefined) return { quote: null, because: explainUnfiled(account) }
  return { ...best, because: explainQuote(best.quote, account) }
}

function explainNoPrice({ quotes }: Account): string {
  if (quotes.some(({ perThousandPlaysFen }) => perThousandPlaysFen !== null))
    return 'price unknown: there is only a price per thousand plays, no fixed one.'
  return 'price unknown: no quote is recorded; a missing price is not zero.'
}

function explainUnfiled({ platform }: Account): string {
  const known = platformSchema.safeParse(platform)
  const place = known.success ? FILING_PLACES[known.data] : undefined
  return `only unfiled quotes: cooperation that is not filed${place === undefined ? '' : ` with ${place}`} breaks the platform's rules and is never recommended.`
}

function explainQuote({ format, netFen, rebate, platformFee, filed, source, commissionShare }: Quote, { platform }: Account): string {
  const parts = [
    netFen === null ? (rebate === null ? 'list price' : `list price less ${Math.round(rebate * 100)} % rebate`) : 'net price',
    platformFee === null ? 'platform fee unknown' : `${Math.round(platformFee * 1000) / 10} % platform fee`,
    ...(commissionShare === null ? [] : [`commission of ${Math.round(commissionShare * 100)} % of sales not included`]),
    filed === null ? `filed or not is unknown, settle it before booking on ${platform}` : 'filed',
  ]
  return `${format}: ${parts.join(', ')} (${source}).`
}
