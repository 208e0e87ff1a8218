import type { Account } from '@kolibra/core/creators'
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
export interface CreatorRow {
  readonly id: string
  readonly platform: string
  readonly accountId: string
  readonly displayName: string | null
  readonly handle: string | null
  readonly creatorType: ShownType | null
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
  readonly cpmFen: number | null
  readonly cpeFen: number | null
  /** 0–1, the score of the vetting. */
  readonly authenticity: number | null
  /** 0–1, how much of what one weighs a creator by is known. */
  readonly completeness: number | null
  readonly mcn: string | null
  readonly languages: readonly string[]
  readonly audienceAge: string | null
  readonly audienceCityTier: string | null
  readonly audienceProvince: string | null
  readonly audienceFemaleShare: number | null
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
