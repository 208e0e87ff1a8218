import { SERIES_NAMES, seriesMetricSchema, seriesValueSchema, type SeriesMetricName, type SeriesValue } from '@kolibra/core/campaigns'
import { PLATFORMS } from '@kolibra/core/shared'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'

/** One series of the brand's: how many days are known, from when to when. */
export const seriesLineSchema = z.object({
  subject: z.string(),
  metric: seriesMetricSchema,
  unit: z.string(),
  days: z.number().int(),
  from: z.string(),
  to: z.string(),
})

/** So many series are listed at most; a workspace that has more names them in its campaigns. */
const MOST_SERIES = 200

/** The series by day that are the brand's: typed in, or imported and not of a creator's account. */
export async function listSeries(ctx: Context): Promise<z.infer<typeof seriesLineSchema>[]> {
  // Each subject is looked up once, however many days it has, and by the key of creators: platform and account id, or the bare id on any platform.
  const { rows } = await sql`
    WITH imported AS (
      SELECT DISTINCT subject FROM daily_values WHERE workspace_id = ${ctx.workspaceId} AND metric = ANY(${[...SERIES_NAMES]})
    ), of_brand AS (
      SELECT subject FROM imported
      WHERE NOT EXISTS (SELECT FROM creators WHERE creators.workspace_id = ${ctx.workspaceId}
          AND creators.platform = split_part(subject, ':', 1) AND creators.account_id = substr(subject, strpos(subject, ':') + 1))
        AND NOT EXISTS (SELECT FROM creators WHERE creators.workspace_id = ${ctx.workspaceId}
          AND creators.platform = ANY(${[...PLATFORMS]}) AND creators.account_id = subject)
    )
    SELECT subject, metric, min(unit) AS unit, count(DISTINCT day)::int AS days, min(day)::text AS from, max(day)::text AS to
    FROM (
      SELECT subject, metric, unit, day FROM brand_days WHERE workspace_id = ${ctx.workspaceId} AND withdrawn_at IS NULL
      UNION ALL
      SELECT subject, metric, unit, day FROM daily_values
      WHERE workspace_id = ${ctx.workspaceId} AND metric = ANY(${[...SERIES_NAMES]})
        AND subject IN (SELECT subject FROM of_brand)
    ) AS known
    GROUP BY subject, metric ORDER BY metric, subject LIMIT ${MOST_SERIES}`.execute(ctx.tx)
  return z.array(seriesLineSchema).parse(rows)
}

/** Every number of these subjects and metrics, withdrawn ones among them, oldest day first. */
export async function listSeriesValues(
  ctx: Context,
  { subjects, metrics }: { subjects: readonly string[]; metrics: readonly SeriesMetricName[] },
): Promise<SeriesValue[]> {
  if (subjects.length === 0 || metrics.length === 0) return []
  const { rows } = await sql`
    SELECT value_id AS id, subject, metric, unit, day::text AS day, typed_value AS value, source, entered_at AS "enteredAt",
      members.name AS "enteredBy", NULL::uuid AS "importId", withdrawn_at AS "withdrawnAt"
    FROM brand_days AS typed
    LEFT JOIN members ON members.workspace_id = typed.workspace_id AND members.user_id = entered_by
    WHERE typed.workspace_id = ${ctx.workspaceId} AND subject = ANY(${[...subjects]}) AND metric = ANY(${[...metrics]})
    UNION ALL
    SELECT NULL, subject, metric, unit, day::text, daily_value, daily.source, imports.created_at, members.name, imports.import_id, NULL
    FROM daily_values AS daily
    JOIN imports ON imports.workspace_id = daily.workspace_id AND imports.import_id = daily.import_id
    LEFT JOIN members ON members.workspace_id = daily.workspace_id AND members.user_id = created_by
    WHERE daily.workspace_id = ${ctx.workspaceId} AND subject = ANY(${[...subjects]}) AND metric = ANY(${[...metrics]})
    ORDER BY day, "enteredAt" DESC`.execute(ctx.tx)
  return z.array(seriesValueSchema).parse(rows)
}

/** Kinds of a subject that name an account without its platform. */
const ACCOUNT_KINDS: readonly string[] = ['account', 'host']

/** `platform` null: any. */
interface NamedAccount {
  readonly platform: string | null
  readonly accountId: string
}

/** The accounts that a subject may name: whole, or one of several words by kind and id. */
function listNamedAccounts(subject: string): NamedAccount[] {
  const named = [subject, ...subject.split(' ')].flatMap((word): NamedAccount[] => {
    const [kind = '', ...rest] = word.split(':')
    if (ACCOUNT_KINDS.includes(kind)) return [{ platform: null, accountId: rest.join(':') }]
    return PLATFORMS.some((known) => known === kind) ? [{ platform: kind, accountId: rest.join(':') }] : []
  })
  return [{ platform: null, accountId: subject }, ...named]
}

/** Whether a subject names a creator of the workspace: `platform:id`, `account:id`, `host:id`, or the bare id. */
export async function isCreatorSubject(ctx: Context, subject: string): Promise<boolean> {
  const named = listNamedAccounts(subject)
  const rows = await ctx.tx
    .selectFrom('creators')
    .select(['platform', 'account_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('platform', 'in', [...PLATFORMS])
    .where(
      'account_id',
      'in',
      named.map(({ accountId }) => accountId),
    )
    .execute()
  return rows.some((row) =>
    named.some(({ platform, accountId }) => accountId === row.account_id && (platform === null || platform === row.platform)),
  )
}
