import type { Account, CreatorLine } from '@kolibra/core/creators'
import type { CreatorType, Localized } from '@kolibra/core/shared'

/** A type and what it stands on; the Chinese is missing where a person wrote the basis. */
export interface ShownType {
  readonly value: CreatorType | null
  readonly basis: string
  readonly basisZh?: string | undefined
}

/** The basis of a type in both languages. */
export const basisOf = ({ basis, basisZh }: ShownType): Localized => ({ en: basis, zh: basisZh ?? basis })

/** One line of the creators table. null is not known. */
export interface CreatorRow extends CreatorLine {
  readonly id: string
  readonly creatorType: ShownType | null
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
  readonly cohortZh?: string | undefined
  readonly because: readonly string[]
  readonly becauseZh?: readonly string[] | undefined
}

export interface CreatorDetail {
  readonly id: string
  readonly account: Account
  readonly forecast: CreatorForecast | null
  readonly type?: ShownType | null
}

/** What a person calls an account: its name, else its handle, else its id. */
export const nameOfCreator = (row: Pick<CreatorRow, 'displayName' | 'handle' | 'accountId'>) =>
  row.displayName ?? row.handle ?? row.accountId
