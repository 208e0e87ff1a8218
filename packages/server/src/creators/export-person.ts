import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found } from '../platform/request-error.ts'
import { loadAccounts } from './creator-store.ts'
import { readFiles, readParts } from './export-store.ts'
import { readDossier } from './queries.ts'
import { findPersonId, listAccountIds } from './person-store.ts'
import { readLoan } from './set-loan.ts'

/** Everything held of one account, as it is kept, passports included. */
async function collectAccount(ctx: Context, creatorId: string): Promise<Record<string, unknown>> {
  const [stored] = await loadAccounts(ctx, [creatorId])
  const parts = await readParts(ctx, creatorId)
  const files = await readFiles(ctx, creatorId)
  return {
    id: creatorId,
    account: stored?.account ?? null,
    loan: await readLoan(ctx, creatorId),
    dossier: await readDossier(ctx, creatorId),
    ...files,
    ...parts,
  }
}

/** Everything held of the person behind an account, in one document. That it was handed out is an event; what it says is not. */
export async function exportPerson(
  ctx: Context,
  creatorId: string,
): Promise<{ exportedAt: string; personId: string; accounts: Record<string, unknown>[] }> {
  const personId = found((await findPersonId(ctx, creatorId)) ?? undefined, 'creator', creatorId)
  const accounts: Record<string, unknown>[] = []
  for (const id of await listAccountIds(ctx, personId)) accounts.push(await collectAccount(ctx, id))
  await recordEvent(ctx, { name: 'person.exported', subject: { kind: 'creator', id: creatorId } })
  return { exportedAt: ctx.now, personId, accounts }
}
