import { createRoute, z } from '@hono/zod-openapi'
import { timeline, type RuleEntry } from '@kolibra/core/compliance'
import { daySchema, localizedSchema, platformSchema } from '@kolibra/core/shared'
import { act, jsonAnswer, makeRouter, PROBLEMS } from '../platform/http.ts'
import { rulebookOf } from './workspace-rulebook.ts'

const entrySchema = z.object({ id: z.string(), kind: z.enum(['rule', 'fact']), title: localizedSchema })
const timelineSchema = z
  .object({
    items: z.array(
      z.object({
        date: daySchema,
        /** False when only the month is known: the first of it stands for it. */
        isDayKnown: z.boolean(),
        source: z.string(),
        started: z.array(entrySchema),
        ended: z.array(entrySchema),
      }),
    ),
    today: daySchema,
  })
  .openapi('RuleTimeline')

const timelineRoute = createRoute({
  method: 'get',
  path: '/rules/timeline',
  summary: 'Dated changes of the rulebook, past and coming, oldest first; by days and platform',
  request: { query: z.object({ platform: platformSchema.optional(), from: daySchema.optional(), to: daySchema.optional() }) },
  responses: { 200: jsonAnswer(timelineSchema, 'The changes'), ...PROBLEMS },
})

const presentEntry = ({ id, kind, title }: RuleEntry) => ({ id, kind, title })

/** `/rules/timeline`. Stands before `/rules/{id}`, which would take "timeline" for an id. */
export const timelineRoutes = makeRouter().openapi(timelineRoute, (c) =>
  act(c, 'workspace.read', async (ctx) => {
    const rulebook = await rulebookOf(ctx, c.get('server').rulebook)
    const items = timeline(rulebook, c.req.valid('query')).map(({ started, ended, ...change }) => ({
      ...change,
      started: started.map(presentEntry),
      ended: ended.map(presentEntry),
    }))
    return c.json({ items, today: ctx.today }, 200)
  }),
)
