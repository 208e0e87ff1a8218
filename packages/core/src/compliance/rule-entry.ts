import { z } from 'zod'
import { categorySchema, daySchema, localizedSchema, platformSchema } from '../shared/index.ts'
import { CONTEXT_DEFAULTS, DETECTOR_DEFAULTS, JUDGED_DEFAULTS, WORDS_DEFAULTS } from './format-defaults.ts'
import { isWorse, type LintOutcome } from './outcomes.ts'
import { contentFactsSchema, outcomeSchema, ruleSourceSchema } from './schema.ts'

/** How well the source was read; it caps how hard a rule may judge. */
export const READ_KINDS = ['full_text_copy', 'platform_page_copy', 'secondary_report', 'ui_observation', 'none'] as const

// Nobody may be stopped by a rule that nobody on our side has read.
const CAPS: Record<(typeof READ_KINDS)[number], LintOutcome> = {
  full_text_copy: 'block',
  platform_page_copy: 'block',
  secondary_report: 'warn',
  ui_observation: 'review',
  none: 'review',
}

/** What sort of text lays the rule down; a culture custom is none of them. */
export const INSTRUMENT_KINDS = [
  'statute',
  'administrative_regulation',
  'judicial_interpretation',
  'departmental_rule',
  'normative_document',
  'enforcement_guide',
  'local_guide',
  'standard',
  'draft',
  'platform_rule',
  'custom',
] as const

const scalarSchema = z.union([z.string(), z.number(), z.boolean()])

/** One comparison with a fact. A fact that is not known makes it unknown, never false. */
export const conditionSchema = z.strictObject({
  fact: z.string(),
  is: scalarSchema.optional(),
  isNot: scalarSchema.optional(),
  in: z.array(scalarSchema).optional(),
  notIn: z.array(scalarSchema).optional(),
  below: scalarSchema.optional(),
  above: scalarSchema.optional(),
  contains: z.string().optional(),
  lacks: z.string().optional(),
  /** Holds too while the fact is not known: for what is only set when somebody did something. */
  orUnknown: z.literal(true).optional(),
})

/** Words around a hit. `within` counts folded characters; sentences end at 。！？； and line ends. */
export const contextSchema = z.strictObject({
  any: z.array(z.string()).default(CONTEXT_DEFAULTS.any),
  words: z.array(z.string()).default(CONTEXT_DEFAULTS.words),
  within: z.union([z.number().int().min(0), z.enum(['sentence', 'text'])]).default(CONTEXT_DEFAULTS.within),
  side: z.enum(['before', 'after', 'either']).default(CONTEXT_DEFAULTS.side),
})

const { terms, length, links } = DETECTOR_DEFAULTS
const judged = { when: z.array(conditionSchema).default(JUDGED_DEFAULTS.when), outcome: outcomeSchema.optional() }

export const detectorSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('terms'),
    find: z.array(z.string()).default(terms.find),
    words: z.array(z.string()).default(terms.words),
    near: z.array(contextSchema).default(terms.near),
    unless: z.array(contextSchema).default(terms.unless),
    /** A negated hit (不是药, 不能治疗) is no hit, unless the rule says otherwise. */
    negation: z.boolean().default(terms.negation),
    ...judged,
  }),
  z.strictObject({ kind: z.literal('facts'), ...judged, when: z.array(conditionSchema).min(1) }),
  z.strictObject({
    kind: z.literal('length'),
    field: z.enum(['title', 'text']),
    max: z.number().int().positive(),
    /** A half width is what shops count as a byte: letters and digits take one, Chinese characters two. */
    unit: z.enum(['character', 'halfWidth']).default(length.unit),
    ...judged,
  }),
  /** More #topics# than a platform shows. */
  z.strictObject({ kind: z.literal('topics'), max: z.number().int().positive(), ...judged }),
  /** A sentence made like the labelled ones that ought to be flagged, more so than `above`; it speaks only where nothing else does. */
  z.strictObject({ kind: z.literal('likeness'), above: z.number().min(0).max(2), ...judged }),
  z.strictObject({
    kind: z.literal('links'),
    hosts: z.array(z.string()).min(1),
    except: z.array(z.string()).default(links.except),
    ...judged,
  }),
])

export const ruleExampleSchema = z.strictObject({
  text: z.string().default(''),
  facts: contentFactsSchema.partial().default({}),
  at: daySchema.optional(),
  why: z.string().optional(),
})

/** A known miss, told in the open: `should` is what a reader would judge and the rule does not yet. */
const todoExampleSchema = ruleExampleSchema.extend({ should: z.enum(['flag', 'pass']) })

const entrySourceSchema = ruleSourceSchema.extend({
  readKind: z.enum(READ_KINDS),
  kind: z.enum(INSTRUMENT_KINDS).nullable().default(null),
  /** How the entry, and apart from it the number of its article, is known: "read", "memory", … */
  confidence: z.string().nullable().default(null),
  articleConfidence: z.string().nullable().default(null),
  addressNote: z.string().nullable().default(null),
})

const reach = <T extends z.ZodType>(member: T) => z.union([z.tuple([z.literal('*')]), z.array(member).min(1)])

// A comma in unquoted YAML cuts a wording short and makes a key of the rest.
const wordingSchema = z.strictObject(localizedSchema.shape)

const entryShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
  kind: z.enum(['rule', 'fact']),
  title: wordingSchema,
  requirement: wordingSchema,
  appliesTo: z.strictObject({
    who: z.array(z.string()).min(1),
    categories: reach(categorySchema),
    platforms: reach(platformSchema),
    formats: reach(z.enum(['post', 'note', 'article', 'video', 'live', 'comment', 'brief'])),
  }),
  /** ISO 3166 code of where it holds; a local guide names its province or city. */
  jurisdiction: z.string().default('CN'),
  outcome: outcomeSchema,
  announcedOn: daySchema.nullable().default(null),
  validFrom: daySchema.nullable(),
  validTo: daySchema.nullable(),
  validFromConfidence: z.string(),
  source: entrySourceSchema,
  penalty: z.string().nullable(),
  /** The same for a Chinese reader; null where only the English line is recorded. */
  penaltyZh: z.string().nullable().default(null),
  detectors: z.array(detectorSchema).min(1).nullable().default(null),
  /** Set on an exemption: the rules it takes hits away from. */
  exempts: z.array(z.string()).default([]),
  /** What the source itself lets pass, in words; an exemption that can be seen is an entry of its own. */
  exemptions: z.array(wordingSchema).default([]),
  /** Earlier entries this one takes the place of. */
  supersedes: z.array(z.string()).default([]),
  fix: wordingSchema,
  /** Words that may simply go: the one-click fix takes them out of the match and puts nothing in their place. */
  drops: z.array(z.string().min(1)).default([]),
  examples: z
    .strictObject({
      valid: z.array(ruleExampleSchema).default([]),
      invalid: z.array(ruleExampleSchema).default([]),
      todo: z.array(todoExampleSchema).default([]),
    })
    .prefault({}),
  status: z.string(),
  notes: z.string().nullable(),
  /** The same for a Chinese reader; null where only the English note is recorded. */
  notesZh: z.string().nullable().default(null),
})

/** One entry of the rulebook: a rule that judges, or a fact that is only listed and dated. */
export const ruleEntrySchema = entryShape.superRefine((entry, context) => {
  const complain = (path: string, message: string, zh: string) =>
    context.addIssue({ code: 'custom', path: [path], message, params: { zh } })
  const cap = CAPS[entry.source.readKind]
  if (isWorse(entry.outcome, cap))
    complain(
      'outcome',
      `may not be above ${cap}, because its source is only known as ${entry.source.readKind}`,
      `来源的阅读方式为 ${entry.source.readKind}，最高只能是 ${cap}`,
    )
  if (entry.validFrom !== null && entry.validTo !== null && entry.validTo < entry.validFrom)
    complain('validTo', 'lies before validFrom, so the entry would never be in force', '早于 validFrom，该条目永远不会生效')
  for (const detector of entry.detectors ?? [])
    if (detector.outcome && isWorse(detector.outcome, entry.outcome))
      complain('detectors', `outcome ${detector.outcome} is above the entry's own`, `outcome ${detector.outcome} 高于条目本身`)
  if (entry.kind === 'fact' && entry.detectors) complain('detectors', 'a fact has none; make it a rule', '事实没有检测项，请改为规则')
  if (entry.kind === 'fact') return
  if (!entry.detectors) complain('detectors', 'a rule needs at least one', '规则至少需要一项')
  if (entry.examples.valid.length < 2) complain('examples', 'needs two valid texts', '需要两个合规示例')
  if (entry.examples.invalid.length < 2) complain('examples', 'needs two invalid texts', '需要两个违规示例')
})

/** A named list of words that detectors refer to. `{a,b}` in a term stands for either. */
export const wordListSchema = z.strictObject({
  kind: z.literal('words'),
  id: z.string(),
  terms: z.array(z.string().min(1)).min(1),
  /** Hits of other lists inside these words do not count: mandatory texts, and everyday words that contain a term. */
  protects: z.boolean().default(WORDS_DEFAULTS.protects),
  /** Its words are also found by their sound (薇信, weixin), as hits of this list; a rule asks for an action or an id beside it. */
  heardAs: z.string().nullable().default(WORDS_DEFAULTS.heardAs),
  /** The facts a text states by using such a word. */
  states: z.record(z.string(), scalarSchema).default(WORDS_DEFAULTS.states),
  /** The word states its facts only with one of each of these around it (收 … 稿费). */
  near: z.array(contextSchema).default(WORDS_DEFAULTS.near),
  note: z.string().nullable().default(WORDS_DEFAULTS.note),
})

/** What one document of a rulebook file may be. */
export const rulebookPartSchema = z.union([wordListSchema, ruleEntrySchema])

export type RuleEntry = z.infer<typeof ruleEntrySchema>
export type RuleExample = z.infer<typeof ruleExampleSchema>
export type WordList = z.infer<typeof wordListSchema>
export type RulebookPart = z.infer<typeof rulebookPartSchema>
export type RulebookPartInput = z.input<typeof rulebookPartSchema>
export type Detector = z.infer<typeof detectorSchema>
export type TermsDetector = Extract<Detector, { kind: 'terms' }>
export type Condition = z.infer<typeof conditionSchema>
export type Context = z.infer<typeof contextSchema>
