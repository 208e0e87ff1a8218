import { createRoute, z } from '@hono/zod-openapi'
import { momentSchema } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import { act, jsonAnswer, jsonBody, makeRouter, PROBLEMS, type Server } from '../platform/http.ts'
import { groundOf } from './ground-rulebook.ts'
import { listKeptPacks } from './pack-store.ts'
import { setPackAside, usePackAgain } from './set-pack-aside.ts'
import { takePack } from './take-pack.ts'

// Several times the shipped rulebook.
const LONGEST_PACK = 8_000_000

const packsSchema = z
  .object({
    items: z.array(
      z.object({
        version: z.string(),
        publisher: z.string(),
        signer: z.string().openapi({ description: 'The name the operator gave the key' }),
        publicKey: z.string(),
        sha256: z.string(),
        addedBy: z.string().nullable(),
        addedAt: momentSchema,
        setAside: z
          .object({ by: z.string().nullable(), at: momentSchema, reason: z.string() })
          .nullable()
          .openapi({ description: 'Why it judges no more; null while it may' }),
      }),
    ),
    current: z
      .string()
      .openapi({ description: 'The version in use: the newest pack not set aside, or the shipped rulebook when that is newer' }),
    shipped: z.string(),
    trusted: z.array(z.string()).openapi({ description: 'Whose packs are taken here' }),
  })
  .openapi('RulebookPacks')

const listRoute = createRoute({
  method: 'get',
  path: '/rulebook/packs',
  summary: 'Rulebook packs that were taken in, newest first, and the version in use',
  responses: { 200: jsonAnswer(packsSchema, 'The packs'), ...PROBLEMS },
})
const takeRoute = createRoute({
  method: 'post',
  path: '/rulebook/packs',
  summary: 'Use a newer rulebook from a signed pack; everything planned or live is checked again',
  request: jsonBody(z.object({ text: z.string().min(1).max(LONGEST_PACK).openapi({ description: 'The pack as its YAML file' }) })),
  responses: { 201: jsonAnswer(packsSchema, 'The packs'), ...PROBLEMS },
})

const versionParam = z.object({ version: z.string().max(200) })
const asideRoute = createRoute({
  method: 'post',
  path: '/rulebook/packs/{version}/suspensions',
  summary: 'Set a pack aside, with a reason: the newest of the others, or the shipped rulebook, judges again',
  request: { params: versionParam, ...jsonBody(z.object({ reason: z.string().trim().min(1).max(2000) })) },
  responses: { 201: jsonAnswer(packsSchema, 'The packs'), ...PROBLEMS },
})
const againRoute = createRoute({
  method: 'delete',
  path: '/rulebook/packs/{version}/suspensions',
  summary: 'Use a pack again that was set aside',
  request: { params: versionParam },
  responses: { 200: jsonAnswer(packsSchema, 'The packs'), ...PROBLEMS },
})

async function presentPacks(ctx: Context, { rulebook: shipped, trustedKeys }: Server): Promise<z.infer<typeof packsSchema>> {
  const { version: current } = await groundOf(ctx, shipped)
  return { items: await listKeptPacks(ctx), current, shipped: shipped.version, trusted: trustedKeys.map(({ name }) => name) }
}

/** `/rulebook/packs`. */
export const packRoutes = makeRouter()
  .openapi(listRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await presentPacks(ctx, c.get('server')), 200)))
  .openapi(takeRoute, (c) =>
    act(c, 'rules.update', async (ctx) => {
      const { rulebook: shipped, trustedKeys } = c.get('server')
      await takePack(ctx, { text: c.req.valid('json').text, shipped, trustedKeys })
      return c.json(await presentPacks(ctx, c.get('server')), 201)
    }),
  )
  .openapi(asideRoute, (c) =>
    act(c, 'rules.update', async (ctx) => {
      await setPackAside(ctx, { version: c.req.valid('param').version, reason: c.req.valid('json').reason })
      return c.json(await presentPacks(ctx, c.get('server')), 201)
    }),
  )
  .openapi(againRoute, (c) =>
    act(c, 'rules.update', async (ctx) => {
      await usePackAgain(ctx, c.req.valid('param').version)
      return c.json(await presentPacks(ctx, c.get('server')), 200)
    }),
  )
