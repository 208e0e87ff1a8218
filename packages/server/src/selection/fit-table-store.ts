import { FIT_TABLE, fitTableSchema, type FitTable } from '@kolibra/core/selection'
import type { Context } from '../platform/context.ts'
import { reviseTable, storeInOneColumn, type Revised } from '../platform/revised-table.ts'

const STORE = storeInOneColumn({ name: 'fit_tables', column: 'fit_table', shipped: FIT_TABLE, parse: (kept) => fitTableSchema.parse(kept) })

/** The newest weights the workspace set, else the shipped ones. */
export const loadFitTable = STORE.load

/** Replaces the weights that still stand at `revision`; earlier ones are kept. Refuses `state.lost_race`. */
export const changeFitTable = (ctx: Context, change: Revised<FitTable>) =>
  reviseTable(ctx, STORE, { ...change, event: 'fit.changed', fields: ['weights'] })
