import { z } from 'zod'
import { daySchema } from '../shared/index.ts'

/** Characters that the note of a proof may have. */
export const LONGEST_PROOF_NOTE = 1000

/** That a creator had the product, as Shanghai days; null is not known. `note` says what shows it, `photoLink` where the picture lies. */
export const notedProofSchema = z.object({
  sentOn: daySchema.nullable(),
  receivedOn: daySchema.nullable(),
  inUseSince: daySchema.nullable(),
  note: z.string().trim().max(LONGEST_PROOF_NOTE),
  photoLink: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable(),
})
export type NotedProof = z.infer<typeof notedProofSchema>
