import { createRoute, z } from '@hono/zod-openapi'
import {
  discoveryQuerySchema,
  savedSearchInputSchema,
  shortlistAdditionSchema,
  shortlistChangeSchema,
  shortlistInputSchema,
} from '@kolibra/core/selection'
import { momentSchema } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import { act, idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { removeSearch, saveSearch } from './change-searches.ts'
import { addToShortlist, changeShortlist, loadShortlist, openShortlist, removeShortlist } from './change-shortlists.ts'
import { rowSchema } from './creator-row-schema.ts'
import { listRowsOf } from './queries.ts'
import { listSearches } from './saved-search-store.ts'
import { listEntries, listShortlists } from './shortlist-store.ts'

const searchSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    isShared: z.boolean(),
    isMine: z.boolean(),
    query: discoveryQuerySchema,
    savedAt: momentSchema,
  })
  .openapi('SavedSearch')
const searchesAnswer = jsonAnswer(z.object({ items: z.array(searchSchema) }), 'The searches you may see, by name')
const headSchema = z
  .object({ id: z.uuid(), name: z.string(), revision: z.number().int(), size: z.number().int(), openedAt: momentSchema })
  .openapi('ShortlistHead')
const headsAnswer = jsonAnswer(z.object({ items: z.array(headSchema) }), 'All lists, the newest first')
const listSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    revision: z.number().int(),
    entries: z.array(z.object({ creatorId: z.uuid(), note: z.string().nullable(), row: rowSchema.nullable() })),
  })
  .openapi('Shortlist')
const listAnswer = jsonAnswer(listSchema, 'The list as it stands')

const searchesRoute = createRoute({
  method: 'get',
  path: '/saved-searches',
  summary: 'Searches kept by you, and those shared in the workspace',
  responses: { 200: searchesAnswer, ...PROBLEMS },
})
const saveRoute = createRoute({
  method: 'post',
  path: '/saved-searches',
  summary: 'Keep a search by a name; your own of that name is replaced',
  request: jsonBody(savedSearchInputSchema),
  responses: { 201: searchesAnswer, ...PROBLEMS },
})
const forgetRoute = createRoute({
  method: 'delete',
  path: '/saved-searches/{id}',
  summary: 'Forget a search',
  request: { params: idParam },
  responses: { 200: searchesAnswer, ...PROBLEMS },
})
const headsRoute = createRoute({
  method: 'get',
  path: '/shortlists',
  summary: 'Named lists of creators',
  responses: { 200: headsAnswer, ...PROBLEMS },
})
const openRoute = createRoute({
  method: 'post',
  path: '/shortlists',
  summary: 'Open a list, empty or with creators',
  request: jsonBody(shortlistInputSchema),
  responses: { 201: listAnswer, ...PROBLEMS },
})
const readRoute = createRoute({
  method: 'get',
  path: '/shortlists/{id}',
  summary: 'One list with its creators, in its order',
  request: { params: idParam },
  responses: { 200: listAnswer, ...PROBLEMS },
})
const addRoute = createRoute({
  method: 'post',
  path: '/shortlists/{id}/entries',
  summary: 'Put creators at the end of a list',
  request: { params: idParam, ...jsonBody(shortlistAdditionSchema) },
  responses: { 201: listAnswer, ...PROBLEMS },
})
const changeRoute = createRoute({
  method: 'put',
  path: '/shortlists/{id}',
  summary: 'Replace name, order, members and notes of a list that still stands at the revision that was read',
  request: { params: idParam, ...jsonBody(shortlistChangeSchema) },
  responses: { 200: listAnswer, ...PROBLEMS },
})
const removeRoute = createRoute({
  method: 'delete',
  path: '/shortlists/{id}',
  summary: 'Take a list away; its creators stay',
  request: { params: idParam },
  responses: { 200: headsAnswer, ...PROBLEMS },
})

const presentSearches = async (ctx: Context) => ({ items: await listSearches(ctx) })
const presentHeads = async (ctx: Context) => ({ items: await listShortlists(ctx) })

async function presentList(ctx: Context, id: string): Promise<z.infer<typeof listSchema>> {
  const list = await loadShortlist(ctx, id)
  const entries = await listEntries(ctx, id)
  const rows = await listRowsOf(
    ctx,
    entries.map(({ creatorId }) => creatorId),
  )
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  return { id, ...list, entries: entries.map((entry) => ({ ...entry, row: rowOf.get(entry.creatorId) ?? null })) }
}

/** `/saved-searches`. */
export const savedSearchRoutes = makeRouter()
  .openapi(searchesRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await presentSearches(ctx), 200)))
  .openapi(saveRoute, (c) =>
    act(c, 'searches.write', async (ctx) => {
      await saveSearch(ctx, c.req.valid('json'))
      return c.json(await presentSearches(ctx), 201)
    }),
  )
  .openapi(forgetRoute, (c) =>
    act(c, 'searches.write', async (ctx) => {
      await removeSearch(ctx, c.req.valid('param').id)
      return c.json(await presentSearches(ctx), 200)
    }),
  )

/** `/shortlists`. */
export const shortlistRoutes = makeRouter()
  .openapi(headsRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await presentHeads(ctx), 200)))
  .openapi(readRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await presentList(ctx, c.req.valid('param').id), 200)))
  .openapi(openRoute, (c) =>
    act(c, 'shortlists.write', async (ctx) => c.json(await presentList(ctx, await openShortlist(ctx, c.req.valid('json'))), 201)),
  )
  .openapi(addRoute, (c) =>
    act(c, 'shortlists.write', async (ctx) => {
      const { id } = c.req.valid('param')
      await addToShortlist(ctx, id, c.req.valid('json').creatorIds)
      return c.json(await presentList(ctx, id), 201)
    }),
  )
  .openapi(changeRoute, (c) =>
    act(c, 'shortlists.write', async (ctx) => {
      const { id } = c.req.valid('param')
      await changeShortlist(ctx, id, c.req.valid('json'))
      return c.json(await presentList(ctx, id), 200)
    }),
  )
  .openapi(removeRoute, (c) =>
    act(c, 'shortlists.write', async (ctx) => {
      await removeShortlist(ctx, c.req.valid('param').id)
      return c.json(await presentHeads(ctx), 200)
    }),
  )
