import type { Quote } from '../../creators/index.ts'
import { formatShare } from '../../shared/index.ts'
import { costOfQuote, feeRoomOf } from '../choose-quote.ts'
import type { FeeRow } from '../fee-table.ts'
import { findQuoteFaults, type QuoteFault } from '../quote-faults.ts'

/** The parts of a price from the rate card to what the brand pays, in that order. */
export const PRICE_PARTS = ['list', 'rebate', 'net', 'platformFee', 'tax', 'slotFee', 'feeRoom', 'total'] as const
/** One of PRICE_PARTS. */
export type PricePart = (typeof PRICE_PARTS)[number]

/** One step of the waterfall in fen: `list`, `net` and `total` are levels, the others are added to the level before (a rebate is negative). */
export interface PriceStep {
  readonly part: PricePart
  readonly fen: number
}

/** What of a quote nobody has said. */
export const PRICE_GAPS = ['price', 'rebate', 'platformFee', 'tax', 'filing', 'validity'] as const
/** One of PRICE_GAPS. */
export type PriceGap = (typeof PRICE_GAPS)[number]

/**
 * A quote taken apart. `totalFen` null: no price is known. What is unknown is left out of the total and named in `gaps`; for a platform
 * fee that is not stated, room is kept (`feeRoom`), as in a plan.
 */
export interface PriceBreakdown {
  readonly steps: PriceStep[]
  readonly totalFen: number | null
  /** The sum as it is done, in CNY; null where there is none. */
  readonly formula: string | null
  /** What cannot be right about it. */
  readonly faults: QuoteFault[]
  readonly gaps: PriceGap[]
}

/**
 * Takes a quote apart: list price, rebate, net, platform fee, tax, slot fee, and what the brand really pays.
 * @param feeRow the fee of its platform where it states none; null: no room is kept
 */
export function breakDownQuote(quote: Quote, feeRow: FeeRow | null): PriceBreakdown {
  const { listFen, netFen, rebate, platformFee, taxFen, slotFeeFen } = quote
  const costFen = costOfQuote(quote)
  const told = { gaps: listGaps(quote), faults: findQuoteFaults(quote) }
  if (costFen === null) return { steps: [], totalFen: null, formula: null, ...told }
  const roomFen = feeRow === null ? 0 : feeRoomOf({ quote, costFen }, feeRow)
  const totalFen = costFen + roomFen
  const baseFen = netFen ?? Math.round((listFen ?? 0) * (1 - (rebate ?? 0)))
  const added = (taxFen ?? 0) + (slotFeeFen ?? 0)
  const isReduced = listFen !== null && (netFen !== null || rebate !== null)
  const step = (part: PricePart, fen: number | null, isShown = true): PriceStep[] => (isShown && fen !== null ? [{ part, fen }] : [])
  const steps = [
    ...step('list', listFen),
    ...step('rebate', baseFen - (listFen ?? 0), isReduced),
    ...step('net', baseFen, isReduced || listFen === null),
    // The rest, not its own product: the steps then always add up to the total.
    ...step('platformFee', costFen - baseFen - added, platformFee !== null),
    ...step('tax', taxFen),
    ...step('slotFee', slotFeeFen),
    ...step('feeRoom', roomFen, roomFen > 0),
    ...step('total', totalFen),
  ]
  return { steps, totalFen, formula: writeFormula(quote, { roomFen, totalFen }), ...told }
}

const yuan = (fen: number) => (fen / 100).toFixed(2)

function writeFormula(quote: Quote, { roomFen, totalFen }: { roomFen: number; totalFen: number }): string {
  const { listFen, netFen, rebate, platformFee, taxFen, slotFeeFen } = quote
  const base =
    netFen === null && rebate !== null ? `${yuan(listFen ?? 0)} × (1 − ${formatShare(rebate, 'en')})` : yuan(netFen ?? listFen ?? 0)
  const fee = platformFee === null ? '' : ` × (1 + ${formatShare(platformFee, 'en')})`
  const added = [taxFen, slotFeeFen, roomFen === 0 ? null : roomFen].flatMap((fen) => (fen === null ? [] : [` + ${yuan(fen)}`])).join('')
  return `${base}${fee}${added} = ${yuan(totalFen)}`
}

function listGaps({ listFen, netFen, perThousandPlaysFen, rebate, platformFee, taxFen, filed, validUntil }: Quote): PriceGap[] {
  const hasPrice = listFen !== null || netFen !== null || perThousandPlaysFen !== null
  const unknown: Record<PriceGap, boolean> = {
    price: !hasPrice,
    rebate: rebate === null && netFen === null && listFen !== null,
    platformFee: platformFee === null && hasPrice,
    tax: taxFen === null && hasPrice,
    filing: filed === null,
    validity: validUntil === null && hasPrice,
  }
  return PRICE_GAPS.filter((gap) => unknown[gap])
}
