import type { Campaign } from '@kolibra/core/campaigns'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** More accounts than these are not weighed in one plan: each is loaded with everything held of it. */
export const MOST_WEIGHED = 2000

/** Whom a plan chooses from. */
export interface PlanPool {
  readonly ids: readonly string[]
  /** Null: all that could be chosen from are among them. */
  readonly ofAll: number | null
}

/**
 * All creators of a workspace where they are few. Of many: those who can be planned with as their rows stand (on a platform of the
 * campaign, with a price that is not unfiled and a forecast), the cheapest per expected view first, and whoever the campaign names.
 */
export async function listPlanPool(ctx: Context, { platforms, mustHave, never }: Campaign): Promise<PlanPool> {
  const named = [...mustHave, ...never]
  const { rows } = await sql<{ id: string; total: number }>`
    SELECT creator_id AS id, (count(*) OVER ())::int AS total FROM creators
    LEFT JOIN creator_rows USING (workspace_id, creator_id)
    WHERE workspace_id = ${ctx.workspaceId} AND account_id NOT LIKE 'erased:%'
    ORDER BY (creator_id::text = ANY(${named}::text[]) OR account_id = ANY(${named}::text[])) DESC,
      (creators.platform = ANY(${[...platforms]}::text[]) AND price_fen IS NOT NULL AND filed IS NOT FALSE AND views_p50 IS NOT NULL) DESC NULLS LAST,
      cpm_fen NULLS LAST, creator_id
    LIMIT ${MOST_WEIGHED}`.execute(ctx.tx)
  const total = rows[0]?.total ?? 0
  return { ids: rows.map(({ id }) => id), ofAll: total > rows.length ? total : null }
}
