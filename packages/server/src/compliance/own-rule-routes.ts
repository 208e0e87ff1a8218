import { createRoute, z } from '@hono/zod-openapi'
import { contentFactsSchema, lintItemSchema } from '@kolibra/core/compliance'
import { momentSchema } from '@kolibra/core/shared'
import { writePart } from '@kolibra/files/rulebook'
import { act, jsonAnswer, jsonBody, makeRouter, PROBLEMS, type Server } from '../platform/http.ts'
import type { Context } from '../platform/context.ts'
import { groundOf } from './ground-rulebook.ts'
import { listOwnRules } from './own-rule-store.ts'
import { resumeRule, suspendRule } from './suspend-rule.ts'
import { listSuspensions, suspensionSchema } from './suspension-store.ts'
import { loadWorkspaceRulebook } from './workspace-rulebook.ts'
import { addOwnRules, changeOwnRule, removeOwnRule, tryOwnRules } from './write-own-rule.ts'

// A file of a few hundred rules; one word list of a brand may hold thousands of words.
const LONGEST_TEXT = 400_000
const textSchema = z
  .string()
  .min(1)
  .max(LONGEST_TEXT)
  .openapi({ description: 'A rulebook file: a YAML (or JSON) list of entries and word lists' })
const ruleIdParam = z.object({ id: z.string().max(200) })

const ownSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['rule', 'fact', 'words']),
        revision: z.number().int(),
        text: z.string(),
        isDraft: z.boolean(),
        changedBy: z.string().nullable(),
        changedAt: momentSchema,
        /** Why it judges nothing although it is in use: what it stands on is gone. Null: it fits. */
        misfit: z.object({ code: z.string(), name: z.string().nullable() }).nullable(),
      }),
    ),
    suspensions: z.array(suspensionSchema),
    version: z.string(),
  })
  .openapi('OwnRules')

const listRoute = createRoute({
  method: 'get',
  path: '/rules/own',
  summary: 'The workspace’s own entries and word lists, and the rules it suspended',
  responses: { 200: jsonAnswer(ownSchema, 'Own rules'), ...PROBLEMS },
})
const addRoute = createRoute({
  method: 'post',
  path: '/rules/own',
  summary: 'Add own entries and word lists in the format of rulebook files, all or none',
  request: jsonBody(z.object({ text: textSchema })),
  responses: { 201: jsonAnswer(ownSchema, 'Own rules'), ...PROBLEMS },
})
const trialRoute = createRoute({
  method: 'post',
  path: '/rules/own/trials',
  summary: 'What own entries would find in a sample; nothing is kept',
  request: jsonBody(z.object({ text: textSchema, id: z.string().nullish(), sample: contentFactsSchema })),
  responses: { 200: jsonAnswer(lintItemSchema, 'Findings of these entries alone'), ...PROBLEMS },
})
const changeRoute = createRoute({
  method: 'put',
  path: '/rules/own/{id}',
  summary: 'Replace an own entry or word list that still stands at the revision that was read; a draft comes into use',
  request: { params: ruleIdParam, ...jsonBody(z.object({ revision: z.int32().min(1), text: textSchema })) },
  responses: { 200: jsonAnswer(ownSchema, 'Own rules'), ...PROBLEMS },
})
const removeRoute = createRoute({
  method: 'delete',
  path: '/rules/own/{id}',
  summary: 'Take an own entry or word list out; its versions stay on record',
  request: { params: ruleIdParam },
  responses: { 200: jsonAnswer(ownSchema, 'Own rules'), ...PROBLEMS },
})
const suspendRoute = createRoute({
  method: 'post',
  path: '/rules/{id}/suspensions',
  summary: 'Stop using a rule in this workspace, with a reason; who did it is kept',
  request: { params: ruleIdParam, ...jsonBody(z.object({ reason: z.string().trim().min(1).max(2000) })) },
  responses: { 201: jsonAnswer(ownSchema, 'Own rules'), ...PROBLEMS },
})
const resumeRoute = createRoute({
  method: 'delete',
  path: '/rules/{id}/suspensions',
  summary: 'Use a suspended rule again',
  request: { params: ruleIdParam },
  responses: { 200: jsonAnswer(ownSchema, 'Own rules'), ...PROBLEMS },
})

async function presentOwn(ctx: Context, { rulebook: shipped }: Server): Promise<z.infer<typeof ownSchema>> {
  const { rulebook, misfits } = await loadWorkspaceRulebook(ctx, shipped)
  const items = (await listOwnRules(ctx)).map(({ part, ...rest }) => {
    const misfit = misfits.find(({ entry }) => entry === part.id)
    const name = typeof misfit?.['name'] === 'string' ? misfit['name'] : null
    return { ...rest, kind: part.kind, text: writePart(part), misfit: misfit === undefined ? null : { code: misfit.code, name } }
  })
  return { items, suspensions: await listSuspensions(ctx), version: rulebook.version }
}

/** `/rules/own` and the suspensions of rules. Stands before `/rules/{id}`, which would take "own" for an id. */
export const ownRuleRoutes = makeRouter()
  .openapi(listRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await presentOwn(ctx, c.get('server')), 200)))
  .openapi(addRoute, (c) =>
    act(c, 'rules.write', async (ctx) => {
      await addOwnRules(ctx, { text: c.req.valid('json').text, shipped: await groundOf(ctx, c.get('server').rulebook) })
      return c.json(await presentOwn(ctx, c.get('server')), 201)
    }),
  )
  .openapi(trialRoute, (c) =>
    act(c, 'rules.write', async (ctx) => {
      const { text, id = null, sample } = c.req.valid('json')
      return c.json(await tryOwnRules(ctx, { text, id, sample, shipped: await groundOf(ctx, c.get('server').rulebook) }), 200)
    }),
  )
  .openapi(changeRoute, (c) =>
    act(c, 'rules.write', async (ctx) => {
      const { id } = c.req.valid('param')
      await changeOwnRule(ctx, { id, ...c.req.valid('json'), shipped: await groundOf(ctx, c.get('server').rulebook) })
      return c.json(await presentOwn(ctx, c.get('server')), 200)
    }),
  )
  .openapi(removeRoute, (c) =>
    act(c, 'rules.write', async (ctx) => {
      await removeOwnRule(ctx, { id: c.req.valid('param').id, shipped: await groundOf(ctx, c.get('server').rulebook) })
      return c.json(await presentOwn(ctx, c.get('server')), 200)
    }),
  )
  .openapi(suspendRoute, (c) =>
    act(c, 'rules.suspend', async (ctx) => {
      const { reason } = c.req.valid('json')
      await suspendRule(ctx, { ruleId: c.req.valid('param').id, reason, shipped: await groundOf(ctx, c.get('server').rulebook) })
      return c.json(await presentOwn(ctx, c.get('server')), 201)
    }),
  )
  .openapi(resumeRoute, (c) =>
    act(c, 'rules.suspend', async (ctx) => {
      await resumeRule(ctx, c.req.valid('param').id)
      return c.json(await presentOwn(ctx, c.get('server')), 200)
    }),
  )
