import { newAccount, type AccountInput } from '@kolibra/core/creators'
import { loadErasedTest } from '../imports/index.ts'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { findCreatorId, insertCreator } from './creator-store.ts'

/** Types in one creator and returns its id. One that is known already is refused with its id. */
export async function addCreator(ctx: Context, input: AccountInput): Promise<string> {
  const account = newAccount(input)
  if ((await loadErasedTest(ctx))(account.platform, account.accountId)) throw new RequestError('person.erased')
  const id = ctx.mintId()
  if (!(await insertCreator(ctx, id, account)))
    throw new RequestError('creator.known', { creatorId: await findCreatorId(ctx, account.platform, account.accountId) })
  await recordEvent(ctx, { name: 'creator.added', subject: { kind: 'creator', id }, fields: Object.keys(input) })
  return id
}
