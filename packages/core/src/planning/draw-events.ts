import { formatShare, say, type Localized } from '../shared/index.ts'
import { drawCounts, drawShare } from './count-forecast.ts'
import { rateOf, worthOf, type EventRate, type HeldResults, type RateBasis } from './event-rates.ts'
import { ASSUMED_ORDERS, ASSUMED_REFUNDS, type CountedEvent } from './rate-table.ts'
import { drawUniform, seedFrom } from './seeded-draws.ts'

/** Draws of what views bring, one for each draw of the views; what they rest on. Sales are CNY net of refunds. */
export interface DrawnEvents {
  readonly draws: Float64Array
  readonly basis: RateBasis
  readonly because: readonly Localized[]
}

/** Nobody knows, and which input is missing. */
export interface MissingRate {
  readonly missing: Localized
}

/** What is drawn with: what a campaign holds, and its seed. The same seed gives the same draws whatever the views are. */
export interface EventQuestion {
  readonly held: HeldResults
  readonly seed: number
}

/** New followers, mentions, clicks or orders of draws of views (Gamma–Poisson, science.md §2.2). */
export function drawEvents(event: CountedEvent, views: Float64Array, { held, seed }: EventQuestion): DrawnEvents | MissingRate {
  const rate = rateOf(event, held)
  if (rate !== null) return drawRate(event, views, { rate, seed })
  return event === 'orders' ? drawOrdersOfClicks(views, { held, seed }) : { missing: MISSING[event] }
}

const noRate = (en: string, zh: string) =>
  say(
    `no earlier campaign tells how many ${en} come from a view; enter one under "pastResults".`,
    `没有往期数据说明每次播放/阅读能带来多少${zh}；请在「往期结果」（pastResults）中补充。`,
  )

const MISSING: Readonly<Record<CountedEvent, Localized>> = {
  newFollowers: noRate('new followers', '新增粉丝'),
  mentions: noRate('mentions', '提及量'),
  clicks: noRate('clicks', '点击量'),
  orders: noRate('orders', '订单'),
}

function drawRate(event: CountedEvent, views: Float64Array, { rate, seed }: { rate: EventRate; seed: number }): DrawnEvents {
  const { prior, counted, basis, because } = rate
  return { draws: drawCounts(views, { prior, counted, seed: seedFrom(seed, event) }), basis, because: [because] }
}

// A funnel: clicks of the views, orders of the clicks. How many clicks become orders is assumed, else orders were counted.
function drawOrdersOfClicks(views: Float64Array, question: EventQuestion): DrawnEvents | MissingRate {
  const clicks = drawEvents('clicks', views, question)
  if ('missing' in clicks) return clicks
  const uniform = drawUniform(seedFrom(question.seed, 'orders of clicks'))
  const draws = clicks.draws.map((count) => drawShare(ASSUMED_ORDERS, count, uniform))
  const because = say(
    `${ASSUMED_ORDERS.yes} orders in ${ASSUMED_ORDERS.all} clicks are assumed [A].`,
    `按每 ${ASSUMED_ORDERS.all} 次点击成交 ${ASSUMED_ORDERS.yes} 单假设 [A]。`,
  )
  return { draws, basis: 'assumed', because: [...clicks.because, because] }
}

const NO_WORTH = say(
  'nobody says what one order is worth; enter "orderValue", or orders and what was paid under "pastResults".',
  '每单金额未知；请填写「客单价」（orderValue），或在「往期结果」（pastResults）中补充订单量与支付金额。',
)

/** Sales of draws of views: orders × what one is worth, less what is paid back. */
export function drawSales(views: Float64Array, question: EventQuestion): DrawnEvents | MissingRate {
  const worth = worthOf(question.held)
  if (worth === null) return { missing: NO_WORTH }
  const orders = drawEvents('orders', views, question)
  if ('missing' in orders) return orders
  const refundShare = worth.refundShare ?? ASSUMED_REFUNDS
  const net = worth.cny * (1 - refundShare)
  const assumedMark = worth.refundShare === null ? ' [A]' : ''
  const refunds = say(
    `${formatShare(refundShare, 'en')} of it is paid back${assumedMark}.`,
    `退款占 ${formatShare(refundShare, 'zh')}${assumedMark}。`,
  )
  return {
    draws: orders.draws.map((count) => count * net),
    basis: worth.refundShare === null ? 'assumed' : orders.basis,
    because: [...orders.because, worth.because, refunds],
  }
}
