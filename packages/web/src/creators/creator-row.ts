import type { Account } from '@kolibra/core/creators'
import type { CreatorType } from '@kolibra/core/shared'

/** One line of the creators table. null is not known. */
export interface CreatorRow {
  readonly id: string
  readonly platform: string
  readonly accountId: string
  readonly displayName: string | null
  readonly handle: string | null
  readonly creatorType: { readonly value: CreatorType | null; readonly basis: string } | null
  readonly followers: number | null
  readonly region: string | null
  readonly categories: readonly string[]
  readonly priceFen: number | null
  readonly priceFormat: string | null
  readonly filed: boolean | null
  readonly viewsP10: number | null
  readonly viewsP50: number | null
  readonly viewsP90: number | null
  readonly interactRate: number | null
  readonly sources: readonly string[]
  readonly observedAt: string | null
}

/** The part of a forecast that the drawer draws. */
export interface CreatorForecast {
  readonly metric: string
  readonly unit: string
  readonly posts: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly cohort: string
  readonly because: readonly string[]
}

export interface CreatorDetail {
  readonly id: string
  readonly account: Account
  readonly forecast: CreatorForecast | null
  readonly type?: { readonly value: CreatorType | null; readonly basis: string } | null
}

/** What a person calls an account: its name, else its handle, else its id. */
export const nameOfCreator = (row: Pick<CreatorRow, 'displayName' | 'handle' | 'accountId'>) =>
  row.displayName ?? row.handle ?? row.accountId
