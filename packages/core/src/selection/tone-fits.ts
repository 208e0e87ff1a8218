import { imageReportSchema } from '../creators/index.ts'
import { z } from 'zod'

/** How the posts of each creator of a mix meet the tone a campaign wishes. No wish, no items; `fit` null: no text held, so unknown. */
export const toneFitsSchema = z.object({
  isWished: z.boolean(),
  items: z.array(z.object({ creatorId: z.string(), textsHeld: z.number().int(), fit: imageReportSchema.shape.toneFit })),
})
export type ToneFits = z.infer<typeof toneFitsSchema>
