import { z } from 'zod'
import { creatorTypeSchema, daySchema, fault, readDay } from '../shared/index.ts'
import { LONGEST_ID } from './parse-id.ts'

const share = z.number().min(0).max(1)
const shares = z.record(z.string(), share)
const wholeFen = z.number().int()

/** A creator's type is never bare: the basis says which number, which tier row, or who set it. */
export const creatorTypeWithBasisSchema = z.object({
  value: creatorTypeSchema.nullable(),
  basis: z.string(),
  /** The basis in Chinese; files that people keep may lack it. */
  basisZh: z.string().optional(),
})

/** Prices of one format. Sums in fen, shares 0–1; null is not known. */
export const quoteSchema = z.object({
  format: z.string(),
  listFen: wholeFen.nullable(),
  netFen: wholeFen.nullable(),
  rebate: share.nullable(),
  platformFee: share.nullable(),
  taxFen: wholeFen.nullable(),
  slotFeeFen: wholeFen.nullable(),
  commissionShare: share.nullable(),
  gifts: z.string().nullable(),
  perThousandPlaysFen: wholeFen.nullable(),
  filed: z.boolean().nullable(),
  validUntil: z.string().nullable(),
  source: z.string(),
  observedAt: z.string().nullable(),
})

/** One number with its passport. `value` null with `low`/`high` is a range as the source printed it. */
export const metricSchema = z.object({
  name: z.string(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  proof: z.enum(['proved', 'unproved']),
  period: z.string().nullable(),
  noteType: z.enum(['everyday', 'sponsored', 'all']).nullable(),
  flow: z.enum(['all', 'natural', 'paid']).nullable(),
  definition: z.string().nullable(),
  formula: z.string().nullable(),
  source: z.string(),
  tab: z.string().nullable(),
  column: z.string(),
  observedAt: z.string().nullable(),
  importId: z.string(),
})

const count = z.number().min(0).nullable()

/** The short form of a post inside an account line; counts are whole numbers, null is not known. */
export const recentPostSchema = z.object({
  postId: z.string(),
  publishedAt: z.string().nullable(),
  sponsored: z.boolean().nullable(),
  views: count,
  likes: count,
  comments: count,
  shares: count,
  saves: count,
  /** Only Bilibili counts these two. */
  danmaku: count.optional(),
  coins: count.optional(),
  observedAt: z.string().nullable(),
})

export const audienceSchema = z.object({
  gender: shares,
  age: shares,
  cityTier: shares,
  province: shares,
  basis: z.enum(['followers', 'viewers']),
  n: z.number().nullable(),
})

/** A brand that a source names as one a creator worked with. */
const namedBrandSchema = z.object({ brand: z.string(), source: z.string(), observedAt: z.string().nullable() })

/** One account on one platform: a line of `accounts.jsonl` (interfaces §1.2). */
export const accountSchema = z.object({
  platform: z.string(),
  accountId: z.string(),
  handle: z.string().nullable(),
  displayName: z.string().nullable(),
  creatorType: creatorTypeWithBasisSchema.nullable(),
  followers: z.number().int().min(0).nullable(),
  categories: z.array(z.string()),
  region: z.string().nullable(),
  mcn: z.string().nullable(),
  verification: z.string().nullable(),
  /** What the person wrote about themselves (简介). */
  bio: z.string().nullable().default(null),
  /** Brands that a source says they worked with. Empty: not known. */
  brands: z.array(namedBrandSchema).default([]),
  person: z.object({ gender: z.string().nullable(), ageBand: z.string().nullable(), languages: z.array(z.string()) }),
  commerce: z.object({
    ownShop: z.boolean().nullable(),
    level: z.string().nullable(),
    liveGmvRange: z.tuple([z.number().nullable(), z.number().nullable()]),
  }),
  community: z.object({ leads: z.boolean().nullable(), kind: z.string().nullable(), size: z.number().nullable() }),
  actsAs: z.array(z.enum(['ambassador', 'influencer'])),
  audience: audienceSchema.nullable(),
  quotes: z.array(quoteSchema),
  metrics: z.array(metricSchema),
  posts: z.array(recentPostSchema),
})

const isVisible = (said: string) => said.trim() === '' || /[^\p{Cf}\p{Z}\s]/u.test(said)
const word = (most: number) =>
  z.string().trim().min(1).max(most).refine(isVisible, fault('Holds no sign that can be seen', '没有任何可见字符'))
const text = z.string().max(5000).nullable()
const price = wholeFen.min(0).nullable()
const whole = z.number().int().min(0).nullable()
// Every quote is held against every other one.
const MOST_QUOTES = 1000
// Far more than anybody has; every account costs its peers time.
const MOST = { posts: 1000, metrics: 2000, words: 500, shares: 500 } as const
const words = z.array(word(100)).max(MOST.words)
const fewShares = z
  .record(z.string().max(100), share)
  .refine((held) => Object.keys(held).length <= MOST.shares, fault(`At most ${MOST.shares}`, `最多 ${MOST.shares} 项`))
const typedAudience = audienceSchema.extend({ gender: fewShares, age: fewShares, cityTier: fewShares, province: fewShares, n: whole })
const countsInput = {
  views: whole,
  likes: whole,
  comments: whole,
  shares: whole,
  saves: whole,
  danmaku: whole.optional(),
  coins: whole.optional(),
}
const isStamp = (said: string) => daySchema.safeParse(said.slice(0, 10)).success && readDay(said) !== null
const stamp = z
  .string()
  .refine(
    isStamp,
    fault('Neither a day nor a moment of the calendar, as 2026-11-22T08:00:00Z', '既不是有效日期，也不是 2026-11-22T08:00:00Z 这样的时刻'),
  )
  .nullable()

/** What a person or an older export may write: every field but the identity may be left out. */
export const accountInputSchema = accountSchema
  .extend({
    platform: word(40),
    accountId: word(LONGEST_ID),
    handle: text,
    displayName: text.refine((said) => said === null || isVisible(said), fault('Holds no sign that can be seen', '没有任何可见字符')),
    region: text,
    mcn: text,
    verification: text,
    bio: text,
    categories: words,
    brands: z.array(namedBrandSchema.extend({ brand: word(200) })).max(MOST.words),
    audience: typedAudience.nullable(),
    metrics: z.array(metricSchema).max(MOST.metrics),
    quotes: z.array(quoteSchema.extend({ listFen: price, netFen: price, observedAt: stamp })).max(MOST_QUOTES),
    posts: z
      .array(recentPostSchema.extend({ ...countsInput, postId: word(LONGEST_ID), publishedAt: stamp, observedAt: stamp }))
      .max(MOST.posts),
  })
  .partial()
  .required({ platform: true, accountId: true })

export type Quote = z.infer<typeof quoteSchema>
export type Metric = z.infer<typeof metricSchema>
export type RecentPost = z.infer<typeof recentPostSchema>
export type Audience = z.infer<typeof audienceSchema>
export type Account = z.infer<typeof accountSchema>
export type AccountInput = z.infer<typeof accountInputSchema>
