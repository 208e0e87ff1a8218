import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { insertFeeTable, loadFeeTable, type StoredFeeTable } from './fee-table-store.ts'

/** Replaces the fees that still stand at `revision`; earlier ones are kept. Refuses `state.lost_race`. */
export async function changeFeeTable(ctx: Context, { revision, table }: StoredFeeTable): Promise<StoredFeeTable> {
  const before = await loadFeeTable(ctx)
  const isNext = before.revision === revision && (await insertFeeTable(ctx, { revision: revision + 1, table }))
  if (!isNext) throw new RequestError('state.lost_race', { current: (await loadFeeTable(ctx)).revision })
  await recordEvent(ctx, { name: 'fees.changed', subject: { kind: 'workspace', id: ctx.workspaceId }, fields: ['rows'] })
  return loadFeeTable(ctx)
}
