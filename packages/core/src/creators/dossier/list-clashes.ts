import { addDays } from '../../shared/index.ts'
import type { EngagementInput } from './schema.ts'

/** Work for a brand as far as conflicts go. Shanghai days, both included. */
export type ClashFacts = Pick<EngagementInput, 'brand' | 'from' | 'to' | 'exclusive'> & {
  readonly category: string
  /** Where somebody is bound; null or absent: on all platforms. */
  readonly platforms?: readonly string[] | null | undefined
}

/** What somebody is wanted for; `category` null: bound in any category counts. */
export interface ClashQuestion {
  readonly brand: string
  readonly category: string | null
  /** Platform of the account that is asked about; null or absent: bound on any counts. */
  readonly platform?: string | null | undefined
  readonly competitors: readonly string[]
  /** How long before `from` work for a competitor is remembered. */
  readonly competitorDays: number
  readonly from: string
  readonly to: string
}

/** A brand as people write it: full-width, case and surrounding spaces do not make another. */
const foldBrand = (brand: string) => brand.normalize('NFKC').toLowerCase().trim()

/** The first day on whose end work for a competitor still counts. */
export function competitorsSince({ from, competitorDays }: Pick<ClashQuestion, 'from' | 'competitorDays'>): string {
  return addDays(from, -competitorDays)
}

/**
 * Why an engagement stands in the way: bound to another brand in the category on the platform on these days, or lately at work for a competitor. Work for
 * the very brand that asks never does. The one rule of the Choice gate and of the search.
 */
export function listClashes(engagement: ClashFacts, asked: ClashQuestion): ('exclusivity' | 'competitor')[] {
  const brand = foldBrand(engagement.brand)
  if (brand === foldBrand(asked.brand)) return []
  const isBound =
    engagement.exclusive &&
    (asked.category === null || engagement.category === asked.category) &&
    isOnPlatform(engagement, asked) &&
    engagement.from <= asked.to &&
    engagement.to >= asked.from
  const isRival = engagement.to >= competitorsSince(asked) && asked.competitors.some((other) => foldBrand(other) === brand)
  return [...(isBound ? (['exclusivity'] as const) : []), ...(isRival ? (['competitor'] as const) : [])]
}

const isOnPlatform = ({ platforms = null }: ClashFacts, { platform = null }: ClashQuestion) =>
  platforms === null || platform === null || platforms.includes(platform)
