import { z } from 'zod'
import { daySchema, momentSchema } from '../../shared/index.ts'
import { EXPERIENCE_RULES, EXPERIENCE_SIDES, SEVERITIES, STANCES, type ExperienceKind, type ExperienceRule } from './experience-table.ts'

const isKind = (kind: string): kind is ExperienceKind => Object.hasOwn(EXPERIENCE_RULES, kind)
const kindSchema = z.enum(Object.keys(EXPERIENCE_RULES).filter(isKind))
const words = (most: number) => z.string().trim().min(1).max(most)

const shape = {
  /** Null: not of one campaign. */
  campaignId: z.uuid().nullable(),
  side: z.enum(EXPERIENCE_SIDES),
  kind: kindSchema,
  severity: z.enum(SEVERITIES).nullable(),
  /** Shanghai day on which it happened. */
  on: daySchema,
  words: words(2000),
  /** A link or where the proof lies; null: none. */
  evidence: words(1000).nullable(),
}

/** An experience as the desk records it. Refused by field: a kind of the other side, an incident without severity, praise with one. */
export const experienceInputSchema = z.strictObject(shape).superRefine(({ side, kind, severity }, ctx) => {
  const rule: ExperienceRule = EXPERIENCE_RULES[kind]
  const tell = (field: string, message: string, zh: string) => ctx.addIssue({ code: 'custom', path: [field], message, params: { zh } })
  if (!rule.sides.includes(side))
    tell('kind', `is nothing the ${side} can have done`, `不会是${side === 'desk' ? '品牌方/代理方' : '达人'}的行为`)
  if (rule.isPraise === (severity === null)) return
  if (rule.isPraise) tell('severity', 'praise has none', '表扬没有严重程度')
  else tell('severity', 'say how serious it was', '请说明严重程度')
})

/** What the other side says of an experience. */
export const answerInputSchema = z.strictObject({ stance: z.enum(STANCES), words: words(2000) })

/** An experience as it is kept; the answer is null while only one side has spoken. `from`: said by the creator, or told to the desk. */
export const experienceSchema = z.object({
  id: z.uuid(),
  ...shape,
  enteredBy: z.string().nullable(),
  enteredAt: momentSchema,
  answer: z.object({ stance: z.enum(STANCES), words: z.string(), from: z.enum(['creator', 'desk']), at: momentSchema }).nullable(),
})

const note = z.string().trim().max(2000)
/** What working with a creator should respect, in the desk's words; empty: not known. */
export const preferencesInputSchema = z.strictObject({ revision: z.int32().min(0), tone: note, products: note, refuses: note })
/** The same as it is kept; revision 0: nobody noted any. */
export const preferencesSchema = z.object({
  revision: z.number().int(),
  tone: z.string(),
  products: z.string(),
  refuses: z.string(),
  notedBy: z.string().nullable(),
  notedAt: momentSchema.nullable(),
})

export type ExperienceInput = z.infer<typeof experienceInputSchema>
export type AnswerInput = z.infer<typeof answerInputSchema>
export type Experience = z.infer<typeof experienceSchema>
export type PreferencesInput = z.infer<typeof preferencesInputSchema>
export type Preferences = z.infer<typeof preferencesSchema>
