import { createRoute, z } from '@hono/zod-openapi'
import { isInForce, ruleEntrySchema, type Rulebook, type RuleEntry } from '@kolibra/core/compliance'
import { daySchema, platformSchema } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import { act, jsonAnswer, makeRouter, PROBLEMS } from '../platform/http.ts'
import { found } from '../platform/request-error.ts'
import { groundOf } from './ground-rulebook.ts'
import { listOwnRules } from './own-rule-store.ts'
import { listSuspensions, suspensionSchema } from './suspension-store.ts'
import { rulebookOf } from './workspace-rulebook.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/rules',
  summary: 'Rules in force on a day, by words, platform',
  request: { query: z.object({ q: z.string().optional(), platform: platformSchema.optional(), at: daySchema.optional() }) },
  responses: {
    200: jsonAnswer(
      z.object({ items: z.array(ruleEntrySchema), total: z.number().int(), version: z.string(), suspensions: z.array(suspensionSchema) }),
      'The rules',
    ),
    ...PROBLEMS,
  },
})
const readRoute = createRoute({
  method: 'get',
  path: '/rules/{id}',
  summary: 'One rule with its source, dates and examples',
  request: { params: z.object({ id: z.string() }) },
  responses: { 200: jsonAnswer(ruleEntrySchema, 'The rule'), ...PROBLEMS },
})

/** Every rule the workspace knows: a suspended one is still listed, with why. */
async function listKnownRules(ctx: Context, shipped: Rulebook): Promise<{ entries: readonly RuleEntry[]; version: string }> {
  const { entries, version } = await rulebookOf(ctx, shipped)
  const ground = await groundOf(ctx, shipped)
  const used = new Set(entries.map(({ id }) => id))
  const suspended = new Set((await listSuspensions(ctx)).map(({ ruleId }) => ruleId))
  const own = (await listOwnRules(ctx)).flatMap(({ part }) => (part.kind === 'words' ? [] : [part]))
  const idle = [...ground.entries, ...own].filter(({ id }) => suspended.has(id) && !used.has(id))
  return { entries: [...entries, ...idle], version }
}

function doesMention({ id, title, requirement, source }: RuleEntry, words: string): boolean {
  const text = [id, title.en, title.zh, requirement.en, requirement.zh, source.title, source.article ?? ''].join('\n').toLowerCase()
  return text.includes(words.toLowerCase())
}

// Whoever opens the rulebook looks for law and platforms: customs and days of mourning come after them, own rules before.
function placeInList({ id }: RuleEntry): number {
  if (id.startsWith('own.')) return 0
  return id.startsWith('culture.') ? 2 : 1
}

function doesApply({ appliesTo }: RuleEntry, platform: string): boolean {
  const platforms: readonly string[] = appliesTo.platforms
  return platforms[0] === '*' || platforms.includes(platform)
}

/** `/rules`. */
export const complianceRoutes = makeRouter()
  .openapi(listRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const { q = '', platform, at = ctx.today } = c.req.valid('query')
      const { entries, version } = await listKnownRules(ctx, c.get('server').rulebook)
      const items = entries
        .filter(
          (entry) => isInForce(entry, at) && (q === '' || doesMention(entry, q)) && (platform === undefined || doesApply(entry, platform)),
        )
        .sort((a, b) => placeInList(a) - placeInList(b))
      return c.json({ items, total: items.length, version, suspensions: await listSuspensions(ctx) }, 200)
    }),
  )
  .openapi(readRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const { id } = c.req.valid('param')
      const { entries } = await listKnownRules(ctx, c.get('server').rulebook)
      return c.json(
        found(
          entries.find((entry) => entry.id === id),
          'rule',
          id,
        ),
        200,
      )
    }),
  )
