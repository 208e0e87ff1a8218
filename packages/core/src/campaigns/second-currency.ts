import { formatExact } from '../shared/index.ts'
import type { Campaign } from './schema.ts'

/** A second currency as a campaign shows it: rate per CNY, of a day, with its source. */
export type SecondCurrency = NonNullable<Campaign['secondCurrency']>

/** A sum (fen) in the second currency, in whole units: `CHF 33,600`. Shown only: nothing is ever decided by it. */
export function tellSecond(amountFen: number, { code, ratePerCny }: Pick<SecondCurrency, 'code' | 'ratePerCny'>): string {
  return `${code} ${formatExact(Math.round((amountFen / 100) * ratePerCny))}`
}
