/** What is believed of a share before it was counted, and what was counted: `yes` of `all`. */
export interface CountedShare {
  readonly prior: { readonly yes: number; readonly all: number }
  readonly yes: number
  readonly all: number
}

/** From a view to money: clicks per view, orders per click, CNY per order, and what comes back. */
export interface SalesFunnel {
  readonly clicks: CountedShare
  readonly orders: CountedShare
  /** CNY of one order. */
  readonly orderValue: number
  /** Share of the money that is paid back, 0–1. */
  readonly refundShare: number
}

/** Mean of the Beta posterior of a share, 0–1. */
export function shareOf({ prior, yes, all }: CountedShare): number {
  return (prior.yes + yes) / (prior.all + all)
}

/** Net sales in CNY of 1,000 views, after refunds (science.md §2.2). */
export function netPerThousandViews({ clicks, orders, orderValue, refundShare }: SalesFunnel): number {
  return 1000 * shareOf(clicks) * shareOf(orders) * orderValue * (1 - refundShare)
}
