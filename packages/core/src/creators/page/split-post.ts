import { z } from 'zod'
import { momentSchema } from '../../shared/index.ts'

/** A post that a person took off the account it was matched to; `splitBy` is null where the member is gone. */
export const splitPostSchema = z.object({
  postId: z.string(),
  title: z.string().nullable(),
  publishedAt: z.string().nullable(),
  splitAt: momentSchema,
  splitBy: z.string().nullable(),
})
export type SplitPost = z.infer<typeof splitPostSchema>
