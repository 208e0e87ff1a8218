import { accountSchema, audienceSchema, observeCorrections, type Account } from '@kolibra/core/creators'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { listCorrections } from './correction-store.ts'
import { COUNTS_AS_OF } from './counts-as-of.ts'
import { readValues, type KeptValues } from './observed-values.ts'

const observedSchema = z.looseObject({
  followers: accountSchema.shape.followers.default(null),
  audience: audienceSchema.nullable().default(null),
})

/** What one import saw of an account; `keptAt` null: typed in. */
export interface ProfileObservation {
  readonly source: string
  readonly observedAt: string | null
  readonly keptAt: string | null
  readonly followers: number | null
  readonly audience: Account['audience']
}

/** What each import saw of followers and audience, oldest first, with what members typed; by creator. */
export async function listProfileHistories(ctx: Context, creatorIds: readonly string[]): Promise<Map<string, ProfileObservation[]>> {
  const { rows } = await sql<KeptValues & { id: string; source: string; keptAt: string | null }>`
    SELECT creator_id AS id, observation.source, observed_at, imports.created_at AS "keptAt", slots, layout, NULL AS mcn, NULL AS categories,
      jsonb_build_object('followers', observed_values -> 'followers', 'audience', observed_values -> 'audience') AS observed_values
    FROM creator_observations AS observation
    LEFT JOIN imports ON imports.workspace_id = observation.workspace_id AND imports.import_id = observation.import_id
    LEFT JOIN observation_layouts AS meant ON meant.workspace_id = observation.workspace_id AND meant.import_id = observation.import_id
    WHERE observation.workspace_id = ${ctx.workspaceId} AND creator_id = ANY(${[...creatorIds]}::uuid[]) AND kind IN ('account', 'profile')
    ORDER BY ${COUNTS_AS_OF} NULLS FIRST, observation_id`.execute(ctx.tx)
  const histories = new Map<string, ProfileObservation[]>(creatorIds.map((id) => [id, []]))
  for (const row of rows) {
    const { followers, audience } = observedSchema.parse(readValues(row))
    const { id, source, observed_at: observedAt, keptAt } = row
    if (followers !== null || audience !== null) histories.get(id)?.push({ source, observedAt, keptAt, followers, audience })
  }
  for (const [id, corrections] of await listCorrections(ctx, creatorIds)) {
    const history = histories.get(id) ?? []
    const newest = history.findLast(({ audience }) => audience !== null)?.audience ?? null
    history.push(...observeCorrections(corrections, newest))
  }
  return histories
}

/** The same of one creator. */
export async function listProfileHistory(ctx: Context, creatorId: string): Promise<ProfileObservation[]> {
  return (await listProfileHistories(ctx, [creatorId])).get(creatorId) ?? []
}
