import { say, type Localized } from '../shared/index.ts'
import type { RatePrior } from './count-forecast.ts'

/** What views can bring of people outside the posts. */
export const COUNTED_EVENTS = ['newFollowers', 'mentions', 'clicks', 'orders'] as const
/** One of COUNTED_EVENTS. */
export type CountedEvent = (typeof COUNTED_EVENTS)[number]

/**
 * Where no earlier campaign tells it. All [A]: the rates are those of the worked examples of science.md §2.2 (1 follower per 1,000
 * views, 1 click per 100 views), believed no more than two counted events, so that one small campaign of one's own outweighs them.
 * Of mentions nobody says anything: null.
 */
export const ASSUMED_RATES: Readonly<Record<Exclude<CountedEvent, 'orders'>, RatePrior | null>> = {
  newFollowers: { a: 2, b: 2000 },
  clicks: { a: 2, b: 200 },
  mentions: null,
}

/** Orders per click: 2 in 100, the worked example's 2 % with the weight of two orders [A]. */
export const ASSUMED_ORDERS = { yes: 2, all: 100 } as const

/** Share of the money that is paid back where nobody says: the worked example's [A]. */
export const ASSUMED_REFUNDS = 0.2

/** Nothing believed beforehand: half an event in no views (Jeffreys), for rates that rest on counts alone. */
export const NO_BELIEF: RatePrior = { a: 0.5, b: 0 }

/** However much was counted, the next campaign is another one: counts weigh no more than so many events, a spread of a quarter [A]. */
export const MOST_EVENTS = 16

/** What sentences call the events. */
export const EVENT_NAMES: Readonly<Record<CountedEvent, Localized>> = {
  newFollowers: say('new followers', '新增粉丝'),
  mentions: say('mentions', '提及量'),
  clicks: say('clicks', '点击量'),
  orders: say('orders', '订单量'),
}
