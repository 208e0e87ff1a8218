import { createRoute, z } from '@hono/zod-openapi'
import { DOCUMENT_LANGUAGES } from '@kolibra/core/briefs'
import { readBriefFile } from '@kolibra/files/brief-file'
import { writeBriefDocx } from '@kolibra/files/docx'
import { loadCampaign } from '../campaigns/index.ts'
import { answerFile } from '../platform/answer-file.ts'
import { act, idParam, jsonAnswer, makeRouter, PROBLEMS } from '../platform/http.ts'
import { readForm, sentFileSchema } from '../platform/read-form.ts'
import { settle } from '../platform/request-error.ts'
import { loadBrief } from './brief-store.ts'

const LARGEST_BRIEF_BYTES = 20 * 1024 * 1024
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const readSchema = z
  .object({
    brief: z.record(z.string(), z.unknown()),
    notPlaced: z.array(z.object({ heading: z.string().nullable(), line: z.string() })),
    isWhole: z.boolean().describe('Our own document came back: a list without rows was struck'),
  })
  .openapi('ReadBrief')
const readRoute = createRoute({
  method: 'post',
  path: '/brief-readings',
  summary: 'Read a brief from a .docx, .xlsx, .md or .txt file: the fields it fills, and every line that found no place. Nothing is kept',
  request: { body: { content: { 'multipart/form-data': { schema: z.object({ file: sentFileSchema }) } }, required: true } },
  responses: { 200: jsonAnswer(readSchema, 'What it says'), ...PROBLEMS },
})
const docxRoute = createRoute({
  method: 'get',
  path: '/briefs/{id}/docx',
  summary: 'A version of the brief as a Word document, in both languages or in one; it can be read back',
  request: { params: idParam, query: z.object({ language: z.enum(DOCUMENT_LANGUAGES).default('both') }) },
  responses: {
    200: { description: 'The document', content: { [DOCX]: { schema: z.string().openapi({ format: 'binary' }) } } },
    ...PROBLEMS,
  },
})

const router = makeRouter()
router.use('/brief-readings', ...readForm({ permission: 'briefs.write', largestBytes: LARGEST_BRIEF_BYTES }))

/** `/brief-readings` and `/briefs/{id}/docx`: the brief as a file. */
export const briefDocumentRoutes = router
  .openapi(readRoute, async (c) => {
    const { file } = c.req.valid('form')
    const read = settle(await readBriefFile(file.content, { name: file.name }))
    return c.json({ ...read, notPlaced: [...read.notPlaced] }, 200)
  })
  .openapi(docxRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const { campaignId, version, brief } = await loadBrief(ctx, c.req.valid('param').id)
      const { campaign } = await loadCampaign(ctx, campaignId)
      const title = `${campaign.name} · Brief v${version}`
      const bytes = writeBriefDocx(brief, { title, language: c.req.valid('query').language })
      return answerFile(c, { fileName: `${title}.docx`, contentType: DOCX, bytes })
    }),
  )
