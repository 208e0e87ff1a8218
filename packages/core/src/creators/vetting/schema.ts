import { z } from 'zod'
import { imageReportSchema } from '../image/schema.ts'
import { creatorTypeWithBasisSchema } from '../schema.ts'

/** One signal that could be computed: raw value, cohort value, weight and the evidence sentence. */
export const vettingSignalSchema = z.object({
  code: z.string(),
  value: z.number(),
  /** Median of the peers; null where the signal is held against a fixed line. */
  cohort: z.number().nullable(),
  weight: z.number().min(0),
  because: z.string(),
  becauseZh: z.string().optional(),
})

/** What `kolibra vet` says of one account. Score and p are null while nothing could be computed: no evidence is not a clean record. */
export const vettingSchema = z.object({
  id: z.string(),
  type: creatorTypeWithBasisSchema,
  /** Percentiles (0–1) inside platform × tier × category, n accounts each; `because` says why some or all are not given. */
  standing: z.object({
    group: z.string().nullable(),
    groupZh: z.string().nullable(),
    percentiles: z.array(z.object({ measure: z.string(), value: z.number(), percentile: z.number().min(0).max(1), n: z.number().int() })),
    because: z.string().nullable(),
    becauseZh: z.string().nullable(),
  }),
  authenticity: z.object({
    score: z.number().min(0).max(100).nullable(),
    p: z.number().min(0).max(1).nullable(),
    /** Share of the signals that could be computed. */
    completeness: z.number().min(0).max(1),
    signals: z.array(vettingSignalSchema),
    /** Codes of the signals for which something is not held. */
    missing: z.array(z.string()),
    /** The same codes with what would have to be held. */
    missingNeeds: z.array(z.object({ code: z.string(), needs: z.string(), needsZh: z.string() })),
    /** What explains numbers without being a fault: paid promotion. */
    labels: z.array(z.string()),
    labelsZh: z.array(z.string()).optional(),
  }),
  image: imageReportSchema,
})

export type VettingSignalReport = z.infer<typeof vettingSignalSchema>
export type Vetting = z.infer<typeof vettingSchema>
