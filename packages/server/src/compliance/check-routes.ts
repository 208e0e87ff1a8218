import { createRoute, z } from '@hono/zod-openapi'
import { checkStampSchema, contentFactsSchema, lint, lintItemSchema, type Rulebook } from '@kolibra/core/compliance'
import type { Context } from '../platform/context.ts'
import { act, idParam, jsonAnswer, makeRouter, PROBLEMS } from '../platform/http.ts'
import { loadCheck, type KeptCheck } from './check-store.ts'
import { groundsOf, keepChecks } from './keep-checks.ts'
import { MOST_TEXTS, readCheckedTexts } from './read-checked-texts.ts'
import { rulebookOf } from './workspace-rulebook.ts'

const { $schema: _, ...factsJson } = z.toJSONSchema(contentFactsSchema, { io: 'input', unrepresentable: 'any' })
const checkedSchema = lintItemSchema.extend(checkStampSchema.partial().shape)
const batchSchema = z.object({ items: z.array(checkedSchema), rulebook: z.string() })
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'A SHA-256 in lower-case hex')

const checkRoute = createRoute({
  method: 'post',
  path: '/checks',
  summary: `Lint a text, or up to ${MOST_TEXTS} (array or NDJSON), and keep the result bound to the hash of each text`,
  request: {
    query: z.object({ keep: z.enum(['true', 'false']).optional() }),
    body: {
      content: {
        // Read by the handler, which names the place of a fault in a batch and takes lines too.
        'application/json': {
          schema: z
            .unknown()
            .openapi({ description: `One text with its facts, or an array of up to ${MOST_TEXTS}`, examples: [factsJson] }),
        },
        'application/x-ndjson': { schema: z.string().openapi({ description: 'One text with its facts per line' }) },
      },
    },
  },
  responses: {
    200: jsonAnswer(z.union([checkedSchema, batchSchema]), 'The verdict; of several, one per text in their order'),
    ...PROBLEMS,
  },
})
const readRoute = createRoute({
  method: 'get',
  path: '/checks/{id}',
  summary: 'A kept check, and whether it still holds: for the rules that could matter to its text, and for the text whose hash is given',
  request: { params: idParam, query: z.object({ textHash: hash.optional() }) },
  responses: {
    200: jsonAnswer(
      checkedSchema.extend({
        stale: z
          .object({ text: z.boolean().nullable(), rulebook: z.boolean() })
          .describe(
            'text: null when no hash was given to compare. rulebook: whether a rule in force on the day of the text that may reach its platform, category and format came, went or judges otherwise, or a word list did that such a rule looks into; not a new version alone, nor new wording, sources or examples',
          ),
      }),
      'The check',
    ),
    ...PROBLEMS,
  },
})

const present = ({ item, checkId, textHash, checkedAt }: KeptCheck) => ({ ...item, checkId, textHash, checkedAt })

function isOutdated(ctx: Context, { item, grounds }: KeptCheck, rulebook: Rulebook): boolean {
  if (grounds === null) return item.rulebook !== rulebook.version
  return groundsOf(ctx, grounds.reach, rulebook).rulesHash !== grounds.rulesHash
}

/** `/checks`. */
export const checkRoutes = makeRouter()
  .openapi(checkRoute, (c) => {
    const isKept = c.req.valid('query').keep !== 'false'
    return act(c, isKept ? 'checks.write' : 'workspace.read', async (ctx) => {
      const { isBatch, texts } = readCheckedTexts(await c.req.text(), c.req.header('content-type') ?? '')
      const rulebook = await rulebookOf(ctx, c.get('server').rulebook)
      const items = isKept
        ? (await keepChecks(ctx, texts, rulebook)).map(present)
        : texts.map((facts) => lint(facts, rulebook, { at: ctx.today }))
      const [only] = items
      return c.json(isBatch || only === undefined ? { items, rulebook: rulebook.version } : only, 200)
    })
  })
  .openapi(readRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const check = await loadCheck(ctx, c.req.valid('param').id)
      const { textHash } = c.req.valid('query')
      const rulebook = await rulebookOf(ctx, c.get('server').rulebook)
      const stale = { text: textHash === undefined ? null : textHash !== check.textHash, rulebook: isOutdated(ctx, check, rulebook) }
      return c.json({ ...present(check), stale }, 200)
    }),
  )
