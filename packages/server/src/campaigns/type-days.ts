import { SERIES_METRICS, settleDays, type TypedDays } from '@kolibra/core/campaigns'
import { refuseComingDays } from '../imports/index.ts'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError } from '../platform/request-error.ts'
import { findBrandDay, holdSeries, insertBrandDays, withdrawBrandDay } from './brand-day-store.ts'
import { isCreatorSubject, listSeriesValues } from './series-queries.ts'

/**
 * Types numbers of a brand's series in; what stood there stays beside them. Refuses `request.invalid` for a day that has not come,
 * `series.of_creator` for an account of a creator, and `state.lost_race` when another number stands at a day than the one that was seen.
 */
export async function typeDays(ctx: Context, { subject, metric, source, values }: TypedDays): Promise<void> {
  refuseComingDays(
    ctx,
    values.map(({ day }) => day),
  )
  if (await isCreatorSubject(ctx, subject)) throw new RequestError('series.of_creator', { subject })
  await holdSeries(ctx, { subject, metric })
  const settled = settleDays(await listSeriesValues(ctx, { subjects: [subject], metrics: [metric] }))
  const standing = new Map(settled.map(({ day, stands }) => [day, stands.value]))
  const changed = values.filter(({ day, seen }) => seen !== undefined && seen !== (standing.get(day) ?? null))
  if (changed.length > 0) throw new RequestError('state.lost_race', { days: changed.map(({ day }) => day) })
  const { unit } = SERIES_METRICS[metric]
  const days = values.map(({ day, value }) => ({ id: ctx.mintId(), subject, metric, unit, day, value, source }))
  await insertBrandDays(ctx, days)
  for (const { id } of days) await recordEvent(ctx, { name: 'series.typed', subject: { kind: 'series', id }, fields: [metric] })
}

/** Takes a typed number back: what stood there before stands again. Refuses `state.lost_race` when it was taken back before. */
export async function withdrawDay(ctx: Context, id: string): Promise<{ subject: string; metric: string }> {
  const day = found(await findBrandDay(ctx, id), 'series value', id)
  await holdSeries(ctx, day)
  if (!(await withdrawBrandDay(ctx, id))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'series.withdrawn', subject: { kind: 'series', id }, fields: [day.metric] })
  return day
}
