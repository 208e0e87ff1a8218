import { z } from '@hono/zod-openapi'
import { creatorTypeWithBasisSchema } from '@kolibra/core/creators'

/** A row of the table of creators. Null is unknown. */
export const rowSchema = z
  .object({
    id: z.uuid(),
    platform: z.string(),
    accountId: z.string(),
    displayName: z.string().nullable(),
    handle: z.string().nullable(),
    creatorType: creatorTypeWithBasisSchema.nullable(),
    followers: z.number().nullable(),
    region: z.string().nullable(),
    categories: z.array(z.string()),
    priceFen: z.number().nullable(),
    priceFormat: z.string().nullable(),
    filed: z.boolean().nullable(),
    viewsP10: z.number().nullable(),
    viewsP50: z.number().nullable(),
    viewsP90: z.number().nullable(),
    interactRate: z.number().nullable(),
    cpmFen: z.number().nullable(),
    cpeFen: z.number().nullable(),
    authenticity: z.number().nullable(),
    completeness: z.number().nullable(),
    mcn: z.string().nullable(),
    languages: z.array(z.string()),
    audienceAge: z.string().nullable(),
    audienceCityTier: z.string().nullable(),
    audienceProvince: z.string().nullable(),
    audienceFemaleShare: z.number().nullable(),
    sources: z.array(z.string()),
    observedAt: z.string().nullable(),
  })
  .openapi('CreatorRow')
