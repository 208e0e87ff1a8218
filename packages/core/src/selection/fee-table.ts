import { z } from 'zod'
import { fault, type Platform, platformSchema } from '../shared/index.ts'

/** What a platform takes on top of a price when the quote does not say it, as a share of the price; `platform` null: of all others. */
export const feeRowSchema = z.strictObject({
  platform: platformSchema.nullable(),
  share: z.number().min(0).max(1),
  /** Where the share comes from; ours is an assumption. */
  source: z.string().trim().min(1).max(500),
})
export type FeeRow = z.infer<typeof feeRowSchema>

/** Service fees of platforms: one row each at most, and one for all others. */
export const feeTableSchema = z.strictObject({
  version: z.string().trim().min(1).max(60),
  rows: z
    .array(feeRowSchema)
    .max(50)
    .refine(
      (rows) => rows.some(({ platform }) => platform === null),
      fault('has no row for the other platforms: add one without a platform', '缺少适用于其他平台的一行：请添加不写平台的一行'),
    )
    .refine(
      (rows) => new Set(rows.map(({ platform }) => platform)).size === rows.length,
      fault('names a platform twice', '同一平台写了两次'),
    ),
})
export type FeeTable = z.infer<typeof feeTableSchema>

/** The table that is shipped: room for a fee that nobody stated, for it comes on top whoever forgot it. A workspace may set its own. */
export const FEE_TABLE: FeeTable = { version: 'fee-1', rows: [{ platform: null, share: 0.1, source: '[A]' }] }

// A table read by the schema has the row; an empty one keeps the room of ours rather than none.
const OTHERS: FeeRow = { platform: null, share: 0.1, source: '[A]' }

/** The row for a platform: its own, else that of all others. */
export function feeRowOf({ rows }: FeeTable, platform: Platform | string): FeeRow {
  return rows.find((row) => row.platform === platform) ?? rows.find((row) => row.platform === null) ?? OTHERS
}
