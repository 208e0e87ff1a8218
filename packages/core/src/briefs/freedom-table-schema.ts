import { z } from 'zod'
import { fault, platformSchema } from '../shared/index.ts'
import { FREEDOM_DEMANDS } from './freedom-demands.ts'

const sourceSchema = z.string().trim().min(1).max(500)
/** What one demand costs: `cost = min(cap, weight × max(0, value − free))`. */
const costSchema = z.strictObject({
  name: z.enum(FREEDOM_DEMANDS),
  weight: z.number().min(0).max(100),
  free: z.number().int().min(0).max(100),
  cap: z.number().min(0).max(100),
  source: sourceSchema,
})
export type FreedomCost = z.infer<typeof costSchema>

const usualSchema = z.strictObject({
  /** Null: every platform without a row of its own. */
  platform: platformSchema.nullable(),
  characters: z.number().int().positive().max(100_000),
  source: sourceSchema,
})

/** Weights and usual lengths of the freedom index; a workspace may set its own. Every demand has one row, the other platforms too. */
export const freedomTableSchema = z.strictObject({
  version: z.string().trim().min(1).max(60),
  costs: z
    .array(costSchema)
    .refine(
      (rows) => FREEDOM_DEMANDS.every((name) => rows.filter((row) => row.name === name).length === 1),
      fault('has not exactly one row per demand', '每项要求须恰好有一行'),
    ),
  usual: z
    .array(usualSchema)
    .max(50)
    .refine(
      (rows) => rows.some(({ platform }) => platform === null),
      fault('has no row for the other platforms', '缺少适用于其他平台的一行'),
    )
    .refine(
      (rows) => new Set(rows.map(({ platform }) => platform)).size === rows.length,
      fault('names a platform twice', '同一平台写了两次'),
    ),
})
export type FreedomTable = z.infer<typeof freedomTableSchema>
