import { createRoute, z } from '@hono/zod-openapi'
import { goalSchema, pastResultSchema } from '@kolibra/core/campaigns'
import { localizedSchema } from '@kolibra/core/shared'
import { FORECAST_METRICS } from '@kolibra/core/planning'
import {
  backtestAnswerSchema,
  buildReport,
  creatorWorkSchema,
  forecastRecordSchema,
  freedomRecordSchema,
  reportedNumberSchema,
  reportSchema,
} from '@kolibra/core/reports'
import { rulebookOf } from '../compliance/index.ts'
import { judgeCampaign } from '../gates/index.ts'
import { act, idParam, jsonAnswer, makeRouter, PROBLEMS } from '../platform/http.ts'
import { collectReport } from './collect-report.ts'
import { readChain } from './read-chain.ts'
import { readBacktest } from './read-backtest.ts'
import { readCreatorWork } from './read-creator-work.ts'
import { readForecastRecord } from './read-forecast-record.ts'
import { readFreedomRecord } from './read-freedom-record.ts'

const reportRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/report',
  summary: 'The report: every number with source, unit, formula and as-of',
  request: { params: idParam },
  responses: { 200: jsonAnswer(reportSchema, 'The report'), ...PROBLEMS },
})

const lessonSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  starts: z.string(),
  ends: z.string(),
  /** How many steps back: 1 is a predecessor of the campaign itself. */
  depth: z.number().int(),
  kpis: z.array(
    z.object({
      name: z.string(),
      unit: z.string(),
      target: z.number().nullable(),
      p50: z.number().nullable(),
      actual: reportedNumberSchema,
      verdict: reportSchema.shape.kpis.element.shape.verdict,
    }),
  ),
  proven: z.array(
    z.object({
      creatorId: z.string(),
      creatorName: z.string().nullable(),
      platform: z.string(),
      cpe: z.number(),
      because: localizedSchema,
    }),
  ),
  forecast: z.object({ posts: z.number().int(), inRange: z.number().int(), ratio: z.number().nullable() }),
  /** What its views brought beyond the baselines, to be kept as a past result; null: not wholly known. */
  result: z.object({ ...pastResultSchema.shape, source: localizedSchema }).nullable(),
  /** The goal to start from: its KPIs, what it achieved as their baselines. */
  goal: goalSchema.nullable(),
})
const chainRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/chain',
  summary: 'What the campaigns before this one showed: KPIs as achieved, creators who worked well, how forecasts held',
  request: { params: idParam },
  responses: {
    200: jsonAnswer(
      z.object({ items: z.array(lessonSchema), unknown: z.array(z.string()) }).openapi('Chain'),
      'Nearest first; `unknown`: named, but not here',
    ),
    ...PROBLEMS,
  },
})

const workRoute = createRoute({
  method: 'get',
  path: '/creators/{id}/campaigns',
  summary: 'What a creator did with us: forecast against what came, and running campaigns that clash with their other work',
  request: { params: idParam },
  responses: { 200: jsonAnswer(z.object(creatorWorkSchema.shape).openapi('CreatorWork'), 'The work'), ...PROBLEMS },
})

const recordRoute = createRoute({
  method: 'get',
  path: '/forecast-record',
  summary: 'Forecasts of past campaigns held against what came, newest first, and the last six of each metric in one sentence',
  responses: { 200: jsonAnswer(z.object(forecastRecordSchema.shape).openapi('ForecastRecord'), 'The record'), ...PROBLEMS },
})

const freedomRoute = createRoute({
  method: 'get',
  path: '/freedom-record',
  summary:
    'Does freedom pay here: freedom index and kept share of published posts against views relative to forecast, with n and an interval',
  responses: { 200: jsonAnswer(z.object(freedomRecordSchema.shape).openapi('FreedomRecord'), 'The record'), ...PROBLEMS },
})

const backtestRoute = createRoute({
  method: 'get',
  path: '/forecast-backtest',
  summary: "Forecasts of the newest post of the workspace's own creators, beside the plain median of the last ten, on the same posts",
  request: { query: z.object({ metric: z.enum(FORECAST_METRICS).default('views') }) },
  responses: {
    200: jsonAnswer(
      z.object(backtestAnswerSchema.shape).openapi('ForecastBacktest'),
      'Null while fewer than two creators have three posts',
    ),
    ...PROBLEMS,
  },
})

/** `/campaigns/{id}/report`, `/creators/{id}/campaigns`, `/forecast-record`, `/forecast-backtest` and `/freedom-record`. */
export const reportRoutes = makeRouter()
  .openapi(workRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await readCreatorWork(ctx, c.req.valid('param').id), 200)))
  .openapi(recordRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await readForecastRecord(ctx), 200)))
  .openapi(freedomRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await readFreedomRecord(ctx), 200)))
  .openapi(backtestRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await readBacktest(ctx, c.req.valid('query').metric), 200)))
  .openapi(reportRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const judged = await judgeCampaign(ctx, c.req.valid('param').id, await rulebookOf(ctx, c.get('server').rulebook))
      return c.json(buildReport(await collectReport(ctx, judged)), 200)
    }),
  )
  .openapi(chainRoute, (c) =>
    act(c, 'workspace.read', async (ctx) =>
      c.json(await readChain(ctx, c.req.valid('param').id, await rulebookOf(ctx, c.get('server').rulebook)), 200),
    ),
  )
