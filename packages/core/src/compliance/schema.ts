import { z } from 'zod'
import {
  categorySchema,
  creatorTypeSchema,
  daySchema,
  fault,
  localizedSchema,
  momentSchema,
  platformSchema,
  readDay,
} from '../shared/index.ts'
import { OUTCOMES, VERDICTS } from './outcomes.ts'

/** One finding's outcome, worst first: `block` and `error` stop publication, `warn` and `review` wait for a person, `info` tells. */
export const outcomeSchema = z.enum(OUTCOMES)
/** A draft's verdict: the worst outcome, or `pass`. */
export const verdictSchema = z.enum(VERDICTS)

const dayOrMomentSchema = z
  .string()
  .refine(
    (stamp) => readDay(stamp) !== null,
    fault(
      'write a day like 2026-11-22 or a moment like 2026-11-22T10:00:00+08:00',
      '请写日期（如 2026-11-22）或时刻（如 2026-11-22T10:00:00+08:00）',
    ),
  )

const maybe = <T extends z.ZodType>(schema: T) => schema.nullish()

/** What is known of a piece of content (interfaces §1.1). null or absent is not known; "none", [] and false are known absent. */
export const contentFactsSchema = z.object({
  id: z.string(),
  title: maybe(z.string()),
  text: z.string(),
  platform: maybe(platformSchema),
  format: maybe(z.enum(['post', 'note', 'article', 'video', 'live', 'comment', 'brief'])),
  category: maybe(categorySchema),
  publishAt: maybe(dayOrMomentSchema),
  account: maybe(z.enum(['creator', 'brand', 'hospital', 'bank', 'media'])),
  creator: maybe(
    z.object({
      type: maybe(creatorTypeSchema),
      age: maybe(z.number()),
      usedProduct: maybe(z.boolean()),
      qualifications: maybe(z.array(z.string())),
      verifiedField: maybe(z.string()),
      penalisedUntil: maybe(daySchema),
      guardianConsent: maybe(z.boolean()),
    }),
  ),
  commissioned: maybe(z.boolean()),
  purchasePath: maybe(z.boolean()),
  commission: maybe(z.enum(['none', 'fee', 'affiliate', 'gift_with_duty', 'gift_without_duty'])),
  purchasePathKind: maybe(z.enum(['none', 'platform_shop', 'outside_link', 'qr', 'code', 'comment'])),
  labelPosition: maybe(z.enum(['start', 'end', 'corner', 'spoken'])),
  product: maybe(
    z.object({
      name: maybe(z.string()),
      brand: maybe(z.string()),
      cosmeticClass: maybe(z.enum(['ordinary', 'special', 'children'])),
      registrationNo: maybe(z.string()),
      approvalNo: maybe(z.string()),
      approvalExpiresAt: maybe(daySchema),
      ownBrandWords: maybe(z.array(z.string())),
    }),
  ),
  ai: maybe(z.object({ use: maybe(z.enum(['none', 'partly', 'full'])), marked: maybe(z.boolean()) })),
  live: maybe(z.object({ sellerShown: maybe(z.boolean()), host: maybe(z.enum(['human', 'ai', 'virtual'])) })),
  prize: maybe(z.object({ topValueFen: maybe(z.number().int()) })),
  price: maybe(z.object({ referenceFen: maybe(z.number().int()), lowestIn7DaysFen: maybe(z.number().int()) })),
  imageCount: maybe(z.number().int()),
  aimedAtMinors: maybe(z.boolean()),
  /** Where whoever advertises or sells is at home, as an ISO 3166 code (CN-BJ, CN-SC-CD); local rules ask for it. */
  place: maybe(z.string().regex(/^[A-Z]{2}(-[A-Z0-9]{1,3}){0,2}$/, 'write an ISO 3166 code like CN, CN-BJ or CN-SC-CD')),
  label: maybe(z.string()),
  platformStatement: maybe(z.string()),
  filing: maybe(
    z.union([
      z.literal('none'),
      z.object({
        channel: maybe(z.enum(['weirenwu', 'pugongying', 'xingtu', 'huahuo', 'juxing', 'huxuan'])),
        reference: maybe(z.string()),
      }),
    ]),
  ),
  links: maybe(z.array(z.string())),
  aiGenerated: maybe(z.boolean()),
  evidence: maybe(
    z.array(
      z.object({
        kind: z.enum(['approval', 'efficacy', 'patent', 'award', 'source', 'price', 'consent', 'proofOfUse']),
        reference: maybe(z.string()),
        expiresAt: maybe(daySchema),
      }),
    ),
  ),
})

/** UTF-16 code units of the original field, whatever normalisation did. */
export const spanSchema = z.object({ start: z.number().int(), end: z.number().int() })

/** Where a rule stands. `checkedOn` is the Shanghai day on which somebody last read it; null is not recorded, never unknown-but-there. */
export const ruleSourceSchema = z.object({
  title: z.string(),
  number: z.string().nullable(),
  article: z.string().nullable(),
  url: z.string().nullable(),
  checkedOn: daySchema.nullable(),
})

/** One finding: rule, outcome, where (`span` null: the whole text or its facts), why (`source`, dates as Shanghai days) and how (`fix`). */
export const lintFindingSchema = z.object({
  ruleId: z.string(),
  outcome: outcomeSchema,
  field: z.string(),
  span: spanSchema.nullable(),
  match: z.string().nullable(),
  message: localizedSchema,
  fix: z.object({ en: z.string(), zh: z.string(), replacement: z.string().nullable() }),
  source: ruleSourceSchema,
  validFrom: daySchema.nullable(),
  validTo: daySchema.nullable(),
  /** Only there when the source was last checked longer ago than its interval. */
  lastCheckedDays: z.number().int().optional(),
})

/** What passed only because `ruleId` allows it. */
export const lintExemptionSchema = z.object({
  ruleId: z.string(),
  field: z.string(),
  span: spanSchema.nullable(),
  because: localizedSchema,
})

/** One item of `lint` output. `verdict` is the worst outcome; info counts as pass. */
export const lintItemSchema = z.object({
  id: z.string(),
  verdict: verdictSchema,
  rulebook: z.string(),
  findings: z.array(lintFindingSchema),
  exemptions: z.array(lintExemptionSchema),
  missing: z.array(z.string()),
})

/** What a check is bound to: the SHA-256 of the text (`hashText`) and the moment. The rulebook stands in the item. */
export const checkStampSchema = z.object({ checkId: z.string(), textHash: z.string(), checkedAt: momentSchema })

export type ContentFacts = z.infer<typeof contentFactsSchema>
export type Span = z.infer<typeof spanSchema>
export type RuleSource = z.infer<typeof ruleSourceSchema>
export type LintFinding = z.infer<typeof lintFindingSchema>
export type LintExemption = z.infer<typeof lintExemptionSchema>
export type LintItem = z.infer<typeof lintItemSchema>
export type CheckStamp = z.infer<typeof checkStampSchema>
