import { createRoute, z } from '@hono/zod-openapi'
import { briefSchema, briefStateSchema, computeFreedom, freedomSchema, type FreedomTable } from '@kolibra/core/briefs'
import { momentSchema } from '@kolibra/core/shared'
import { loadCampaign } from '../campaigns/index.ts'
import { bounded } from '../platform/bounded.ts'
import { act, idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { BRIEF_BOUNDS } from './brief-bounds.ts'
import { endCopy } from './brief-copy-store.ts'
import { listBriefs, type StoredBrief } from './brief-store.ts'
import { loadFreedomTable } from './freedom-table-store.ts'
import { writeBrief } from './write-brief.ts'

/** One version of a brief as the API shows it. */
export const storedBriefSchema = z
  .object({
    id: z.uuid(),
    version: z.number().int(),
    state: briefStateSchema,
    author: z.object({ id: z.uuid(), name: z.string().nullable() }),
    brief: briefSchema,
    freedom: freedomSchema,
    createdAt: momentSchema,
  })
  .openapi('BriefVersion')

/** Adds the freedom index, which is computed and never kept. */
export function presentBrief(stored: StoredBrief, table: FreedomTable): z.infer<typeof storedBriefSchema> {
  const { id, version, state, authorId, authorName, brief, createdAt } = stored
  return { id, version, state, author: { id: authorId, name: authorName }, brief, freedom: computeFreedom(brief, table), createdAt }
}

const writeRoute = createRoute({
  method: 'post',
  path: '/campaigns/{id}/briefs',
  summary:
    'Write a new version of the brief, made from the version `after`; the working copy ends when it still stands at the revision `copy`',
  request: {
    params: idParam,
    query: z.object({ copy: z.coerce.number().int().min(1).optional(), after: z.coerce.number().int().min(0).optional() }),
    ...jsonBody(bounded(briefSchema, BRIEF_BOUNDS)),
  },
  responses: { 201: jsonAnswer(storedBriefSchema, 'The new version'), ...PROBLEMS },
})
const listRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/briefs',
  summary: 'All versions of the brief, newest first',
  request: { params: idParam },
  responses: { 200: jsonAnswer(z.array(storedBriefSchema), 'The versions'), ...PROBLEMS },
})

/** `/campaigns/{id}/briefs`. */
export const briefRoutes = makeRouter()
  .openapi(writeRoute, (c) =>
    act(c, 'briefs.write', async (ctx) => {
      const { copy, after = null } = c.req.valid('query')
      const written = await writeBrief(ctx, c.req.valid('param').id, { brief: c.req.valid('json'), after })
      // What was typed is a version now; what a colleague typed since, or while a suggestion was accepted, is not.
      if (copy !== undefined) await endCopy(ctx, written.campaignId, copy)
      return c.json(presentBrief(written, (await loadFreedomTable(ctx)).table), 201)
    }),
  )
  .openapi(listRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const { id } = await loadCampaign(ctx, c.req.valid('param').id)
      const { table } = await loadFreedomTable(ctx)
      return c.json(
        (await listBriefs(ctx, id)).map((stored) => presentBrief(stored, table)),
        200,
      )
    }),
  )
