import { z } from '@hono/zod-openapi'
import {
  describeColumns,
  fitsHeaders,
  importReportSchema,
  mappedTargetSchema,
  mappingSchema,
  previewRecords,
  recogniseSource,
  sampleFile,
  type DecodedFile,
  type Mapping,
} from '@kolibra/core/imports'
import { localizedSchema } from '@kolibra/core/shared'
import { RequestError } from '../platform/request-error.ts'
import { decode, readRecords, streamUpload, type Upload } from './read-records.ts'
import { takeSteps, type ReadWatch } from './read-watch.ts'

const PREVIEWED_ROWS = 5

// Readings that wait since before this was told have none.
const suggestedInSchema = z.object({ posts: mappedTargetSchema.nullable(), comments: mappedTargetSchema.nullable() })

/** What a file holds: why it cannot be read or what would be taken, its columns with samples, the first rows as understood. */
export const readingSchema = z
  .object({
    report: importReportSchema.nullable(),
    refusal: z.object({ code: z.string(), sentence: localizedSchema }).nullable(),
    columns: z.array(
      z.object({
        header: z.string(),
        samples: z.array(z.string()),
        filled: z.number().int(),
        suggestion: mappedTargetSchema.nullable(),
        suggestedIn: suggestedInSchema.default({ posts: null, comments: null }),
      }),
    ),
    rows: z.array(z.looseObject({ record: z.number().int() })),
    mapping: mappingSchema.nullable(),
  })
  .openapi('ImportReading')
export type Reading = z.infer<typeof readingSchema>

/** Reads a file without keeping anything, under the mapping it came with or, of those `saved`, the one made for such a table. */
export async function lookAtFile(
  upload: Upload,
  { contentHash, saved, watch = {} }: { contentHash: string; saved: readonly Mapping[]; watch?: ReadWatch },
): Promise<Reading> {
  const nothing: Reading = { report: null, refusal: null, columns: [], rows: [], mapping: upload.mapping ?? null }
  try {
    const stream = streamUpload(upload)
    const file = stream?.head ?? (await decode(upload))
    const sample = await takeSteps(sampleFile(file))
    const columns = describeColumns(sample)
    const headers = columns.map(({ header }) => header)
    const mapping = upload.mapping ?? chooseSaved(saved, sample, headers)
    const seen = { ...nothing, columns, mapping: mapping ?? null }
    try {
      const { report } = await readRecords({ ...upload, mapping, ...(stream === null ? { decoded: file } : {}) }, contentHash, watch)
      const options = { source: upload.source, importId: 'none', mapping, isErased: upload.isErased, today: upload.today }
      const rows = await takeSteps(previewRecords(file, options, { count: PREVIEWED_ROWS, units: report.units }))
      return { ...seen, report, rows: rows.map((row) => ({ ...row })) }
    } catch (error) {
      return { ...seen, refusal: refusalOf(error) }
    }
  } catch (error) {
    return { ...nothing, refusal: refusalOf(error) }
  }
}

// A mapping on top of a source fits files of that source only, one of its own only what no source knows.
function chooseSaved(saved: readonly Mapping[], file: DecodedFile, headers: readonly string[]): Mapping | undefined {
  const fitting = saved.filter((mapping) => fitsHeaders(mapping, headers))
  if (fitting.length === 0) return undefined
  const [best] = recogniseSource(file)
  const known = best !== undefined && best.confidence >= SURE ? best.source.id : null
  return fitting.find(({ base }) => base === known)
}

// As sure as an import that chooses the source by itself.
const SURE = 0.6

function refusalOf(error: unknown): NonNullable<Reading['refusal']> {
  if (!(error instanceof RequestError) || error.code !== 'import.refused') throw error
  const { reason, sentence } = error.data
  return { code: String(reason), sentence: localizedSchema.parse(sentence) }
}
