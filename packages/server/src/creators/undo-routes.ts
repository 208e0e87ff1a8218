import { createRoute, z } from '@hono/zod-openapi'
import { actAsOwner, idParam, jsonAnswer, makeRouter, PROBLEMS } from '../platform/http.ts'
import { undoImport } from './undo-import.ts'

const undoneSchema = z.object({ creators: z.number().int(), posts: z.number().int() }).openapi('UndoneImport')

const undoRoute = createRoute({
  method: 'delete',
  path: '/imports/{id}',
  summary: 'Take a whole import back: its observations, and the creators and posts that only it brought',
  request: { params: idParam },
  responses: { 200: jsonAnswer(undoneSchema, 'How many creators and posts went'), ...PROBLEMS },
})

/** `DELETE /imports/{id}`. Here and not among imports: whoever owns the records knows what is built on them. */
export const undoRoutes = makeRouter().openapi(undoRoute, (c) =>
  actAsOwner(c, 'imports.undo', async (ctx) => c.json(await undoImport(ctx, c.req.valid('param').id), 200)),
)
