import { z } from 'zod'
import { daySchema } from '../shared/index.ts'

/** That a creator had the product, as Shanghai days; null is not known. `note` says what shows it, `photoLink` where the picture lies. */
export const notedProofSchema = z.object({
  sentOn: daySchema.nullable(),
  receivedOn: daySchema.nullable(),
  inUseSince: daySchema.nullable(),
  note: z.string().trim().max(1000),
  photoLink: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable(),
})
export type NotedProof = z.infer<typeof notedProofSchema>
