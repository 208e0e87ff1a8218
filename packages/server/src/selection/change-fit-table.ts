import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { insertFitTable, loadFitTable, type StoredFitTable } from './fit-table-store.ts'

/** Replaces the weights that still stand at `revision`; earlier ones are kept. Refuses `state.lost_race`. */
export async function changeFitTable(ctx: Context, { revision, table }: StoredFitTable): Promise<StoredFitTable> {
  const before = await loadFitTable(ctx)
  const isNext = before.revision === revision && (await insertFitTable(ctx, { revision: revision + 1, table }))
  if (!isNext) throw new RequestError('state.lost_race', { current: (await loadFitTable(ctx)).revision })
  await recordEvent(ctx, { name: 'fit.changed', subject: { kind: 'workspace', id: ctx.workspaceId }, fields: ['weights'] })
  return loadFitTable(ctx)
}
