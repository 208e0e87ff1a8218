import { z } from 'zod'
import type { Context } from '../platform/context.ts'

const count = z
  .number()
  .int()
  .min(0)
  .nullish()
  .transform((value) => value ?? null)

/** What was seen of a published post; a number left out is not known. */
export const metricsSchema = z.object({
  views: count,
  likes: count,
  comments: count,
  shares: count,
  saves: count,
  danmaku: count,
  coins: count,
  observedAt: z.iso.datetime(),
  source: z.string().min(1),
})
export type PublicationMetrics = z.infer<typeof metricsSchema>

/** Adds what was seen; earlier observations stay. */
export async function insertPublicationObservation(ctx: Context, deliverableId: string, metrics: PublicationMetrics): Promise<string> {
  const id = ctx.mintId()
  const { observedAt, source, ...values } = metrics
  await ctx.tx
    .insertInto('publication_observations')
    .values({
      workspace_id: ctx.workspaceId,
      deliverable_id: deliverableId,
      observation_id: id,
      observed_at: observedAt,
      source,
      observed_values: JSON.stringify(values),
    })
    .execute()
  return id
}

/** What was seen of the posts of these deliverables, oldest first. */
export async function listPublicationObservations(
  ctx: Context,
  deliverableIds: readonly string[],
): Promise<{ deliverableId: string; metrics: PublicationMetrics }[]> {
  if (deliverableIds.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('publication_observations')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('deliverable_id', 'in', deliverableIds)
    .orderBy('observed_at')
    .orderBy('observation_id')
    .execute()
  const valuesSchema = metricsSchema.omit({ observedAt: true, source: true })
  return rows.map((row) => ({
    deliverableId: row.deliverable_id,
    metrics: { ...valuesSchema.parse(row.observed_values), observedAt: row.observed_at, source: row.source },
  }))
}
