import { createRoute, z } from '@hono/zod-openapi'
import {
  decisionUndoSchema,
  keptDecisionSchema,
  mergeDecisionSchema,
  mergeSuggestionSchema,
  personSchema,
  splitInputSchema,
} from '@kolibra/core/creators'
import { act, idParam, jsonAnswer, exactBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { keepPersonsApart, mergePersons, splitPerson, undoDecision } from './change-person.ts'
import { listSuggestions, readDecisions, readPerson } from './person-queries.ts'

const personAnswer = jsonAnswer(z.object(personSchema.shape).openapi('Person'), 'The person and their accounts now')

const readRoute = createRoute({
  method: 'get',
  path: '/creators/{id}/person',
  summary: 'The person behind an account, with all their accounts',
  request: { params: idParam },
  responses: { 200: personAnswer, ...PROBLEMS },
})
const listRoute = createRoute({
  method: 'get',
  path: '/merge-suggestions',
  summary: 'Accounts that may be one person, with the evidence, best first; a person decides',
  request: { query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20), creatorId: z.uuid().optional() }) },
  responses: {
    200: jsonAnswer(z.object({ items: z.array(mergeSuggestionSchema), total: z.number().int() }), 'The best of them'),
    ...PROBLEMS,
  },
})
const mergeRoute = createRoute({
  method: 'post',
  path: '/creators/{id}/merges',
  summary: 'Say that two accounts are one person; can be taken back by a split',
  request: { params: idParam, ...exactBody(mergeDecisionSchema) },
  responses: { 201: personAnswer, ...PROBLEMS },
})
const apartRoute = createRoute({
  method: 'post',
  path: '/creators/{id}/separations',
  summary: 'Say that two accounts are not one person; nobody is asked again',
  request: { params: idParam, ...exactBody(mergeDecisionSchema) },
  responses: { 201: personAnswer, ...PROBLEMS },
})
const splitRoute = createRoute({
  method: 'post',
  path: '/creators/{id}/splits',
  summary: 'Take an account out of the person it was put under',
  request: { params: idParam, ...exactBody(splitInputSchema) },
  responses: { 201: personAnswer, ...PROBLEMS },
})
const decisionsRoute = createRoute({
  method: 'get',
  path: '/merge-decisions',
  summary: 'What people decided about pairs of accounts, newest first',
  request: { query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(50) }) },
  responses: { 200: jsonAnswer(z.object({ items: z.array(keptDecisionSchema), total: z.number().int() }), 'The newest'), ...PROBLEMS },
})
const undoRoute = createRoute({
  method: 'post',
  path: '/creators/{id}/decision-undos',
  summary: 'Take a decision on two accounts back: what it moved goes back, and the pair is asked about again',
  request: { params: idParam, ...exactBody(decisionUndoSchema) },
  responses: { 201: personAnswer, ...PROBLEMS },
})

/** `/creators/{id}/person`, the suggestions and the decisions about them. */
export const personRoutes = makeRouter()
  .openapi(readRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await readPerson(ctx, c.req.valid('param').id), 200)))
  .openapi(listRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const { limit, creatorId = null } = c.req.valid('query')
      return c.json(await listSuggestions(ctx, { limit, creatorId }), 200)
    }),
  )
  .openapi(mergeRoute, (c) =>
    act(c, 'persons.merge', async (ctx) => {
      const { id } = c.req.valid('param')
      await mergePersons(ctx, id, c.req.valid('json'))
      return c.json(await readPerson(ctx, id), 201)
    }),
  )
  .openapi(apartRoute, (c) =>
    act(c, 'persons.merge', async (ctx) => {
      const { id } = c.req.valid('param')
      await keepPersonsApart(ctx, id, c.req.valid('json'))
      return c.json(await readPerson(ctx, id), 201)
    }),
  )
  .openapi(splitRoute, (c) =>
    act(c, 'persons.merge', async (ctx) => {
      const { id } = c.req.valid('param')
      await splitPerson(ctx, id, c.req.valid('json').personId)
      return c.json(await readPerson(ctx, id), 201)
    }),
  )
  .openapi(decisionsRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => c.json(await readDecisions(ctx, c.req.valid('query').limit), 200)),
  )
  .openapi(undoRoute, (c) =>
    act(c, 'persons.merge', async (ctx) => {
      const { id } = c.req.valid('param')
      await undoDecision(ctx, id, c.req.valid('json'))
      return c.json(await readPerson(ctx, id), 201)
    }),
  )
