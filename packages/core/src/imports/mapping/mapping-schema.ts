import { z } from 'zod'
import { fault, platformSchema } from '../../shared/index.ts'

const IDENTITY_FIELDS = ['accountId', 'handle', 'displayName', 'region', 'mcn', 'verification', 'gender', 'ageBand', 'bio'] as const
const PLAIN_TARGETS = [
  'profileUrl',
  'followers',
  'categories',
  'platform',
  'observedAt',
  'rebate',
  'ecomLevel',
  'ownShop',
  'gmvRange',
  'brands',
] as const
const POST_FIELDS = [
  'postId',
  'accountId',
  'url',
  'publishedAt',
  'format',
  'title',
  'text',
  'observedAt',
  'views',
  'likes',
  'comments',
  'shares',
  'saves',
  'danmaku',
  'coins',
] as const

const COMMENT_FIELDS = ['commentId', 'postId', 'parentId', 'at', 'text', 'authorId', 'authorHash', 'likes'] as const

const word = z.string().trim().min(1).max(80)

/** What a person says a column holds; the same words as the mapping tables of known sources. */
export const mappedTargetSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('identity'), field: z.enum(IDENTITY_FIELDS) }),
  ...PLAIN_TARGETS.map((to) => z.object({ to: z.literal(to) })),
  z.object({
    to: z.literal('metric'),
    name: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/, 'Letters and digits, beginning with a letter'),
    unit: word,
    reads: z.enum(['number', 'percentText', 'shareAndCount']).optional(),
    period: word.optional(),
    noteType: z.enum(['everyday', 'sponsored', 'all']).optional(),
    flow: z.enum(['all', 'natural', 'paid']).optional(),
    definition: z.string().trim().min(1).max(200).optional(),
  }),
  z.object({
    to: z.literal('quote'),
    format: word,
    part: z.enum(['listFen', 'netFen', 'perThousandPlaysFen']),
    filed: z.boolean().nullable(),
  }),
  z.object({ to: z.literal('validUntil'), format: word }),
  z.object({ to: z.literal('audienceShare'), axis: z.enum(['gender', 'age']), key: word }),
  z.object({ to: z.literal('audienceText'), axis: z.enum(['gender', 'age', 'province']) }),
  z.object({ to: z.literal('post'), field: z.enum(POST_FIELDS) }),
  // Of an author only a hash is kept: of an id one is made, a hash stays as it is.
  z.object({ to: z.literal('comment'), field: z.enum(COMMENT_FIELDS) }),
  z.object({ to: z.literal('dropped'), why: z.enum(['not used', 'contact data']) }),
  z.object({ to: z.literal('seriesDay') }),
  z.object({
    to: z.literal('series'),
    metric: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/, 'Letters and digits, beginning with a letter'),
    unit: word,
    reads: z.enum(['percentText', 'exactCount']).optional(),
  }),
])

/** One column of a mapping. `times`: what a number is multiplied by (0.01 for sums in fen, 10000 for 万). */
export const mappedColumnSchema = z.object({
  header: z.string().trim().min(1).max(200),
  target: mappedTargetSchema,
  times: z.number().positive().max(1e9).optional(),
})

/**
 * How the columns of a table are to be understood: of a table that no source knows (`base` null), or of those columns that a known
 * source leaves over. `platform` null: the rows say it.
 */
export const mappingSchema = z.object({
  name: z.string().trim().min(1).max(80),
  base: z.string().nullable().default(null),
  holds: z.enum(['accounts', 'posts', 'comments', 'series']).default('accounts'),
  platform: platformSchema.nullable().default(null),
  /** Of whom a table of days is, where no column says it: `brand:NAME`, `product:NAME`, or `platform:ID` of the brand's account. */
  subject: z.string().trim().min(1).max(120).optional(),
  columns: z
    .array(mappedColumnSchema)
    .min(1)
    .max(500)
    .refine(
      (columns) => new Set(columns.map(({ header }) => header)).size === columns.length,
      fault('A header may be mapped once', '同一列名只能映射一次'),
    ),
})

export type MappedTarget = z.infer<typeof mappedTargetSchema>
export type MappedColumn = z.infer<typeof mappedColumnSchema>
export type Mapping = z.infer<typeof mappingSchema>
