import { hasEnded, type LoanInput, type LoanState } from '@kolibra/core/creators'
import type { Context } from '../platform/context.ts'
import { enqueueJobAt } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found } from '../platform/request-error.ts'
import { momentAfter } from './erase-person.ts'
import { findLock } from './erasure-store.ts'
import { findLoan, keepLoan } from './loan-store.ts'
import { findPersonId, listAccountIds } from './person-store.ts'

/** On what basis a person's data is held, and what the law locks. */
export async function readLoan(ctx: Context, creatorId: string): Promise<LoanState> {
  const personId = found((await findPersonId(ctx, creatorId)) ?? undefined, 'creator', creatorId)
  const loan = await findLoan(ctx, creatorId)
  return {
    personId,
    loan: loan === null ? null : { ...loan, hasEnded: hasEnded(loan.until, ctx.today) },
    locked: await findLock(ctx, creatorId),
  }
}

/** Says on what basis and how long the data of the person behind an account is held. When the clock ends, the person is erased. */
export async function setLoan(ctx: Context, creatorId: string, input: LoanInput): Promise<void> {
  const personId = found((await findPersonId(ctx, creatorId)) ?? undefined, 'creator', creatorId)
  await keepLoan(ctx, await listAccountIds(ctx, personId), input)
  await recordEvent(ctx, { name: 'loan.set', subject: { kind: 'creator', id: creatorId }, fields: Object.keys(input) })
  if (input.until !== null) await enqueueJobAt(ctx, { task: 'persons.end_clock', subjectId: creatorId, at: momentAfter(input.until) })
}
