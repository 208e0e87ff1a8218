import { z } from 'zod'
import { localizedSchema, momentSchema } from '../../shared/index.ts'

/** An account of a person as a list shows it. `linkedAt` null: nobody put it together with another. */
export const personAccountSchema = z.object({
  id: z.uuid(),
  platform: z.string(),
  accountId: z.string(),
  displayName: z.string().nullable(),
  handle: z.string().nullable(),
  region: z.string().nullable(),
  mcn: z.string().nullable(),
  followers: z.number().int().nullable(),
  categories: z.array(z.string()),
  linkedAt: momentSchema.nullable(),
  linkedBy: z.string().nullable(),
})
/** The person behind accounts. Who has one account is their own person, under the account's id. */
export const personSchema = z.object({ personId: z.uuid(), accounts: z.array(personAccountSchema) })

/** Two accounts side by side with what speaks for and against their being one person. */
export const mergeSuggestionSchema = z.object({
  a: personAccountSchema.extend({ personId: z.uuid() }),
  b: personAccountSchema.extend({ personId: z.uuid() }),
  score: z.number(),
  strength: z.enum(['strong', 'likely']),
  evidence: z.array(z.object({ code: z.string(), weight: z.number(), because: localizedSchema })),
})

/** A decision on a pair, with the persons as they were seen: when either changed since, it is refused. */
export const mergeDecisionSchema = z.object({ otherId: z.uuid(), personId: z.uuid(), otherPersonId: z.uuid() })
/** Taking an account out of a person again. */
export const splitInputSchema = z.object({ personId: z.uuid() })

/** A decision on a pair as it was seen, to be taken back. */
export const decisionUndoSchema = z.object({ otherId: z.uuid(), decidedAt: momentSchema })
/** What a person decided about two accounts, and when. */
export const keptDecisionSchema = z.object({
  a: personAccountSchema.extend({ personId: z.uuid() }),
  b: personAccountSchema.extend({ personId: z.uuid() }),
  isSame: z.boolean(),
  decidedAt: momentSchema,
  decidedBy: z.string().nullable(),
})

export type PersonAccount = z.infer<typeof personAccountSchema>
export type Person = z.infer<typeof personSchema>
export type MergeDecision = z.infer<typeof mergeDecisionSchema>
export type PresentedSuggestion = z.infer<typeof mergeSuggestionSchema>
export type DecisionUndo = z.infer<typeof decisionUndoSchema>
export type KeptDecision = z.infer<typeof keptDecisionSchema>
