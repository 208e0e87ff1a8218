import { createRoute, z } from '@hono/zod-openapi'
import { answerInputSchema, experienceSchema } from '@kolibra/core/creators'
import { answerExperience, listExperiences } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { asCreator } from './as-creator.ts'
import type { CreatorPass } from './device-store.ts'

// Who of the desk wrote it is not the creator's to know; that the desk did is said on the page.
const ownSchema = experienceSchema.omit({ enteredBy: true, campaignId: true })
const answer = jsonAnswer(z.object({ items: z.array(ownSchema) }).openapi('OwnExperiences'), 'What is recorded, the newest first')

const readRoute = createRoute({
  method: 'get',
  path: '/portal/{id}/experiences',
  summary: 'What the desk recorded of working with this creator, about them and about itself, with their answers',
  request: { params: idParam },
  responses: { 200: answer, ...PROBLEMS },
})
const answerRoute = createRoute({
  method: 'post',
  path: '/portal/{id}/experience-answers',
  summary: 'The creator’s own word on an experience',
  request: { params: idParam, ...jsonBody(answerInputSchema.extend({ experienceId: z.uuid() })) },
  responses: { 201: answer, ...PROBLEMS },
})

async function readOwn(ctx: Context, { creatorId }: CreatorPass): Promise<{ items: z.infer<typeof ownSchema>[] }> {
  const kept = await listExperiences(ctx, [creatorId])
  return { items: kept.map(({ creatorId: _own, enteredBy: _who, campaignId: _where, ...experience }) => experience) }
}

/** `/portal/{id}/experiences` and the answers to them. The cookie is asked for where they are mounted. */
export const experienceRoutes = makeRouter()
  .openapi(readRoute, (c) => asCreator(c, c.req.valid('param').id, async (ctx, pass) => c.json(await readOwn(ctx, pass), 200)))
  .openapi(answerRoute, (c) =>
    asCreator(c, c.req.valid('param').id, async (ctx, pass) => {
      const { experienceId, ...said } = c.req.valid('json')
      await answerExperience(ctx, experienceId, { ...said, from: 'creator', ownerId: pass.creatorId })
      return c.json(await readOwn(ctx, pass), 201)
    }),
  )
