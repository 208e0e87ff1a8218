import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Permission } from '@kolibra/core/accounts'
import {
  absenceInputSchema,
  clearanceInputSchema,
  documentKindSchema,
  dossierSchema,
  engagementInputSchema,
  incidentInputSchema,
  LARGEST_DOCUMENT_BYTES,
  noteInputSchema,
} from '@kolibra/core/creators'
import { daySchema } from '@kolibra/core/shared'
import { answerFile } from '../platform/answer-file.ts'
import { act, idParam, jsonAnswer, exactBody, makeRouter, PROBLEMS, type HttpEnv } from '../platform/http.ts'
import { limitBody } from '../platform/limit-body.ts'
import { found, RequestError } from '../platform/request-error.ts'
import { addAbsence, addClearance, addDocument, addEngagement, addIncident, addNote, removeEntry } from './change-dossier.ts'
import { findDocument } from './document-store.ts'
import { hasCreator, type EntryKind } from './dossier-store.ts'
import { readDossier } from './queries.ts'

const dossierAnswer = jsonAnswer(z.object(dossierSchema.shape).openapi('Dossier'), 'What is entered about the creator now')

const readRoute = createRoute({
  method: 'get',
  path: '/creators/{id}/dossier',
  summary: 'What people entered about a creator: notes, work for other brands, days not free, incidents, documents',
  request: { params: idParam },
  responses: { 200: dossierAnswer, ...PROBLEMS },
})
const noteRoute = createRoute({
  method: 'post',
  path: '/creators/{id}/notes',
  summary: 'Write a note about a creator',
  request: { params: idParam, ...exactBody(noteInputSchema) },
  responses: { 201: dossierAnswer, ...PROBLEMS },
})
const engagementRoute = createRoute({
  method: 'post',
  path: '/creators/{id}/engagements',
  summary: 'Enter work for another brand, exclusive or not; the Choice gate reads it',
  request: { params: idParam, ...exactBody(engagementInputSchema) },
  responses: { 201: dossierAnswer, ...PROBLEMS },
})
const absenceRoute = createRoute({
  method: 'post',
  path: '/creators/{id}/absences',
  summary: 'Enter days on which a creator is not free; the search for free days reads them',
  request: { params: idParam, ...exactBody(absenceInputSchema) },
  responses: { 201: dossierAnswer, ...PROBLEMS },
})
const clearanceRoute = createRoute({
  method: 'post',
  path: '/creators/{id}/clearances',
  summary: 'Enter that the creator was asked for work for other brands and named none; the Choice gate reads it',
  request: { params: idParam, ...exactBody(clearanceInputSchema) },
  responses: { 201: dossierAnswer, ...PROBLEMS },
})
const incidentRoute = createRoute({
  method: 'post',
  path: '/creators/{id}/incidents',
  summary: 'Enter a penalty, scandal or ban with its source',
  request: { params: idParam, ...exactBody(incidentInputSchema) },
  responses: { 201: dossierAnswer, ...PROBLEMS },
})
const formSchema = z.object({
  file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }),
  kind: documentKindSchema,
  expiresOn: daySchema.optional(),
})
const documentRoute = createRoute({
  method: 'post',
  path: '/creators/{id}/documents',
  summary: 'Keep a document of up to 20 MB, sealed under a key of its own',
  request: { params: idParam, body: { required: true, content: { 'multipart/form-data': { schema: formSchema } } } },
  responses: { 201: dossierAnswer, ...PROBLEMS },
})
const downloadRoute = createRoute({
  method: 'get',
  path: '/documents/{id}',
  summary: 'A document as it came in',
  request: { params: idParam },
  responses: { 200: { description: 'The bytes', content: { 'application/octet-stream': { schema: z.string() } } }, ...PROBLEMS },
})
const removalOf = <P extends string>(path: P, what: string) =>
  createRoute({
    method: 'delete',
    path,
    summary: `Take ${what} out again`,
    request: { params: idParam },
    responses: { 200: dossierAnswer, ...PROBLEMS },
  })
