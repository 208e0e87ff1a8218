import type { Campaign } from '../campaigns/index.ts'
import { formatExact, say, type Localized } from '../shared/index.ts'
import type { CountedRate, RatePrior } from './count-forecast.ts'
import { ASSUMED_RATES, EVENT_NAMES, MOST_EVENTS, NO_BELIEF, type CountedEvent } from './rate-table.ts'

/** What a campaign file holds of earlier campaigns and of its orders. */
export type HeldResults = Pick<Campaign, 'pastResults' | 'orderValue'>

/** Own: counted in earlier campaigns. Assumed: a row of ASSUMED_RATES stands in. */
export type RateBasis = 'own' | 'assumed'

/** Events per view as far as they are known. */
export interface EventRate {
  readonly prior: RatePrior
  readonly counted: CountedRate
  readonly basis: RateBasis
  readonly because: Localized
}

/** Rate of an event per view; null when neither an earlier campaign nor an assumption tells it. */
export function rateOf(event: CountedEvent, { pastResults }: HeldResults): EventRate | null {
  const name = EVENT_NAMES[event]
  const rows = (pastResults ?? []).flatMap(({ [event]: events, views, source }) => (events == null ? [] : [{ events, views, source }]))
  const assumed = event === 'orders' ? null : ASSUMED_RATES[event]
  if (rows.length > 0) {
    const events = rows.reduce((sum, row) => sum + row.events, 0)
    const views = rows.reduce((sum, row) => sum + row.views, 0)
    const sources = [...new Set(rows.map(({ source }) => source))]
    const because = say(
      `${formatExact(events)} ${name.en} in ${formatExact(views)} views counted before (${sources.join('; ')}).`,
      `此前统计：${formatExact(views)} 次播放/阅读带来${name.zh} ${formatExact(events)}（${sources.join('；')}）。`,
    )
    return { prior: assumed ?? NO_BELIEF, counted: weigh({ events, views }), basis: 'own', because }
  }
  if (assumed === null) return null
  const because = say(
    `No earlier campaign tells how many ${name.en} come from a view: ${assumed.a} in ${formatExact(assumed.b)} are assumed [A].`,
    `没有往期数据说明每次播放/阅读能带来多少${name.zh}：按每 ${formatExact(assumed.b)} 次带来 ${assumed.a} 个假设 [A]。`,
  )
  return { prior: assumed, counted: { events: 0, views: 0 }, basis: 'assumed', because }
}

function weigh({ events, views }: CountedRate): CountedRate {
  const share = Math.min(1, MOST_EVENTS / Math.max(events, 1))
  return { events: events * share, views: views * share }
}

/** What one order brings before refunds, CNY, and the share that is paid back. */
export interface OrderWorth {
  readonly cny: number
  readonly refundShare: number | null
  readonly because: Localized
}

/** Worth of one order from what earlier campaigns were paid, else as a person said; null when nobody did. */
export function worthOf({ pastResults, orderValue }: HeldResults): OrderWorth | null {
  const rows = pastResults ?? []
  const paid = rows.filter(({ orders, paidFen }) => (orders ?? 0) > 0 && paidFen != null)
  const [orders, paidFen] = [sum(paid.map((row) => row.orders)), sum(paid.map((row) => row.paidFen))]
  const refundShare = refundsOf(rows) ?? orderValue?.refundShare ?? null
  if (orders > 0) return { cny: paidFen / 100 / orders, refundShare, because: tellWorth(paidFen / 100 / orders, null) }
  if (orderValue == null) return null
  return { cny: orderValue.fen / 100, refundShare, because: tellWorth(orderValue.fen / 100, orderValue.source) }
}

function refundsOf(rows: NonNullable<HeldResults['pastResults']>): number | null {
  const known = rows.filter(({ paidFen, refundFen }) => (paidFen ?? 0) > 0 && refundFen != null)
  return known.length === 0 ? null : Math.min(1, sum(known.map((row) => row.refundFen)) / sum(known.map((row) => row.paidFen)))
}

const sum = (values: readonly (number | null | undefined)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)

function tellWorth(cny: number, source: string | null): Localized {
  const amount = formatExact(Math.round(cny * 100) / 100)
  return say(`One order is worth CNY ${amount} (${source ?? 'counted before'}).`, `每单 ${amount} 元（${source ?? '此前统计'}）。`)
}
