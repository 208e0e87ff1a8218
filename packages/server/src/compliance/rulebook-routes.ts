import { gzipSync } from 'node:zlib'
import { createRoute, z } from '@hono/zod-openapi'
import { rulebookPartSchema, type Rulebook } from '@kolibra/core/compliance'
import { act, jsonAnswer, makeRouter, PROBLEMS } from '../platform/http.ts'
import { sha256 } from '../platform/secrets.ts'
import { answerFile, type StaticFile } from '../platform/static-files.ts'
import { slimRulebook } from './slim-rulebook.ts'
import { rulebookOf } from './workspace-rulebook.ts'

const rulebookRoute = createRoute({
  method: 'get',
  path: '/rulebook',
  summary: 'The rulebook of the workspace, to lint with in a browser: 304 while the ETag holds',
  responses: {
    200: jsonAnswer(z.object({ version: z.string(), parts: z.array(rulebookPartSchema) }), 'Rules and word lists, without examples'),
    304: { description: 'Unchanged' },
    ...PROBLEMS,
  },
})

// Written and packed once per compiled rulebook; every browser of a workspace gets the same bytes.
const written = new WeakMap<Rulebook, StaticFile>()

function writeRulebook(rulebook: Rulebook): StaticFile {
  const known = written.get(rulebook)
  if (known !== undefined) return known
  const bytes = Buffer.from(JSON.stringify({ version: rulebook.version, parts: slimRulebook(rulebook) }))
  const etag = `"${sha256(bytes).slice(0, 32)}"`
  const file = { bytes, zipped: gzipSync(bytes, { level: 9 }), contentType: 'application/json', etag, isImmutable: false }
  written.set(rulebook, file)
  return file
}

/** `/rulebook`. */
export const rulebookRoutes = makeRouter().openapi(rulebookRoute, (c) =>
  act(c, 'workspace.read', async (ctx) => {
    const answer = answerFile(writeRulebook(await rulebookOf(ctx, c.get('server').rulebook)), c.req.raw)
    // Own rules are the workspace's business: no cache between may keep them.
    answer.headers.set('Cache-Control', 'private, no-cache')
    answer.headers.set('Vary', 'Accept-Encoding, Cookie')
    return answer
  }),
)
