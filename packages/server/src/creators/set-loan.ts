import { hasEnded, type LoanEnd, type LoanInput, type LoanState } from '@kolibra/core/creators'
import type { Context } from '../platform/context.ts'
import { enqueueJobAt, momentAfter } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError } from '../platform/request-error.ts'
import { findLock } from './erasure-store.ts'
import { countCovered, endStandingLoan, findLoan, keepLoan } from './loan-store.ts'
import { findPersonId, listAccountIds } from './person-store.ts'

/** On what basis a person's data is held, and what the law locks. */
export async function readLoan(ctx: Context, creatorId: string): Promise<LoanState> {
  const personId = await needPersonId(ctx, creatorId)
  const loan = await findLoan(ctx, creatorId)
  const ids = await listAccountIds(ctx, personId)
  return {
    personId,
    covers: { accounts: await countCovered(ctx, creatorId, ids), of: ids.length },
    loan: loan === null ? null : { ...loan, hasEnded: hasEnded(loan.until, ctx.today) },
    locked: await findLock(ctx, creatorId),
  }
}

/**
 * Says on what basis and how long the data of the person behind an account is held, for every account that is theirs now; whatever was
 * said of one of them before is replaced. When the clock ends, those accounts are erased. One that joins later is not covered. Refuses
 * `loan.past`: a mistyped year would erase everything at once.
 */
export async function setLoan(ctx: Context, creatorId: string, input: LoanInput): Promise<void> {
  const ids = await listAccountIds(ctx, await needPersonId(ctx, creatorId))
  if (hasEnded(input.until, ctx.today)) throw new RequestError('loan.past', { until: input.until, today: ctx.today })
  await keepLoan(ctx, ids, input)
  await recordEvent(ctx, { name: 'loan.set', subject: { kind: 'creator', id: creatorId }, fields: Object.keys(input) })
  if (input.until === null) return
  // Each account has a clock of its own: it may be taken out of its person before that ends.
  for (const subjectId of ids) await enqueueJobAt(ctx, { task: 'persons.end_clock', subjectId, at: momentAfter(input.until) })
}

/**
 * Ends a loan before its time, for the accounts of this person that it was entered for. What is held stays, without a basis; its clock
 * erases nobody any more. Refuses `loan.none`.
 */
export async function endLoan(ctx: Context, creatorId: string, { reason }: LoanEnd): Promise<void> {
  const creatorIds = await listAccountIds(ctx, await needPersonId(ctx, creatorId))
  if ((await endStandingLoan(ctx, { creatorId, creatorIds, reason })) === 0) throw new RequestError('loan.none')
  await recordEvent(ctx, { name: 'loan.ended', subject: { kind: 'creator', id: creatorId }, fields: ['reason'] })
}

async function needPersonId(ctx: Context, creatorId: string): Promise<string> {
  return found((await findPersonId(ctx, creatorId)) ?? undefined, 'creator', creatorId)
}
