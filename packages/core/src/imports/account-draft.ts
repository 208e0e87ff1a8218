import type { Account, Metric } from './account-schema.ts'

/** What all numbers of one column of one file share. */
export type Passport = Omit<Metric, 'value' | 'low' | 'high' | 'observedAt'>

/** One number of a record; its passport is its column's, its time the record's. */
export interface Reading {
  readonly passport: Passport
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

/** An account before its numbers are written out with their passports: a large file has twenty million of them. */
export interface AccountDraft extends Omit<Account, 'metrics'> {
  readonly observedAt: string | null
  readonly readings: readonly Reading[]
}

/** The account of a draft, every number with its passport. */
export function completeAccount({ observedAt, readings, ...account }: AccountDraft): Account {
  return { ...account, metrics: readings.map(({ passport, value, low, high }) => ({ ...passport, value, low, high, observedAt })) }
}
