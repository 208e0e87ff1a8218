import { FEE_TABLE, feeTableSchema, type FeeTable } from '@kolibra/core/selection'
import type { Context } from '../platform/context.ts'
import { reviseTable, storeInOneColumn, type Revised } from '../platform/revised-table.ts'

const STORE = storeInOneColumn({ name: 'fee_tables', column: 'fee_table', shipped: FEE_TABLE, parse: (kept) => feeTableSchema.parse(kept) })

/** The newest fees the workspace set, else the shipped ones. */
export const loadFeeTable = STORE.load

/** Replaces the fees that still stand at `revision`; earlier ones are kept. Refuses `state.lost_race`. */
export const changeFeeTable = (ctx: Context, change: Revised<FeeTable>) =>
  reviseTable(ctx, STORE, { ...change, event: 'fees.changed', fields: ['rows'] })
