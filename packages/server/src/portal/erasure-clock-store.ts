import { ERASURE_CLOCK, erasureClockSchema, type ErasureClock } from '@kolibra/core/portal'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { reviseTable, storeInOneColumn, type Revised } from '../platform/revised-table.ts'

const STORE = storeInOneColumn({
  name: 'erasure_clocks',
  column: 'erasure_clock',
  shipped: ERASURE_CLOCK,
  parse: (kept) => erasureClockSchema.parse(kept),
})

/** The clock that the workspace set last, else the shipped one. */
export const loadErasureClock = STORE.load

/** Sets the clock over the one that still stands at `revision`, and looks anew at whom to remind. Refuses `state.lost_race`. */
export async function changeErasureClock(ctx: Context, change: Revised<ErasureClock>): Promise<Revised<ErasureClock>> {
  const next = await reviseTable(ctx, STORE, { ...change, event: 'erasure_clock.changed', fields: ['workingDays'] })
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT campaign_id AS id FROM portal_requests
    WHERE workspace_id = ${ctx.workspaceId} AND kind = 'erasure' AND settlement IS NULL`.execute(ctx.tx)
  for (const { id } of rows) await enqueueJob(ctx, 'turns.remind', id)
  return next
}
