import { createRoute, z } from '@hono/zod-openapi'
import { momentSchema } from '@kolibra/core/shared'
import { loadCampaign } from '../campaigns/index.ts'
import { bounded } from '../platform/bounded.ts'
import { act, idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { BRIEF_BOUNDS } from './brief-bounds.ts'
import { loadCopy } from './brief-copy-store.ts'
import { dropCopy, keepCopy, meetEditors } from './keep-copy.ts'

// Not the schema of a brief: what is being typed has empty days and half sentences. It becomes a brief when a version is made of it.
const typedSchema = z.record(z.string(), z.unknown()).openapi('TypedBrief')
const copySchema = z
  .object({
    revision: z.number().int(),
    after: z.number().int().nullable(),
    brief: typedSchema.nullable(),
    editedBy: z.uuid().nullable(),
    editorName: z.string().nullable(),
    editedAt: momentSchema.nullable(),
  })
  .openapi('BriefCopy')
const keptSchema = z.object({
  revision: z.int32().min(0),
  /** The version it was begun on; 0: before the first. */
  after: z.int32().min(0).nullable().default(null),
  brief: bounded(typedSchema, BRIEF_BOUNDS),
})
const presenceSchema = z
  .object({
    revision: z.number().int(),
    editors: z.array(z.object({ id: z.uuid(), name: z.string().nullable(), seenAt: momentSchema })),
  })
  .openapi('BriefEditors')

const readRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/brief-copy',
  summary: 'The working copy of the brief as it was last typed; without a brief there is none',
  request: { params: idParam },
  responses: { 200: jsonAnswer(copySchema, 'The copy'), ...PROBLEMS },
})
const keepRoute = createRoute({
  method: 'put',
  path: '/campaigns/{id}/brief-copy',
  summary: 'Keep the working copy that still stands at the revision that was read',
  request: { params: idParam, ...jsonBody(keptSchema) },
  responses: { 200: jsonAnswer(copySchema, 'The copy as kept'), ...PROBLEMS },
})
const dropRoute = createRoute({
  method: 'delete',
  path: '/campaigns/{id}/brief-copies/{revision}',
  summary: 'Throw the working copy away that still stands at the revision that was read',
  request: { params: idParam.extend({ revision: z.coerce.number().int().min(0) }) },
  responses: { 200: jsonAnswer(copySchema, 'No copy'), ...PROBLEMS },
})
const meetRoute = createRoute({
  method: 'post',
  path: '/campaigns/{id}/brief-editors',
  summary: 'Say that you have the brief open; answers who else has',
  request: { params: idParam },
  responses: { 200: jsonAnswer(presenceSchema, 'The others of the last minute, and the revision of the copy'), ...PROBLEMS },
})

/** `/campaigns/{id}/brief-copy` and `/campaigns/{id}/brief-editors`. */
export const briefCopyRoutes = makeRouter()
  .openapi(readRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => c.json(await loadCopy(ctx, (await loadCampaign(ctx, c.req.valid('param').id)).id), 200)),
  )
  .openapi(keepRoute, (c) =>
    act(c, 'briefs.write', async (ctx) => c.json(await keepCopy(ctx, c.req.valid('param').id, c.req.valid('json')), 200)),
  )
  .openapi(dropRoute, (c) =>
    act(c, 'briefs.write', async (ctx) => c.json(await dropCopy(ctx, c.req.valid('param').id, c.req.valid('param').revision), 200)),
  )
  .openapi(meetRoute, (c) => act(c, 'briefs.write', async (ctx) => c.json(await meetEditors(ctx, c.req.valid('param').id), 200)))
