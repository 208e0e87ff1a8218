import { z } from 'zod'
import type { Actor } from '../accounts/index.ts'
import { accept, fault, type Outcome, refuse } from '../shared/index.ts'
import { discoveryQuestionSchema } from './discovery/discovery-schema.ts'

const nameSchema = z.string().trim().min(1).max(100)

/** A search to be kept: for oneself, or shared with every member of the workspace. */
export const savedSearchInputSchema = z.strictObject({ name: nameSchema, isShared: z.boolean(), query: discoveryQuestionSchema })
export type SavedSearchInput = z.infer<typeof savedSearchInputSchema>

/** One's own search goes; that of another member only by an owner. */
export function checkSearchRemoval(actor: Actor, { ownerId }: { ownerId: string }): Outcome<null> {
  if (actor.id === ownerId || actor.role === 'owner') return accept(null)
  return refuse({ code: 'search.not_yours' })
}

/** The longest list. */
export const LONGEST_SHORTLIST = 5000
const creatorIds = z.array(z.uuid()).max(LONGEST_SHORTLIST)

/** A new list of creators, empty or with the ones chosen, in their order. */
export const shortlistInputSchema = z.strictObject({ name: nameSchema, creatorIds })
/** Creators to be put at the end of a list; those who are on it stay where they are. */
export const shortlistAdditionSchema = z.strictObject({ creatorIds: creatorIds.min(1) })
/** The whole list as it shall stand: its name, its order and what is noted of each. */
export const shortlistChangeSchema = z.strictObject({
  revision: z.int32().min(0),
  name: nameSchema,
  entries: z
    .array(z.strictObject({ creatorId: z.uuid(), note: z.string().trim().min(1).max(2000).nullable() }))
    .max(LONGEST_SHORTLIST)
    .refine(
      (entries) => new Set(entries.map(({ creatorId }) => creatorId)).size === entries.length,
      fault('names a creator twice', '同一达人写了两次'),
    ),
})
export type ShortlistInput = z.infer<typeof shortlistInputSchema>
export type ShortlistChange = z.infer<typeof shortlistChangeSchema>
