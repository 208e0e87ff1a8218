import { z } from 'zod'
import { daySchema, platformSchema } from '../shared/index.ts'

/** A sentence of the brief in both languages; either side may be missing and the gate says so. */
export const bilingualSchema = z.object({ zh: z.string(), en: z.string() })
/** How binding a line of the brief is: only `must` costs the creator freedom. */
export const BRIEF_WEIGHTS = ['must', 'should', 'free'] as const

export const briefItemSchema = z.object({ weight: z.enum(BRIEF_WEIGHTS), text: bilingualSchema })

export const briefDeliverableSchema = z.object({
  platform: platformSchema,
  format: z.string(),
  count: z.number().int().positive(),
  windowFrom: daySchema,
  windowTo: daySchema,
  fixedTime: z.string().nullable(),
  fixedCaption: z.string().nullable(),
})

/** `brief.yaml` and the body of one brief version. */
export const briefSchema = z.object({
  background: bilingualSchema,
  goal: bilingualSchema,
  audience: bilingualSchema,
  keyMessage: bilingualSchema,
  productFacts: z.array(z.object({ text: bilingualSchema, evidence: z.string().nullable() })),
  mustSay: z.array(briefItemSchema),
  mustNot: z.array(bilingualSchema),
  deliverables: z.array(briefDeliverableSchema),
  disclosure: z.object({ label: z.string(), filingChannel: z.string().nullable(), note: bilingualSchema }),
  links: z.array(z.string()),
  hashtags: z.array(z.string()),
  verbatim: z.array(z.string()),
  revisionRounds: z.number().int().min(0),
  responseHours: z.number().positive(),
  reviewHours: z.number().positive(),
  usageRights: bilingualSchema,
  exclusivityDays: z.number().int().min(0),
  paymentTerms: bilingualSchema,
  contacts: z.array(z.object({ role: z.string(), reach: z.string() })),
})

/** The printed formula's parts: what each demand costs the creator's freedom, of 100. */
export const freedomSchema = z.object({
  score: z.number(),
  parts: z.array(z.object({ name: z.string(), value: z.number(), cost: z.number() })),
  bestSingleChange: z.object({ name: z.string(), gain: z.number() }).nullable(),
})

/** States of one brief version, in the order of its life. */
export const BRIEF_STATES = ['draft', 'in_review', 'changes_requested', 'approved', 'sent', 'acknowledged'] as const
export const briefStateSchema = z.enum(BRIEF_STATES)

export type Bilingual = z.infer<typeof bilingualSchema>
export type Brief = z.infer<typeof briefSchema>
export type BriefState = z.infer<typeof briefStateSchema>
export type Freedom = z.infer<typeof freedomSchema>
