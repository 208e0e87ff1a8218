import { createRoute, z } from '@hono/zod-openapi'
import { notedProofSchema } from '@kolibra/core/content'
import { momentSchema } from '@kolibra/core/shared'
import { loadCampaign } from '../campaigns/index.ts'
import { act, idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { noteProduct } from './note-product.ts'
import { listProofs } from './product-proof-store.ts'

const storedSchema = notedProofSchema
  .extend({ creatorId: z.uuid(), revision: z.number().int(), notedAt: momentSchema })
  .openapi('ProductProof')

const listRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/product-proofs',
  summary: 'When each creator got the product and used it, as far as it is known',
  request: { params: idParam },
  responses: { 200: jsonAnswer(z.object({ items: z.array(storedSchema) }), 'The proofs'), ...PROBLEMS },
})
const noteRoute = createRoute({
  method: 'put',
  path: '/campaigns/{id}/product-proofs/{creatorId}',
  summary: 'Note sent, received and in use since, at the revision that was read (0: nothing yet)',
  request: {
    params: idParam.extend({ creatorId: z.uuid() }),
    ...jsonBody(notedProofSchema.extend({ revision: z.int32().min(0) })),
  },
  responses: { 200: jsonAnswer(storedSchema, 'As noted'), ...PROBLEMS },
})

/** `/campaigns/{id}/product-proofs`. */
export const productProofRoutes = makeRouter()
  .openapi(listRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const { id } = await loadCampaign(ctx, c.req.valid('param').id)
      return c.json({ items: await listProofs(ctx, id) }, 200)
    }),
  )
  .openapi(noteRoute, (c) =>
    act(c, 'drafts.write', async (ctx) => {
      const { id: campaignId, creatorId } = c.req.valid('param')
      const { revision, ...proof } = c.req.valid('json')
      return c.json(await noteProduct(ctx, { campaignId, creatorId, revision, proof }), 200)
    }),
  )
