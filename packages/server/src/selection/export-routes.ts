import { createRoute, z } from '@hono/zod-openapi'
import { discoveryQuestionSchema, EXPORT_COLUMN_NAMES } from '@kolibra/core/selection'
import { LANGUAGES, shanghaiDay } from '@kolibra/core/shared'
import { stream } from 'hono/streaming'
import { jsonBody, look, makeRouter, PROBLEMS } from '../platform/http.ts'
import { recordEvent } from '../platform/record-event.ts'
import { EXPORT_FORMATS, writeExport } from './write-export.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const exportRoute = createRoute({
  method: 'post',
  path: '/creator-exports',
  summary: 'Everything a search finds, in its order: a csv or xlsx of the columns named, or accounts.jsonl with every passport; streamed',
  request: jsonBody(
    z.strictObject({
      query: discoveryQuestionSchema,
      format: z.enum(EXPORT_FORMATS),
      columns: z
        .array(z.enum(EXPORT_COLUMN_NAMES))
        .min(1)
        .max(EXPORT_COLUMN_NAMES.length)
        .default([...EXPORT_COLUMN_NAMES]),
      language: z.enum(LANGUAGES).default('en'),
    }),
  ),
  responses: {
    200: {
      description: 'The file',
      content: { 'text/csv': { schema: z.string() }, 'application/x-ndjson': { schema: z.string() }, [WORKBOOK]: { schema: z.string() } },
    },
    ...PROBLEMS,
  },
})

const KINDS = { csv: 'text/csv; charset=utf-8', xlsx: WORKBOOK, jsonl: 'application/x-ndjson; charset=utf-8' } as const

/** `/creator-exports`. */
export const exportRoutes = makeRouter().openapi(exportRoute, async (c) => {
  const wanted = c.req.valid('json')
  // Before the first byte: afterwards no refusal can be told any more, and what went out stays recorded even if the rest breaks off.
  await look(c, 'creators.export', (ctx) =>
    recordEvent(ctx, { name: 'creators.exported', subject: { kind: 'workspace', id: ctx.workspaceId }, fields: wanted.columns }),
  )
  const day = shanghaiDay(c.get('server').clock())
  c.header('Content-Type', KINDS[wanted.format])
  c.header(
    'Content-Disposition',
    `attachment; filename="${wanted.format === 'jsonl' ? 'accounts.jsonl' : `creators-${day}.${wanted.format}`}"`,
  )
  return stream(
    c,
    (out) =>
      look(c, 'creators.export', async (ctx) => {
        for await (const part of writeExport(ctx, wanted)) {
          if (out.aborted) return
          await out.write(part)
        }
      }),
    async (error, out) => {
      // A file that breaks off must not look whole.
      c.get('log').error({ err: error }, 'an export broke off')
      out.abort()
    },
  )
})