const REMOVALS = [
  ['note', removalOf('/notes/{id}', 'a note'), 'notes.write'],
  ['engagement', removalOf('/engagements/{id}', 'work for another brand'), 'creators.write'],
  ['clearance', removalOf('/clearances/{id}', 'that no other work was named'), 'creators.write'],
  ['absence', removalOf('/absences/{id}', 'days on which somebody is not free'), 'creators.write'],
  ['incident', removalOf('/incidents/{id}', 'an incident'), 'creators.write'],
  ['document', removalOf('/documents/{id}', 'a document'), 'documents.write'],
] as const satisfies readonly (readonly [EntryKind, unknown, Permission])[]

/** A form is a little larger than the file in it. */
const LARGEST_FORM_BYTES = LARGEST_DOCUMENT_BYTES + 2 ** 16

/** `/creators/{id}/dossier` and its entries. */
export const dossierRoutes = addRemovals(makeRouter())
dossierRoutes.use(
  '/creators/:id/documents',
  limitBody(LARGEST_FORM_BYTES, () => {
    throw new RequestError('document.too_large', { largestBytes: LARGEST_DOCUMENT_BYTES })
  }),
)
dossierRoutes
  .openapi(readRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const { id } = c.req.valid('param')
      if (!(await hasCreator(ctx, id))) throw new RequestError('request.not_found', { kind: 'creator', id })
      return c.json(await readDossier(ctx, id), 200)
    }),
  )
  .openapi(noteRoute, (c) =>
    act(c, 'notes.write', async (ctx) => {
      const { id } = c.req.valid('param')
      await addNote(ctx, id, c.req.valid('json'))
      return c.json(await readDossier(ctx, id), 201)
    }),
  )
  .openapi(engagementRoute, (c) =>
    act(c, 'creators.write', async (ctx) => {
      const { id } = c.req.valid('param')
      await addEngagement(ctx, id, c.req.valid('json'))
      return c.json(await readDossier(ctx, id), 201)
    }),
  )
  .openapi(absenceRoute, (c) =>
    act(c, 'creators.write', async (ctx) => {
      const { id } = c.req.valid('param')
      await addAbsence(ctx, id, c.req.valid('json'))
      return c.json(await readDossier(ctx, id), 201)
    }),
  )
  .openapi(clearanceRoute, (c) =>
    act(c, 'creators.write', async (ctx) => {
      const { id } = c.req.valid('param')
      await addClearance(ctx, id, c.req.valid('json'))
      return c.json(await readDossier(ctx, id), 201)
    }),
  )
  .openapi(incidentRoute, (c) =>
    act(c, 'creators.write', async (ctx) => {
      const { id } = c.req.valid('param')
      await addIncident(ctx, id, c.req.valid('json'))
      return c.json(await readDossier(ctx, id), 201)
    }),
  )
  .openapi(documentRoute, async (c) => {
    const { file, kind, expiresOn = null } = c.req.valid('form')
    // Read before the transaction: it holds no connection while bytes come in.
    const bytes = new Uint8Array(await file.arrayBuffer())
    return act(c, 'documents.write', async (ctx) => {
      const { id } = c.req.valid('param')
      await addDocument(ctx, id, { kind, name: file.name, bytes, expiresOn })
      return c.json(await readDossier(ctx, id), 201)
    })
  })
  .openapi(downloadRoute, (c) =>
    act(c, 'documents.read', async (ctx) => {
      const { id } = c.req.valid('param')
      return answerFile(c, found(await findDocument(ctx, id), 'document', id))
    }),
  )

function addRemovals(router: OpenAPIHono<HttpEnv>): OpenAPIHono<HttpEnv> {
  for (const [kind, route, permission] of REMOVALS)
    router.openapi(route, (c) =>
      act(c, permission, async (ctx) => c.json(await readDossier(ctx, await removeEntry(ctx, kind, c.req.valid('param').id)), 200)),
    )
  return router
}
