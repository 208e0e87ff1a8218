import { z } from 'zod'
import { vettingSchema } from '../../creators/index.ts'
import { momentSchema } from '../../shared/index.ts'

/** What vetting says of one account of the workspace, against how many accounts it was held, and when. */
export const vettedCreatorSchema = z.object({
  asOf: momentSchema,
  /** Accounts of the same platform and tier that were looked at, of the same category first. */
  peers: z.number().int(),
  vetting: vettingSchema,
})
export type VettedCreator = z.infer<typeof vettedCreatorSchema>
