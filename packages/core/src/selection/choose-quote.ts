import { isReplaced, nameSource, standingQuotes, type Account, type Quote } from '../creators/index.ts'
import { formatShare, nameZh, PLATFORM_NAMES_ZH, platformSchema, say, type Localized } from '../shared/index.ts'
import { FILING_PLACES } from './assumption-table.ts'
import type { FeeRow } from './fee-table.ts'
import { findQuoteFaults, isSound } from './quote-faults.ts'

/** What booking a creator costs and how that was worked out; or why there is no price to plan with. */
export type QuoteChoice =
  | { readonly quote: Quote; readonly costFen: number; readonly because: Localized }
  | { readonly quote: null; readonly because: Localized }

/** Net price, or list price less rebate; plus platform fee, tax and slot fee, in fen. Null: no price known, or one that cannot be true. */
export function costOfQuote(quote: Quote): number | null {
  if (!isSound(quote)) return null
  const { netFen, listFen, rebate, platformFee, taxFen, slotFeeFen } = quote
  const base = netFen ?? (listFen === null ? null : listFen * (1 - (rebate ?? 0)))
  if (base === null || base <= 0) return null
  return Math.round(base * (1 + (platformFee ?? 0)) + (taxFen ?? 0) + (slotFeeFen ?? 0))
}

/** What is kept back beside the cost for a platform fee that the quote does not state, in fen by the row of its platform; 0 where it does. */
export function feeRoomOf({ quote, costFen }: { readonly quote: Quote; readonly costFen: number }, { share }: FeeRow): number {
  return quote.platformFee === null ? Math.ceil(costFen * share) : 0
}

/** The quotes that hold on a Shanghai day and have a price, with what booking at them costs. */
export function priceQuotes(quotes: readonly Quote[], onDay: string): { readonly quote: Quote; readonly costFen: number }[] {
  return standingQuotes(quotes, onDay).flatMap((quote) => {
    const costFen = costOfQuote(quote)
    return costFen === null ? [] : [{ quote, costFen }]
  })
}

/** What may be booked: a quote, what it costs in all and how that was worked out. */
export type BookableQuote = Extract<QuoteChoice, { costFen: number }>

/**
 * The cheapest usable quote of each format, filed ones alone where there are any, and those without day and proof only where there is
 * nothing else; the cheapest first. Empty: `because` says why. Unfiled cooperation stays recorded but is never recommended.
 * @param onDay Shanghai day on which the price must still hold
 */
export function listBookable(
  account: Account,
  onDay: string,
): { readonly bookable: readonly BookableQuote[]; readonly because: Localized } {
  const refuse = (because: Localized) => ({ bookable: [], because })
  const known = account.quotes.filter((quote) => costOfQuote(quote) !== null && !isReplaced(quote, account.quotes))
  if (known.length === 0) return refuse(explainNoPrice(account))
  const valid = priceQuotes(account.quotes, onDay)
  if (valid.length === 0) return refuse(explainEnded(onDay))
  const usable = valid
    .filter(({ quote }) => quote.filed !== false)
    .toSorted((a, b) => rankOf(a.quote) - rankOf(b.quote) || a.costFen - b.costFen)
  const [best] = usable
  if (best === undefined) return refuse(explainUnfiled(account))
  const trusted = usable.filter(({ quote }) => rankOf(quote) === rankOf(best.quote))
  const first = trusted.filter(({ quote }, at) => trusted.findIndex((other) => other.quote.format === quote.format) === at)
  return {
    bookable: first.map((one) => ({ ...one, because: explainQuote(one.quote, account) })),
    because: explainQuote(best.quote, account),
  }
}

/** The cheapest usable quote of all formats, as `listBookable` has them; no price is never zero. */
export function chooseQuote(account: Account, onDay: string): QuoteChoice {
  const { bookable, because } = listBookable(account, onDay)
  return bookable[0] ?? { quote: null, because }
}

/** Filed before unsaid, and of either what stands on a day or a proof before what stands on neither. */
const rankOf = (quote: Quote) => 2 * Number(quote.filed !== true) + Number(isHearsay(quote))

// Of no known day and by nobody's arithmetic: cheaper on paper than what a platform prints, and the paper is all there is.
const isHearsay = ({ observedAt, source }: Quote) => observedAt === null && !source.split('; ').some((part) => part.endsWith(', proved)'))

function explainEnded(onDay: string): Localized {
  return say(
    `price unknown: every quote ended before ${onDay}; ask for a new one.`,
    `价格未知：所有报价在 ${onDay} 之前已失效，请重新询价。`,
  )
}

function explainNoPrice({ quotes }: Account): Localized {
  const [fault] = quotes.flatMap(findQuoteFaults).filter(({ isFatal }) => isFatal)
  if (fault !== undefined)
    return say(`price unknown: the quote cannot be right. ${fault.because.en}`, `价格未知：报价有误。${fault.because.zh}`)
  if (quotes.some(({ perThousandPlaysFen }) => perThousandPlaysFen !== null))
    return say('price unknown: there is only a price per thousand plays, no fixed one.', '价格未知：只有按千次播放计的价格，没有一口价。')
  return say('price unknown: no quote is recorded; a missing price is not zero.', '价格未知：没有报价记录；缺失的价格不等于零。')
}

function explainUnfiled({ platform }: Account): Localized {
  const known = platformSchema.safeParse(platform)
  const place = known.success ? FILING_PLACES[known.data] : undefined
  return say(
    `only unfiled quotes: cooperation that is not filed${place === undefined ? '' : ` with ${place}`} breaks the platform's rules and is never recommended.`,
    `只有非报备报价：未经${place ?? '平台'}报备的合作违反平台规则，不予推荐。`,
  )
}

function explainQuote({ netFen, rebate, platformFee, filed, source, commissionShare }: Quote, { platform }: Account): Localized {
  const from = nameSource(source)
  const parts = [
    explainBase(netFen, rebate),
    platformFee === null
      ? say('platform fee unknown', '平台服务费未知')
      : say(`${formatShare(platformFee, 'en')} platform fee`, `平台服务费 ${formatShare(platformFee, 'zh')}`),
    ...(commissionShare === null
      ? []
      : [
          say(
            `commission of ${formatShare(commissionShare, 'en')} of sales not included`,
            `未含销售额 ${formatShare(commissionShare, 'zh')} 的佣金`,
          ),
        ]),
    filed === null
      ? say(
          `filed or not is unknown, settle it before booking on ${platform}`,
          `是否报备未知，在${nameZh(PLATFORM_NAMES_ZH, platform)}下单前请确认`,
        )
      : say('filed', '已报备'),
  ]
  return say(`${parts.map(({ en }) => en).join(', ')} (${from.en}).`, `${parts.map(({ zh }) => zh).join('，')}（${from.zh}）。`)
}

function explainBase(netFen: number | null, rebate: number | null): Localized {
  if (netFen !== null) return say('net price', '净价')
  if (rebate === null) return say('list price', '刊例价')
  return say(`list price less ${formatShare(rebate, 'en')} rebate`, `刊例价扣除 ${formatShare(rebate, 'zh')} 返点`)
}
