import { createRoute, z } from '@hono/zod-openapi'
import {
  answerInputSchema,
  countRelationship,
  experienceInputSchema,
  preferencesInputSchema,
  relationshipSchema,
  type Relationship,
} from '@kolibra/core/creators'
import { addExperience, answerExperience, hasCreator, loadPreferences, notePreferences, removeExperience } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { act, idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { found, RequestError } from '../platform/request-error.ts'
import { listRelationships } from './relationship-store.ts'

const answer = jsonAnswer(z.object(relationshipSchema.shape).openapi('Relationship'), 'The relationship as it is now')

const readRoute = createRoute({
  method: 'get',
  path: '/creators/{id}/relationship',
  summary: 'Working with a creator over all campaigns: agreed, delivered, on time, refused, praised, each k of n; experiences; preferences',
  request: { params: idParam },
  responses: { 200: answer, ...PROBLEMS },
})
const addRoute = createRoute({
  method: 'post',
  path: '/creators/{id}/experiences',
  summary: 'Record praise or an incident, about the creator or about the desk itself; the other side may answer',
  request: { params: idParam, ...jsonBody(experienceInputSchema) },
  responses: { 201: answer, ...PROBLEMS },
})
const answerRoute = createRoute({
  method: 'post',
  path: '/experiences/{id}/answers',
  summary: "Write down the creator's word on an experience; their own word by their link replaces it",
  request: { params: idParam, ...jsonBody(answerInputSchema) },
  responses: { 201: answer, ...PROBLEMS },
})
const removeRoute = createRoute({
  method: 'delete',
  path: '/experiences/{id}',
  summary: 'Take an experience out again',
  request: { params: idParam },
  responses: { 200: answer, ...PROBLEMS },
})
const noteRoute = createRoute({
  method: 'put',
  path: '/creators/{id}/preferences',
  summary: 'Note the tone, the products they would really use and what they refuse, over the note that was read',
  request: { params: idParam, ...jsonBody(preferencesInputSchema) },
  responses: { 200: answer, ...PROBLEMS },
})

async function readRelationship(ctx: Context, id: string): Promise<Relationship> {
  if (!(await hasCreator(ctx, id))) throw new RequestError('request.not_found', { kind: 'creator', id })
  const facts = found((await listRelationships(ctx, [id])).get(id), 'creator', id)
  return {
    numbers: countRelationship(facts),
    experiences: facts.experiences.map(({ creatorId: _own, ...experience }) => experience),
    preferences: await loadPreferences(ctx, id),
  }
}

/** `/creators/{id}/relationship`, its experiences and preferences. */
export const relationshipRoutes = makeRouter()
  .openapi(readRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await readRelationship(ctx, c.req.valid('param').id), 200)))
  .openapi(addRoute, (c) =>
    act(c, 'creators.write', async (ctx) => {
      const { id } = c.req.valid('param')
      await addExperience(ctx, id, c.req.valid('json'))
      return c.json(await readRelationship(ctx, id), 201)
    }),
  )
  .openapi(answerRoute, (c) =>
    act(c, 'creators.write', async (ctx) => {
      const whose = await answerExperience(ctx, c.req.valid('param').id, { ...c.req.valid('json'), from: 'desk' })
      return c.json(await readRelationship(ctx, whose), 201)
    }),
  )
  .openapi(removeRoute, (c) =>
    act(c, 'creators.write', async (ctx) => {
      const whose = await removeExperience(ctx, c.req.valid('param').id)
      return c.json(await readRelationship(ctx, whose), 200)
    }),
  )
  .openapi(noteRoute, (c) =>
    act(c, 'creators.write', async (ctx) => {
      const { id } = c.req.valid('param')
      await notePreferences(ctx, id, c.req.valid('json'))
      return c.json(await readRelationship(ctx, id), 200)
    }),
  )
