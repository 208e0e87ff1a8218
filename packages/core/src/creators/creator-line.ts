/** One line of the table of creators, wherever it is shown or written. Sums in fen, shares 0–1; null is unknown. */
export interface CreatorLine {
  readonly platform: string
  readonly accountId: string
  readonly displayName: string | null
  readonly handle: string | null
  readonly creatorType: { readonly value: string | null } | null
  readonly followers: number | null
  readonly region: string | null
  readonly categories: readonly string[]
  readonly mcn: string | null
  readonly languages: readonly string[]
  readonly priceFen: number | null
  readonly priceFormat: string | null
  readonly filed: boolean | null
  readonly viewsP10: number | null
  readonly viewsP50: number | null
  readonly viewsP90: number | null
  readonly interactRate: number | null
  readonly cpmFen: number | null
  readonly cpeFen: number | null
  readonly authenticity: number | null
  readonly completeness: number | null
  readonly audienceAge: string | null
  readonly audienceCityTier: string | null
  readonly audienceProvince: string | null
  readonly audienceFemaleShare: number | null
  readonly sources: readonly string[]
  readonly observedAt: string | null
}
