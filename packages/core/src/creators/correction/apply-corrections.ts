import { newMetric, newQuote, type Account, type Metric } from '../../imports/index.ts'
import { CORRECTABLE_TEXTS, type Correction, type CorrectionInput } from './schema.ts'

/** What a typed value names as its source. */
export function typedSource(enteredBy: string | null): string {
  return `typed by ${enteredBy ?? 'a member who left'}`
}

/**
 * The account with what people typed. A typed text stands first until it is withdrawn: sources give texts without a time. A typed number
 * stands first until something newer was observed; either way it is one more number with its passport beside the others.
 */
export function applyCorrections(account: Account, corrections: readonly Correction[]): Account {
  const standing = corrections.filter(({ withdrawnAt }) => withdrawnAt === null).toSorted((a, b) => (a.enteredAt < b.enteredAt ? -1 : 1))
  return standing.reduce((known, correction) => applyOne(known, correction), account)
}

function applyOne(account: Account, { field, format, value, enteredAt, enteredBy }: Correction): Account {
  const source = typedSource(enteredBy)
  if (field === 'price' && typeof value === 'number' && format !== null)
    return { ...account, quotes: [...account.quotes, newQuote({ format, source, listFen: value, observedAt: enteredAt })] }
  if (field === 'followers' && typeof value === 'number') {
    const isNewest = account.metrics.every(({ name, observedAt }) => name !== 'followers' || (observedAt ?? '') <= enteredAt)
    const metrics = [...account.metrics, typedFollowers(value, { source, observedAt: enteredAt })]
    return { ...account, followers: isNewest ? value : account.followers, metrics }
  }
  const text = CORRECTABLE_TEXTS.find((name) => name === field)
  return text === undefined || typeof value !== 'string' ? account : { ...account, [text]: value }
}

function typedFollowers(value: number, { source, observedAt }: { source: string; observedAt: string }): Metric {
  return newMetric({ name: 'followers', value, unit: 'followers', source, column: 'followers', observedAt, importId: 'typed' })
}

/** What stands in the place of a correction now; null is not known. */
export function valueBefore(account: Account, input: CorrectionInput): string | number | null {
  if (input.field !== 'price') return account[input.field]
  const quotes = account.quotes.filter(({ format, listFen }) => format === input.format && listFen !== null)
  const newest = quotes.toSorted((a, b) => ((a.observedAt ?? '') < (b.observedAt ?? '') ? -1 : 1)).at(-1)
  return newest?.listFen ?? null
}
