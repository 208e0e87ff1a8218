import type { SeriesMetricName } from '@kolibra/core/campaigns'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** One number of one day, typed by the actor. */
export interface TypedDay {
  readonly id: string
  readonly subject: string
  readonly metric: SeriesMetricName
  readonly unit: string
  readonly day: string
  readonly value: number
  readonly source: string
}

/** Lets one writer at a time into a series, so that what stands in it cannot change between the look and the write. */
export async function holdSeries(ctx: Context, { subject, metric }: { subject: string; metric: string }): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`series ${ctx.workspaceId} ${metric} ${subject}`}, 0))`.execute(ctx.tx)
}

/** Keeps typed numbers; nothing that stood there is touched. */
export async function insertBrandDays(ctx: Context, days: readonly TypedDay[]): Promise<void> {
  await ctx.tx
    .insertInto('brand_days')
    .values(
      days.map(({ id, value, ...day }) => ({
        ...day,
        workspace_id: ctx.workspaceId,
        value_id: id,
        typed_value: value,
        entered_by: ctx.actor.id,
        entered_at: ctx.now,
      })),
    )
    .execute()
}

/** What a typed number is of; undefined when there is none of this id. */
export async function findBrandDay(ctx: Context, id: string): Promise<{ subject: string; metric: string } | undefined> {
  return ctx.tx
    .selectFrom('brand_days')
    .select(['subject', 'metric'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('value_id', '=', id)
    .executeTakeFirst()
}

/** Takes a typed number back; false when somebody did before. */
export async function withdrawBrandDay(ctx: Context, id: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('brand_days')
    .set({ withdrawn_by: ctx.actor.id, withdrawn_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('value_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
