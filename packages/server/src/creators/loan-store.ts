import { loanInputSchema, type LoanInput, type LoanState } from '@kolibra/core/creators'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** A loan as it is kept: `ended` when a person ended it before its time. */
export type KeptLoan = LoanInput & Pick<NonNullable<LoanState['loan']>, 'setAt' | 'setBy' | 'ended'>

/** On what basis an account's data is held, and who said so; null when nobody did. */
export async function findLoan(ctx: Context, creatorId: string): Promise<KeptLoan | null> {
  const row = await ctx.tx
    .selectFrom('creator_loans as loan')
    .leftJoin('members as setter', (join) =>
      join.onRef('setter.workspace_id', '=', 'loan.workspace_id').onRef('setter.user_id', '=', 'loan.set_by'),
    )
    .leftJoin('members as ender', (join) =>
      join.onRef('ender.workspace_id', '=', 'loan.workspace_id').onRef('ender.user_id', '=', 'loan.ended_by'),
    )
    .select(['basis', 'since_day', 'until_day', 'source', 'set_at', 'ended_at', 'end_reason'])
    .select(['setter.name as set_by_name', 'ender.name as ended_by_name'])
    .where('loan.workspace_id', '=', ctx.workspaceId)
    .where('creator_id', '=', creatorId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { basis, source, ended_at: at, end_reason: reason } = row
  return {
    ...loanInputSchema.parse({ basis, since: row.since_day, until: row.until_day, source }),
    setAt: row.set_at,
    setBy: row.set_by_name,
    ended: at === null || reason === null ? null : { at, by: row.ended_by_name, reason },
  }
}

// Entered in one act: by one person at one moment, in the same words.
const IS_ONE_LOAN = sql`loan.workspace_id = own.workspace_id
  AND (loan.set_at, loan.set_by, loan.basis, loan.since_day, loan.source) = (own.set_at, own.set_by, own.basis, own.since_day, own.source)
  AND loan.until_day IS NOT DISTINCT FROM own.until_day`

/** How many of these accounts the loan of one of them was entered for. */
export async function countCovered(ctx: Context, creatorId: string, creatorIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ covered: number }>`
    SELECT count(*)::int AS covered FROM creator_loans AS own JOIN creator_loans AS loan ON ${IS_ONE_LOAN}
    WHERE own.workspace_id = ${ctx.workspaceId} AND own.creator_id = ${creatorId} AND loan.creator_id = ANY(${[...creatorIds]}::uuid[])`.execute(
    ctx.tx,
  )
  return rows[0]?.covered ?? 0
}

const STANDING = { ended_at: null, ended_by: null, end_reason: null } as const

/** Keeps the basis for every account of a person; a later one replaces it. */
export async function keepLoan(ctx: Context, creatorIds: readonly string[], { basis, since, until, source }: LoanInput): Promise<void> {
  const loan = { basis, since_day: since, until_day: until, source, set_by: ctx.actor.id, set_at: ctx.now, ...STANDING }
  await ctx.tx
    .insertInto('creator_loans')
    .values(creatorIds.map((id) => ({ workspace_id: ctx.workspaceId, creator_id: id, ...loan })))
    .onConflict((conflict) => conflict.columns(['workspace_id', 'creator_id']).doUpdateSet(loan))
    .execute()
}

/** Ends the loan that stands for one account, with all accounts among `creatorIds` that it was entered for; how many those were. */
export async function endStandingLoan(
  ctx: Context,
  { creatorId, creatorIds, reason }: { creatorId: string; creatorIds: readonly string[]; reason: string },
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    UPDATE creator_loans AS loan SET ended_at = ${ctx.now}, ended_by = ${ctx.actor.id}, end_reason = ${reason}
    FROM creator_loans AS own
    WHERE own.workspace_id = ${ctx.workspaceId} AND own.creator_id = ${creatorId} AND own.ended_at IS NULL
      AND ${IS_ONE_LOAN} AND loan.creator_id = ANY(${[...creatorIds]}::uuid[]) AND loan.ended_at IS NULL`.execute(ctx.tx)
  return Number(numAffectedRows)
}
