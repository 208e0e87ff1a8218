import { z } from 'zod'
import {
  accountSchema,
  audienceSchema,
  creatorTypeWithBasisSchema,
  quoteSchema,
  recentPostSchema,
  splitPostSchema,
} from '../../creators/index.ts'
import { forecastSchema, POST_KINDS } from '../../planning/index.ts'
import { localizedSchema, momentSchema } from '../../shared/index.ts'
import { feeRowSchema } from '../fee-table.ts'
import { QUOTE_FAULTS } from '../quote-faults.ts'
import { PRICE_GAPS, PRICE_PARTS } from './break-down-quote.ts'
import { QUOTE_STANDINGS } from './tell-prices.ts'

const atForecastSchema = z.object({ p10: z.number(), p50: z.number(), p90: z.number() })
const spreadSchema = z.object({ n: z.number().int(), low: z.number(), median: z.number(), high: z.number() })

/** What one import saw of followers and audience. */
export const profileObservationSchema = z.object({
  source: z.string(),
  observedAt: z.string().nullable(),
  /** When it came into this workspace. */
  keptAt: momentSchema.nullable(),
  followers: z.number().int().nullable(),
  audience: audienceSchema.nullable(),
})

/** A post of which counts or a text are held. */
export const heldPostSchema = recentPostSchema.extend({
  title: z.string().nullable(),
  url: z.string().nullable(),
  format: z.string().nullable(),
  interactions: z.number().nullable(),
  /** Set where only the hash of the account's id says whose post it is. */
  matched: z.object({ hash: z.string(), because: localizedSchema }).nullable(),
})

/** What a creator is compared by. */
export const RANKED_MEASURES = ['priceFen', 'cpmFen', 'cpeFen', 'viewsP50', 'interactRate'] as const

/** A creator's value and its place among the accounts of the same platform, tier and first category. */
export const rankSchema = z.object({
  measure: z.enum(RANKED_MEASURES),
  value: z.number(),
  /** Share of peers below, 0–1; null among fewer than eight. */
  rank: z.number().min(0).max(1).nullable(),
  n: z.number().int(),
  median: z.number().nullable(),
  /** The middle half of the peers; null among fewer than eight. */
  low: z.number().nullable(),
  high: z.number().nullable(),
})

/** Everything the page of one creator shows that follows from imported data. */
export const creatorPageSchema = z.object({
  id: z.uuid(),
  account: accountSchema,
  type: creatorTypeWithBasisSchema.nullable(),
  tier: z.enum(['head', 'mid', 'junior', 'koc']).nullable(),
  forecast: forecastSchema.nullable(),
  /** Interactions per view, and what that stands on. */
  rate: z.object({ value: z.number(), basis: localizedSchema }).nullable(),
  history: z.array(profileObservationSchema),
  posts: z.array(heldPostSchema),
  /** Taken off this account by a person; they count nowhere, and can be put back. */
  splitPosts: z.array(splitPostSchema),
  groups: z.array(
    z.object({
      kind: z.enum(POST_KINDS),
      posts: z.number().int(),
      views: spreadSchema.nullable(),
      interactions: spreadSchema.nullable(),
      rate: spreadSchema.nullable(),
    }),
  ),
  prices: z.object({
    prices: z.array(
      z.object({
        quote: quoteSchema,
        steps: z.array(z.object({ part: z.enum(PRICE_PARTS), fen: z.number().int() })),
        totalFen: z.number().int().nullable(),
        formula: z.string().nullable(),
        faults: z.array(z.object({ code: z.enum(QUOTE_FAULTS), isFatal: z.boolean(), because: localizedSchema, fix: localizedSchema })),
        /** The rule that unfiled cooperation breaks on this platform; null where it is filed, or no rule is held. */
        ruleId: z.string().nullable(),
        /** By which row room is kept for a platform fee; null where the quote states it or has no price. */
        feeRow: feeRowSchema.nullable(),
        gaps: z.array(z.enum(PRICE_GAPS)),
        standing: z.enum(QUOTE_STANDINGS),
        cpmFen: atForecastSchema.nullable(),
        cpeFen: atForecastSchema.nullable(),
        perPlayFen: atForecastSchema.nullable(),
      }),
    ),
    chosen: z.number().int().nullable(),
    because: localizedSchema,
    evenViews: z.number().nullable(),
  }),
  peers: z.object({
    category: z.string().nullable(),
    /** When the spread of the peers was worked out; null: not yet. */
    asOf: momentSchema.nullable(),
    ranks: z.array(rankSchema),
  }),
  unknown: z.array(z.object({ code: z.string(), name: localizedSchema, who: localizedSchema })),
})

export type ProfileObservation = z.infer<typeof profileObservationSchema>
export type HeldPost = z.infer<typeof heldPostSchema>
export type Rank = z.infer<typeof rankSchema>
/** One of RANKED_MEASURES. */
export type RankedMeasure = (typeof RANKED_MEASURES)[number]
export type CreatorPage = z.infer<typeof creatorPageSchema>
