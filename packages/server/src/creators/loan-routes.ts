import { createRoute, z } from '@hono/zod-openapi'
import { erasureInputSchema, erasureReportSchema, loanEndSchema, loanInputSchema, loanStateSchema } from '@kolibra/core/creators'
import { act, actAsOwner, idParam, jsonAnswer, exactBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { erasePerson } from './erase-person.ts'
import { exportPerson } from './export-person.ts'
import { presentPerson } from './present-person.ts'
import { endLoan, readLoan, setLoan } from './set-loan.ts'

const loanAnswer = jsonAnswer(z.object(loanStateSchema.shape).openapi('Loan'), 'Basis, clock and lock')
const readRoute = createRoute({
  method: 'get',
  path: '/creators/{id}/loan',
  summary: 'On what basis and until when data about a person is held',
  request: { params: idParam },
  responses: { 200: loanAnswer, ...PROBLEMS },
})
const setRoute = createRoute({
  method: 'put',
  path: '/creators/{id}/loan',
  summary: 'Say on what basis and until when, for all accounts of the person; when that day is over, they are erased',
  request: { params: idParam, ...exactBody(loanInputSchema) },
  responses: { 200: loanAnswer, ...PROBLEMS },
})
const endRoute = createRoute({
  method: 'post',
  path: '/creators/{id}/loan-endings',
  summary: 'End the basis that stands before its time, with a reason; what is held stays, on no basis',
  request: { params: idParam, ...exactBody(loanEndSchema) },
  responses: { 201: loanAnswer, ...PROBLEMS },
})
const exportSchema = z
  .object({ exportedAt: z.string(), personId: z.uuid(), accounts: z.array(z.record(z.string(), z.unknown())), page: z.string() })
  .openapi('PersonExport')
const exportRoute = createRoute({
  method: 'post',
  path: '/creators/{id}/exports',
  summary: 'Everything held of a person in one document, with a readable page in "page"',
  request: { params: idParam },
  responses: { 201: jsonAnswer(exportSchema, 'Everything held'), ...PROBLEMS },
})
const eraseRoute = createRoute({
  method: 'post',
  path: '/creators/{id}/erasures',
  summary: 'Erase a person everywhere; what the law keeps is locked until its clock ends',
  request: { params: idParam, ...exactBody(erasureInputSchema) },
  responses: { 201: jsonAnswer(erasureReportSchema, 'What went and what is locked'), ...PROBLEMS },
})

/** What is lent: basis and clock, handing everything out, giving everything back. */
export const loanRoutes = makeRouter()
  .openapi(readRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await readLoan(ctx, c.req.valid('param').id), 200)))
  .openapi(setRoute, (c) =>
    act(c, 'persons.lend', async (ctx) => {
      const { id } = c.req.valid('param')
      await setLoan(ctx, id, c.req.valid('json'))
      return c.json(await readLoan(ctx, id), 200)
    }),
  )
  .openapi(endRoute, (c) =>
    act(c, 'persons.lend', async (ctx) => {
      const { id } = c.req.valid('param')
      await endLoan(ctx, id, c.req.valid('json'))
      return c.json(await readLoan(ctx, id), 201)
    }),
  )
  .openapi(exportRoute, (c) =>
    act(c, 'persons.export', async (ctx) => {
      const exported = await exportPerson(ctx, c.req.valid('param').id)
      return c.json({ ...exported, page: presentPerson(exported) }, 201)
    }),
  )
  .openapi(eraseRoute, (c) =>
    actAsOwner(c, 'persons.erase', async (ctx) =>
      c.json(await erasePerson(ctx, c.req.valid('param').id, c.req.valid('json').personId), 201),
    ),
  )
