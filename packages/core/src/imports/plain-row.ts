import type { Account, Quote } from './account-schema.ts'
import type { Passport } from './account-draft.ts'
import { newQuote } from './new-account.ts'

/** A share of the audience, a part of a price: what a slot holds beside a number with a passport. */
type AudienceSlot = readonly [axis: 'gender' | 'age', key: string, slot: number]
type QuotePart = 'listFen' | 'netFen' | 'perThousandPlaysFen'
interface QuoteSlot {
  readonly format: string
  readonly filed: boolean | null
  readonly part: QuotePart
  readonly source: string
  readonly slot: number
}

/** What the numbers of a plain row mean, by their place in it: the same for all rows of a file, so it is kept once. Sums in fen, shares 0–1. */
export interface PlainSlots {
  /** Null: the file has no column of followers. */
  readonly followers: number | null
  readonly audience: { readonly basis: 'followers' | 'viewers'; readonly shares: readonly AudienceSlot[] }
  readonly quotes: readonly QuoteSlot[]
}

/** The slots of a file that is read now, with the passports of its columns. */
export interface PlainLayout extends PlainSlots {
  readonly width: number
  readonly metrics: readonly { readonly passport: Passport; readonly slot: number }[]
}

/** One account of a file of which nothing has to be noted: names as texts, all else as numbers in slots. The same object stands for the next one. */
export interface PlainRow {
  platform: string
  accountId: string
  names: Pick<Account, 'handle' | 'displayName' | 'region' | 'mcn' | 'verification' | 'bio' | 'person'>
  categories: string[]
  observedAt: string | null
  /** NaN: nothing is said. */
  readonly numbers: Float64Array
  /** Whether slots hold all it says; they cannot hold a range, or brands. */
  isWhole: boolean
}

/** Takes plain rows as they are met; false for a row that has to come as a draft instead. */
export type PlainTaker = (row: PlainRow, layout: PlainLayout) => boolean

/** What the slots of one row say beside its numbers with passports; null and NaN are not known. */
export function readSlots(
  { followers, audience, quotes }: PlainSlots,
  numbers: ArrayLike<number | null>,
  observedAt: string | null,
): Pick<Account, 'followers' | 'audience' | 'quotes'> {
  return {
    followers: followers === null ? null : knownOf(numbers[followers]),
    audience: readAudience(audience, numbers),
    quotes: readQuotes(quotes, numbers, observedAt),
  }
}

const knownOf = (number: number | null | undefined) => (number === undefined || number === null || Number.isNaN(number) ? null : number)

function readAudience({ basis, shares }: PlainSlots['audience'], numbers: ArrayLike<number | null>): Account['audience'] {
  const known: Record<'gender' | 'age', Record<string, number>> = { gender: {}, age: {} }
  let isKnown = false
  for (const [axis, key, slot] of shares) {
    const share = knownOf(numbers[slot])
    if (share === null) continue
    known[axis][key] = share
    isKnown = true
  }
  return isKnown ? { ...known, province: {}, cityTier: {}, basis, n: null } : null
}

function readQuotes(slots: PlainSlots['quotes'], numbers: ArrayLike<number | null>, observedAt: string | null): Quote[] {
  const quotes: Quote[] = []
  for (const { format, filed, part, source, slot } of slots) {
    const amountFen = knownOf(numbers[slot])
    if (amountFen === null) continue
    const held = quotes.find((quote) => quote.format === format && quote.filed === filed)
    if (held !== undefined) {
      held[part] ??= amountFen
      held.source = `${held.source}; ${source}`
      continue
    }
    const quote: Quote = { ...NO_QUOTE, format, filed, observedAt, source }
    quote[part] = amountFen
    quotes.push(quote)
  }
  return quotes
}

const NO_QUOTE = newQuote({ format: '', source: '' })
