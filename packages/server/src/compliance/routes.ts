import { createRoute, z } from '@hono/zod-openapi'
import { contentFactsSchema, isInForce, lint, lintItemSchema, ruleById, ruleEntrySchema, type RuleEntry } from '@kolibra/core/compliance'
import { daySchema, platformSchema, shanghaiDay } from '@kolibra/core/shared'
import { jsonAnswer, jsonBody, makeRouter, needSession, PROBLEMS, type HttpContext } from '../platform/http.ts'
import { found } from '../platform/request-error.ts'

const checkRoute = createRoute({
  method: 'post',
  path: '/checks',
  summary: 'Lint one piece of content; nothing is kept',
  request: jsonBody(contentFactsSchema),
  responses: { 200: jsonAnswer(lintItemSchema, 'The verdict'), ...PROBLEMS },
})
const listRoute = createRoute({
  method: 'get',
  path: '/rules',
  summary: 'Rules in force on a day, by words, platform',
  request: { query: z.object({ q: z.string().optional(), platform: platformSchema.optional(), at: daySchema.optional() }) },
  responses: {
    200: jsonAnswer(z.object({ items: z.array(ruleEntrySchema), total: z.number().int(), version: z.string() }), 'The rules'),
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

const todayOf = (c: HttpContext) => shanghaiDay(c.get('server').clock())

function doesMention({ id, title, requirement, source }: RuleEntry, words: string): boolean {
  const text = [id, title.en, title.zh, requirement.en, requirement.zh, source.title, source.article ?? ''].join('\n').toLowerCase()
  return text.includes(words.toLowerCase())
}

function doesApply({ appliesTo }: RuleEntry, platform: string): boolean {
  const platforms: readonly string[] = appliesTo.platforms
  return platforms[0] === '*' || platforms.includes(platform)
}

/** `/checks` and `/rules`. */
export const complianceRoutes = makeRouter()
  .openapi(checkRoute, (c) => {
    needSession(c)
    return c.json(lint(c.req.valid('json'), c.get('server').rulebook, { at: todayOf(c) }), 200)
  })
  .openapi(listRoute, (c) => {
    needSession(c)
    const { q = '', platform, at = todayOf(c) } = c.req.valid('query')
    const { entries, version } = c.get('server').rulebook
    const items = entries.filter(
      (entry) => isInForce(entry, at) && (q === '' || doesMention(entry, q)) && (platform === undefined || doesApply(entry, platform)),
    )
    return c.json({ items, total: items.length, version }, 200)
  })
  .openapi(readRoute, (c) => {
    needSession(c)
    const { id } = c.req.valid('param')
    return c.json(found(ruleById(c.get('server').rulebook, id), 'rule', id), 200)
  })
