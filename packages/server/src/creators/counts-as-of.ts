import { sql } from 'kysely'

/**
 * As of when an observation counts, as an ISO moment: what its source says, else when its import came. The one rule of what is newest,
 * for names and numbers. Asks for `observation` with its `imports` beside it.
 */
export const COUNTS_AS_OF = sql<string | null>`coalesce(observation.observed_at,
  to_char(imports.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`
