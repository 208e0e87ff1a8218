import { createRoute, z } from '@hono/zod-openapi'
import { discoveryFacetSchema, discoveryQuestionSchema, pagePlaceSchema } from '@kolibra/core/selection'
import { act, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { waitsForJob } from '../platform/jobs.ts'
import { rowSchema } from './creator-row-schema.ts'
import type { DiscoveryShelf } from './discovery-shelf.ts'
import { listRowsOf } from './queries.ts'

const searchRoute = createRoute({
  method: 'post',
  path: '/creator-searches',
  summary: 'Search creators by any field, unknown among its values; with counts per field over what was found',
  request: jsonBody(discoveryQuestionSchema),
  responses: {
    200: jsonAnswer(
      z.object({
        items: z.array(rowSchema),
        total: z.number().int(),
        next: pagePlaceSchema.nullable().openapi({ description: '`after` of the next page; null: nothing follows' }),
        facets: z.array(discoveryFacetSchema),
        from: z.enum(['index', 'database']).openapi({ description: 'database: no counts yet, the index is being loaded' }),
        isRebuilding: z.boolean().openapi({ description: 'rows are still being rebuilt, as after a large import: ask again' }),
        asOf: z.iso.datetime(),
      }),
      'One page, and what every field holds over all of it',
    ),
    ...PROBLEMS,
  },
})

/** `/creator-searches`. */
export function makeSearchRoutes(shelf: DiscoveryShelf) {
  return makeRouter().openapi(searchRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const isRebuilding = await waitsForJob(ctx, 'creators.refresh_rows')
      const { ids, total, next, facets, from } = await shelf.search(ctx, c.req.valid('json'))
      return c.json({ items: await listRowsOf(ctx, ids), total, next, facets: [...facets], from, isRebuilding, asOf: ctx.now }, 200)
    }),
  )
}
