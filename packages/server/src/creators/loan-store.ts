import { loanInputSchema, type LoanInput } from '@kolibra/core/creators'
import type { Context } from '../platform/context.ts'

/** On what basis an account's data is held, and who said so; null when nobody did. */
export async function findLoan(ctx: Context, creatorId: string): Promise<(LoanInput & { setAt: string; setBy: string | null }) | null> {
  const row = await ctx.tx
    .selectFrom('creator_loans as loan')
    .leftJoin('members', (join) =>
      join.onRef('members.workspace_id', '=', 'loan.workspace_id').onRef('members.user_id', '=', 'loan.set_by'),
    )
    .select(['basis', 'since_day', 'until_day', 'source', 'set_at', 'members.name as set_by_name'])
    .where('loan.workspace_id', '=', ctx.workspaceId)
    .where('creator_id', '=', creatorId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { basis, source } = row
  return {
    ...loanInputSchema.parse({ basis, since: row.since_day, until: row.until_day, source }),
    setAt: row.set_at,
    setBy: row.set_by_name,
  }
}

/** Keeps the basis for every account of a person; a later one replaces it. */
export async function keepLoan(ctx: Context, creatorIds: readonly string[], { basis, since, until, source }: LoanInput): Promise<void> {
  const loan = { basis, since_day: since, until_day: until, source, set_by: ctx.actor.id, set_at: ctx.now }
  await ctx.tx
    .insertInto('creator_loans')
    .values(creatorIds.map((id) => ({ workspace_id: ctx.workspaceId, creator_id: id, ...loan })))
    .onConflict((conflict) => conflict.columns(['workspace_id', 'creator_id']).doUpdateSet(loan))
    .execute()
}
