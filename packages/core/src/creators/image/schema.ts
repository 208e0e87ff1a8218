import { z } from 'zod'
import { daySchema, fault } from '../../shared/index.ts'
import { INCIDENT_KINDS } from '../dossier/schema.ts'

const share = z.number().min(0).max(1)
const named = z.object({ key: z.string(), name: z.string(), nameZh: z.string(), count: z.number().int(), share })

/** A penalty, scandal or ban as a person entered it. */
export const heldIncidentSchema = z.object({
  kind: z.enum(INCIDENT_KINDS),
  on: daySchema,
  until: daySchema.nullable().default(null),
  what: z.string(),
  source: z.string().min(1),
})

/** One part of the brand-safety score: how much is taken off (0–1), or null where nothing is held. */
export const safetyPartSchema = z.object({
  code: z.enum(['rules', 'comments', 'incidents']),
  off: share.nullable(),
  because: z.string(),
  becauseZh: z.string(),
})

/** Printed measures of how a creator writes, over the posts whose text is held. */
export const toneSchema = z.object({
  sentenceLength: z.number(),
  emojiPer100: z.number(),
  humourPer1000: z.number(),
  salesPer1000: z.number(),
  addresses: z.array(named),
  dialects: z.array(named),
})

const wishedRange = z
  .tuple([z.number(), z.number()])
  .refine(([least, most]) => least <= most, fault('gives more for "at least" than for "at most"', '下限大于上限'))

/** Wished tone of a brand; what is left out is not wished. Ranges are [at least, at most]. */
export const toneTargetSchema = z.object({
  sentenceLength: wishedRange.optional(),
  emojiPer100: wishedRange.optional(),
  humourPer1000: wishedRange.optional(),
  salesPer1000: wishedRange.optional(),
  address: z.enum(['polite', 'plain', 'sisters', 'family']).optional(),
})

/** Background and image of one creator, from what is held: null is unknown, and no posts held is never clean. */
export const imageReportSchema = z.object({
  postsHeld: z.number().int(),
  /** Posts whose text is held: only they can be read. */
  textsHeld: z.number().int(),
  /** Comments held under them. */
  commentsHeld: z.number().int().default(0),
  /** How many of them were read, the newest: what is said of answers, questions and grave words rests on these. */
  commentsRead: z.number().int().default(0),
  /** How many posts there are, as a source counted them. */
  postsTotal: z.number().int().nullable(),
  sponsoredShare: share.nullable(),
  /** Every post against the rules of its own day. */
  rules: z
    .object({
      linted: z.number().int(),
      /** Linted without knowing their day: as of today. */
      undated: z.number().int(),
      block: z.number().int(),
      error: z.number().int(),
      warn: z.number().int(),
      worst: z.array(
        z.object({ postId: z.string(), publishedAt: z.string().nullable(), verdict: z.string(), ruleIds: z.array(z.string()) }),
      ),
    })
    .nullable(),
  topics: z.object({ known: z.array(named), unknownShare: share }).nullable(),
  tone: toneSchema.nullable(),
  toneFit: z.array(z.object({ measure: z.string(), isMet: z.boolean(), because: z.string(), becauseZh: z.string() })).nullable(),
  dialogue: z
    .object({ comments: z.number().int(), answeredShare: share.nullable(), asked: z.array(named), livesPerMonth: z.number().nullable() })
    .nullable(),
  shop: z.object({ ownShop: z.boolean().nullable(), communityLed: z.boolean().nullable(), communitySize: z.number().nullable() }),
  brands: z
    .object({
      named: z.array(z.object({ brand: z.string(), posts: z.number().int(), isCompetitor: z.boolean() })),
      /** Of the sponsored posts whose text is held, the share that names a competitor. */
      competitorShare: share.nullable(),
      /** The posts that name a competitor: sponsored ones of so many, and all of all whose text is held. Null: no competitor is known. */
      competitorPosts: z
        .object({ sponsored: z.number().int(), ofSponsored: z.number().int(), all: z.number().int(), of: z.number().int() })
        .nullable(),
    })
    .nullable(),
  /** Brands that a source names, without posts of their own to show it. */
  brandsTold: z.array(z.object({ brand: z.string(), source: z.string(), isCompetitor: z.boolean() })).default([]),
  severity: z.object({ comments: z.number().int(), kinds: z.array(named) }).nullable(),
  incidents: z.array(heldIncidentSchema).nullable(),
  /** Brand safety, for whoever weighs creators: this and nothing besides. Not known is never read as safe. */
  safety: z.object({
    /** 0–100; null while no text of a post is held. */
    score: z.number().min(0).max(100).nullable(),
    /** The score if everything that is not held were spotless: no more than this can be promised. */
    atMost: z.number().min(0).max(100),
    parts: z.array(safetyPartSchema),
  }),
})

export type HeldIncident = z.infer<typeof heldIncidentSchema>
export type ToneTarget = z.infer<typeof toneTargetSchema>
export type Tone = z.infer<typeof toneSchema>
export type ImageReport = z.infer<typeof imageReportSchema>
export type NamedShare = z.infer<typeof named>
