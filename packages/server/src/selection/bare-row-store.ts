import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/**
 * Gives whoever an import brought and who has no row yet one that can be found: names, platform, followers, region, agency and categories,
 * in one statement of the database. What takes a closer look (prices, audience, pinyin) is not known in it until the whole row is made.
 */
export async function insertBareRows(ctx: Context, importId: string): Promise<void> {
  await sql`
    INSERT INTO creator_rows (workspace_id, creator_id, platform, followers, region, mcn, categories, sources, search_text, observed_at)
    SELECT seen.workspace_id, seen.creator_id, platform,
      coalesce((observed_values ->> 'followers')::bigint, slots[(layout ->> 'followers')::int + 1]::bigint), region,
      coalesce(observed_values ->> 'mcn', mcn),
      coalesce(categories, ARRAY(SELECT jsonb_array_elements_text(coalesce(observed_values -> 'categories', '[]')))), ARRAY[source],
      lower(normalize(left(concat_ws(E'\n', display_name, handle, account_id), 600), NFKC)), observed_at
    FROM creator_observations AS seen
    LEFT JOIN observation_layouts AS meant ON meant.workspace_id = seen.workspace_id AND meant.import_id = seen.import_id
    -- One look into the index for each, whatever the planner believes of tables that were filled just now.
    CROSS JOIN LATERAL (SELECT platform, account_id, display_name, handle, region FROM creators
      WHERE creators.workspace_id = seen.workspace_id AND creators.creator_id = seen.creator_id LIMIT 1) AS creator
    WHERE seen.workspace_id = ${ctx.workspaceId} AND seen.import_id = ${importId} AND seen.kind = 'account'
    ON CONFLICT DO NOTHING`.execute(ctx.tx)
}
