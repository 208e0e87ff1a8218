import { z } from 'zod'
import { daySchema, fault, localizedSchema, platformSchema } from '../shared/index.ts'
import { listRepeated, nameItems } from './name-items.ts'

/** Languages a brief may carry beside Chinese and English. */
export const EXTRA_LANGUAGES = ['de', 'fr'] as const
/** Every language a sentence of a brief may stand in, in the order of the form. */
export const BRIEF_LANGUAGES = ['zh', 'en', ...EXTRA_LANGUAGES] as const
/** A language a brief may carry. */
export type BriefLanguage = (typeof BRIEF_LANGUAGES)[number]
/** A language that is held against the Chinese side. */
export type OtherLanguage = Exclude<BriefLanguage, 'zh'>
/** A sentence of the brief in its languages; a side may be missing and the gate says so. German and French stand where they are wanted. */
export const bilingualSchema = z.object({ zh: z.string(), en: z.string(), de: z.string().optional(), fr: z.string().optional() })
/** How binding a line of the brief is: only `must` costs the creator freedom. */
export const BRIEF_WEIGHTS = ['must', 'should', 'free'] as const

/** Old files wrote no id: '' is named while reading. */
const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{0,40}$/)
  .default('')
const weightSchema = z.enum(BRIEF_WEIGHTS).default('must')
const sentenceItem = z.object({ id: idSchema, weight: weightSchema, text: bilingualSchema })
const wordsItem = z.object({ id: idSchema, weight: weightSchema, text: z.string() })
const linkItem = z.object({
  id: idSchema,
  weight: weightSchema,
  kind: z.enum(['link', 'code']).default('link'),
  value: z.string(),
  /** Where it is to be used; null: everywhere. */
  platform: platformSchema.nullable().default(null),
})

/** A line with its weight. */
export const briefItemSchema = sentenceItem
type SentenceItem = z.output<typeof sentenceItem>
type WordsItem = z.output<typeof wordsItem>
type LinkItem = z.output<typeof linkItem>
const NAMELESS = { id: '', weight: 'must' as const }
const EMPTY = { zh: '', en: '' }
// The forms before items had ids: a bare sentence, a bare word.
const forbiddenSchema = z.union([sentenceItem, bilingualSchema.transform((text): SentenceItem => ({ ...NAMELESS, text }))])
const wordsSchema = z.union([wordsItem, z.string().transform((text): WordsItem => ({ ...NAMELESS, text }))])
const linkSchema = z.union([linkItem, z.string().transform((value): LinkItem => ({ ...NAMELESS, kind: 'link', value, platform: null }))])

export const briefDeliverableSchema = z.object({
  id: idSchema,
  weight: weightSchema,
  platform: platformSchema,
  format: z.string(),
  /** Posts that each creator of this platform and format delivers. */
  count: z.number().int().positive(),
  windowFrom: daySchema,
  windowTo: daySchema,
  /** A posting time the brand would like; the creator may take another. */
  slot: z.string().nullable().default(null),
  /** A posting time the brand demands. */
  fixedTime: z.string().nullable().default(null),
  /** A caption the brand demands word for word. */
  fixedCaption: z.string().nullable().default(null),
})

const platformDisclosureSchema = z.object({
  id: idSchema,
  platform: platformSchema,
  label: z.string().nullable().default(null),
  filingChannel: z.string().nullable().default(null),
  note: bilingualSchema.default(EMPTY),
})

const disclosureSchema = z.object({
  label: z.string(),
  filingChannel: z.string().nullable(),
  note: bilingualSchema,
  /** What differs on one platform; null there: as for all. */
  platforms: z.array(platformDisclosureSchema).default([]),
})

const exclusivitySchema = z.object({
  id: idSchema,
  /** Null: the campaign's own category. */
  category: z.string().nullable().default(null),
  /** Empty: every platform. */
  platforms: z.array(platformSchema).default([]),
  days: z.number().int().min(0),
})

const assetSchema = z.object({
  id: idSchema,
  weight: weightSchema,
  name: z.string(),
  reach: z.string(),
  /** The last day on which it may be used; null: nobody said. */
  rightsUntil: daySchema.nullable().default(null),
})
const reviewStepSchema = z.object({ id: idSchema, text: bilingualSchema, hours: z.number().positive().nullable().default(null) })
const toldKpiSchema = z.object({ id: idSchema, name: z.string(), target: z.number().positive().nullable(), deadline: daySchema.nullable() })

