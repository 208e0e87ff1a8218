import { gzipSync } from 'node:zlib'
import { createRoute, z } from '@hono/zod-openapi'
import { rulebookPartSchema, type Rulebook } from '@kolibra/core/compliance'
import { LANGUAGES, type Language } from '@kolibra/core/shared'
import { act, jsonAnswer, makeRouter, PROBLEMS } from '../platform/http.ts'
import { sha256 } from '../platform/secrets.ts'
import { answerFile, type StaticFile } from '../platform/static-files.ts'
import { slimRulebook } from './slim-rulebook.ts'
import { rulebookOf } from './workspace-rulebook.ts'

const rulebookRoute = createRoute({
  method: 'get',
  path: '/rulebook',
  summary: 'The rulebook of the workspace, to lint with in a browser: 304 while the ETag holds; with a language, worded in that one only',
  request: { query: z.object({ lang: z.enum(LANGUAGES).optional() }) },
  responses: {
    200: jsonAnswer(z.object({ version: z.string(), parts: z.array(rulebookPartSchema) }), 'Rules and word lists, without examples'),
    304: { description: 'Unchanged' },
    ...PROBLEMS,
  },
})

// Written and packed once per compiled rulebook and language; every browser of a workspace that reads it gets the same bytes.
const written = new WeakMap<Rulebook, Map<Language | null, StaticFile>>()

function writeRulebook(rulebook: Rulebook, language: Language | null): StaticFile {
  const files = written.get(rulebook) ?? new Map<Language | null, StaticFile>()
  written.set(rulebook, files)
  const known = files.get(language)
  if (known !== undefined) return known
  const bytes = Buffer.from(JSON.stringify({ version: rulebook.version, parts: slimRulebook(rulebook, language) }))
  const etag = `"${sha256(bytes).slice(0, 32)}"`
  const file = { bytes, zipped: gzipSync(bytes, { level: 9 }), contentType: 'application/json', etag, isImmutable: false }
  files.set(language, file)
  return file
}

/** `/rulebook`. */
export const rulebookRoutes = makeRouter().openapi(rulebookRoute, (c) =>
  act(c, 'workspace.read', async (ctx) => {
    const rulebook = await rulebookOf(ctx, c.get('server').rulebook)
    const answer = answerFile(writeRulebook(rulebook, c.req.valid('query').lang ?? null), c.req.raw)
    // Own rules are the workspace's business: no cache between may keep them.
    answer.headers.set('Cache-Control', 'private, no-cache')
    answer.headers.set('Vary', 'Accept-Encoding, Cookie')
    return answer
  }),
)
