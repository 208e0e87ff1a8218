import { FREEDOM_TABLE, freedomTableSchema, type FreedomTable } from '@kolibra/core/briefs'
import type { Context } from '../platform/context.ts'
import { reviseTable, storeInOneColumn, type Revised } from '../platform/revised-table.ts'

const STORE = storeInOneColumn({
  name: 'freedom_tables',
  column: 'freedom_table',
  shipped: FREEDOM_TABLE,
  parse: (kept) => freedomTableSchema.parse(kept),
})

/** The newest weights of the freedom index the workspace set, else the shipped ones. */
export const loadFreedomTable = STORE.load

/** Every change of the weights, newest first. */
export const listFreedomTables = STORE.history

/** Replaces the weights that still stand at `revision`; earlier ones are kept. Refuses `state.lost_race`. */
export const changeFreedomTable = (ctx: Context, change: Revised<FreedomTable>) =>
  reviseTable(ctx, STORE, { ...change, event: 'freedom.changed', fields: ['costs', 'usual'] })
