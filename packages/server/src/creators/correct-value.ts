import { valueBefore, type CorrectionInput } from '@kolibra/core/creators'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError } from '../platform/request-error.ts'
import { findCorrectionOwner, insertCorrection, withdrawRow } from './correction-store.ts'
import { loadAccounts } from './creator-store.ts'

/** Types a value over what sources say, in the name of whoever acts; the old one is kept beside it. */
export async function correctValue(ctx: Context, creatorId: string, input: CorrectionInput): Promise<void> {
  const { account } = found((await loadAccounts(ctx, [creatorId]))[0], 'creator', creatorId)
  const id = ctx.mintId()
  await insertCorrection(ctx, creatorId, { id, input, oldValue: valueBefore(account, input) })
  await recordEvent(ctx, { name: 'correction.added', subject: { kind: 'correction', id }, fields: [input.field] })
}

/** Takes a typed value back and returns whose it was; what sources say stands again. Whoever comes second is told. */
export async function withdrawCorrection(ctx: Context, id: string): Promise<string> {
  const creatorId = found(await findCorrectionOwner(ctx, id), 'correction', id)
  if (!(await withdrawRow(ctx, id))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'correction.withdrawn', subject: { kind: 'correction', id } })
  return creatorId
}
