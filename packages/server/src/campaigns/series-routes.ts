import { createRoute, z } from '@hono/zod-openapi'
import {
  baselineOfKpi,
  kpiSchema,
  SERIES_NAMES,
  seriesMetricSchema,
  seriesValueSchema,
  settleDays,
  subjectsOfKpi,
  typedDaysSchema,
} from '@kolibra/core/campaigns'
import { localizedSchema } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import { act, idParam, jsonAnswer, exactBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { loadCampaign } from './campaign-store.ts'
import { listSeries, listSeriesValues, seriesLineSchema } from './series-queries.ts'
import { typeDays, withdrawDay } from './type-days.ts'

const keySchema = z.object({ subject: z.string().min(1).max(200), metric: seriesMetricSchema })
const daySchema = z.object({ day: z.string(), stands: seriesValueSchema, others: z.array(seriesValueSchema) })
const valuesAnswer = jsonAnswer(
  z.object({ items: z.array(daySchema), withdrawn: z.array(seriesValueSchema) }).openapi('SeriesDays'),
  'By day, oldest first: the number that stands, and what it replaced. `withdrawn`: what was taken back',
)
const listRoute = createRoute({
  method: 'get',
  path: '/series',
  summary: 'The series of the brand: followers, mentions, search index, sales by day',
  responses: { 200: jsonAnswer(z.object({ items: z.array(seriesLineSchema) }).openapi('SeriesList'), 'The series'), ...PROBLEMS },
})
const valuesRoute = createRoute({
  method: 'get',
  path: '/series/values',
  summary: 'One series, day by day, each number with its source and who entered it',
  request: { query: keySchema },
  responses: { 200: valuesAnswer, ...PROBLEMS },
})
const typeRoute = createRoute({
  method: 'post',
  path: '/series/values',
  summary: 'Type numbers of a series in; a day that has one already is corrected, and the old number stays beside it',
  request: exactBody(typedDaysSchema),
  responses: { 201: valuesAnswer, ...PROBLEMS },
})
const withdrawRoute = createRoute({
  method: 'delete',
  path: '/series/values/{id}',
  summary: 'Take a typed number back',
  request: { params: idParam },
  responses: { 200: valuesAnswer, ...PROBLEMS },
})
const draftSchema = z.object({
  kpi: kpiSchema.shape.name.optional(),
  deadline: z.iso.date().optional(),
  /** Subjects, separated by commas. */
  subjects: z.string().max(1000).optional(),
})
const baselineSchema = z.object({
  name: z.string(),
  metric: seriesMetricSchema.nullable(),
  subjects: z.array(z.string()),
  wanted: z.array(z.string()),
  sources: z.array(z.string()),
  value: z.number().nullable(),
  perDay: z.number().nullable(),
  n: z.number().int().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  formula: localizedSchema,
  because: z.array(localizedSchema),
})
const baselinesRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/baselines',
  summary: 'What the series of the brand lead to expect of each KPI without the campaign; or of one KPI that is only being written',
  request: { params: idParam, query: draftSchema },
  responses: { 200: jsonAnswer(z.object({ items: z.array(baselineSchema) }).openapi('Baselines'), 'One per KPI of the goal'), ...PROBLEMS },
})

async function presentDays(ctx: Context, { subject, metric }: z.infer<typeof keySchema>) {
  const values = await listSeriesValues(ctx, { subjects: [subject], metrics: [metric] })
  const days = settleDays(values)
  return {
    items: days.map((day) => ({ ...day, others: [...day.others] })),
    withdrawn: values.filter(({ withdrawnAt }) => withdrawnAt !== null),
  }
}

const readSubjects = (text = '') =>
  text
    .split(/[,，]/)
    .map((subject) => subject.trim())
    .filter(Boolean)

async function presentBaselines(ctx: Context, id: string, { kpi: name, deadline, subjects: asked }: z.infer<typeof draftSchema>) {
  const { campaign } = await loadCampaign(ctx, id)
  const drafted = name === undefined ? null : { name, deadline: deadline ?? campaign.ends, subjects: readSubjects(asked) }
  const kpis = drafted === null ? (campaign.goal?.kpis ?? []) : [drafted]
  const subjects = [...new Set(kpis.flatMap((kpi) => subjectsOfKpi(kpi, campaign)))]
  const values = await listSeriesValues(ctx, { subjects, metrics: SERIES_NAMES })
  return kpis.map((kpi) => {
    const { series, baseline, formula } = baselineOfKpi(kpi, { campaign, values, today: ctx.today })
    return {
      name: kpi.name,
      metric: series?.metric ?? null,
      subjects: [...(series?.subjects ?? [])],
      wanted: series === null ? [] : subjectsOfKpi(kpi, campaign),
      sources: [...(series?.sources ?? [])],
      value: baseline?.value ?? null,
      perDay: baseline?.perDay ?? null,
      n: baseline?.n ?? null,
      from: baseline?.from ?? null,
      to: baseline?.to ?? null,
      formula,
      because: [...(baseline?.because ?? [])],
    }
  })
}

/** `/series` and `/campaigns/{id}/baselines`. */
export const seriesRoutes = makeRouter()
  .openapi(listRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json({ items: await listSeries(ctx) }, 200)))
  .openapi(valuesRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await presentDays(ctx, c.req.valid('query')), 200)))
  .openapi(typeRoute, (c) =>
    act(c, 'series.write', async (ctx) => {
      const typed = c.req.valid('json')
      await typeDays(ctx, typed)
      return c.json(await presentDays(ctx, typed), 201)
    }),
  )
  .openapi(withdrawRoute, (c) =>
    act(c, 'series.write', async (ctx) => {
      const { subject, metric } = await withdrawDay(ctx, c.req.valid('param').id)
      return c.json(await presentDays(ctx, { subject, metric: seriesMetricSchema.parse(metric) }), 200)
    }),
  )
  .openapi(baselinesRoute, (c) =>
    act(c, 'workspace.read', async (ctx) =>
      c.json({ items: await presentBaselines(ctx, c.req.valid('param').id, c.req.valid('query')) }, 200),
    ),
  )