const briefFileSchema = z.object({
  /** Languages wanted beside Chinese and English. */
  languages: z.array(z.enum(EXTRA_LANGUAGES)).default([]),
  background: bilingualSchema,
  goal: bilingualSchema,
  /** The goal's KPIs as the brief tells them. */
  kpis: z.array(toldKpiSchema).default([]),
  audience: bilingualSchema,
  keyMessage: bilingualSchema,
  productFacts: z.array(sentenceItem.extend({ evidence: z.string().nullable() })),
  mustSay: z.array(sentenceItem),
  mustNot: z.array(forbiddenSchema),
  /** Scenes a creator has to show. */
  shots: z.array(sentenceItem).default([]),
  deliverables: z.array(briefDeliverableSchema),
  disclosure: disclosureSchema,
  links: z.array(linkSchema),
  hashtags: z.array(wordsSchema),
  assets: z.array(assetSchema).default([]),
  verbatim: z.array(wordsSchema),
  /** Names that are written as they are and cost nothing: people, places, ingredients. */
  properNames: z.array(z.string()).default([]),
  productNames: z.array(z.string()).default([]),
  /** True when the brand wants to approve the tone of a draft, not only its facts. */
  toneApproval: z.boolean().default(false),
  revisionRounds: z.number().int().min(0),
  responseHours: z.number().positive(),
  reviewHours: z.number().positive(),
  reviewSteps: z.array(reviewStepSchema).default([]),
  /** A draft the brand has not answered after so many working days counts as approved; null: nothing is agreed. */
  autoApproveDays: z.number().int().positive().nullable().default(null),
  usageRights: bilingualSchema,
  exclusivity: z.array(exclusivitySchema).default([]),
  /** The form before exclusivity named categories and platforms. */
  exclusivityDays: z.number().int().min(0).optional(),
  paymentTerms: bilingualSchema,
  contacts: z.array(z.object({ id: idSchema, role: z.string(), reach: z.string() })),
})
type BriefFile = z.output<typeof briefFileSchema>

function listGivenIds(file: BriefFile): string[] {
  const { kpis, productFacts, mustSay, mustNot, shots, deliverables, disclosure, links, hashtags, assets, verbatim } = file
  const lists = [kpis, productFacts, mustSay, mustNot, shots, deliverables, disclosure.platforms, links, hashtags, assets, verbatim]
  const all = [...lists, file.reviewSteps, file.exclusivity, file.contacts].flat()
  return all.map(({ id }) => id).filter((id) => id !== '')
}

function readExclusivity({ exclusivity, exclusivityDays = 0 }: BriefFile): BriefFile['exclusivity'] {
  if (exclusivity.length > 0 || exclusivityDays === 0) return exclusivity
  return [{ id: '', category: null, platforms: [], days: exclusivityDays }]
}

function upgradeBrief(file: BriefFile) {
  const taken = new Set(listGivenIds(file))
  const { exclusivityDays: _, ...kept } = file
  return {
    ...kept,
    kpis: nameItems('k', file.kpis, taken),
    productFacts: nameItems('f', file.productFacts, taken),
    mustSay: nameItems('s', file.mustSay, taken),
    mustNot: nameItems('n', file.mustNot, taken),
    shots: nameItems('h', file.shots, taken),
    deliverables: nameItems('d', file.deliverables, taken),
    disclosure: { ...file.disclosure, platforms: nameItems('p', file.disclosure.platforms, taken) },
    links: nameItems('l', file.links, taken),
    hashtags: nameItems('t', file.hashtags, taken),
    assets: nameItems('a', file.assets, taken),
    verbatim: nameItems('v', file.verbatim, taken),
    reviewSteps: nameItems('r', file.reviewSteps, taken),
    exclusivity: nameItems('x', readExclusivity(file), taken),
    contacts: nameItems('c', file.contacts, taken),
  }
}

/**
 * `brief.yaml` and the body of one brief version. Older forms are read too: items without ids are named by place, bare sentences
 * become items that must be, `exclusivityDays` becomes a row of `exclusivity`. An id that stands twice is refused.
 */
export const briefSchema = briefFileSchema
  .refine((file) => listRepeated(listGivenIds(file)).length === 0, fault('an item id stands twice', '条目 id 重复'))
  .transform(upgradeBrief)

/** The printed formula's parts: what each demand costs the creator's freedom, of 100. */
export const freedomSchema = z.object({
  score: z.number(),
  parts: z.array(z.object({ name: z.string(), value: z.number(), cost: z.number() })),
  /** The demand whose striking gains most, by how much, and what striking it means. */
  bestSingleChange: z.object({ name: z.string(), gain: z.number(), change: localizedSchema }).nullable(),
  formula: localizedSchema,
  tableVersion: z.string(),
  /** Demanded words that cost nothing: a rule asks for them, or they are names. */
  lawWords: z.array(z.string()),
})

/** States of one brief version, in the order of its life. */
export const BRIEF_STATES = ['draft', 'in_review', 'changes_requested', 'approved', 'sent', 'acknowledged'] as const
export const briefStateSchema = z.enum(BRIEF_STATES)

export type Bilingual = z.infer<typeof bilingualSchema>
export type Brief = z.infer<typeof briefSchema>
/** A brief as a person may write it: older forms and unnamed items included. */
export type BriefInput = z.input<typeof briefSchema>
export type BriefState = z.infer<typeof briefStateSchema>
export type Freedom = z.infer<typeof freedomSchema>
