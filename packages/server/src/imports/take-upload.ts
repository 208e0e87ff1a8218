import type { ImportReport } from '@kolibra/core/imports'
import { actAsOwner, look, type HttpContext } from '../platform/http.ts'
import { RequestError } from '../platform/request-error.ts'
import { sha256InPieces } from '../platform/secrets.ts'
import { commitImport, type Receivers } from './commit-import.ts'
import { findImport } from './import-store.ts'
import { loadErasedTest } from './suppression-store.ts'
import { readRecords, type Upload } from './read-records.ts'

/** What an upload is answered with. `importId` is null when nothing was kept. */
export interface ImportAnswer {
  readonly importId: string | null
  readonly committed: boolean
  readonly report: ImportReport
}

/** Takes a file in, or only looks at it (`dryRun`). The same bytes again change nothing and get the earlier report. */
export async function takeUpload(
  c: HttpContext,
  receivers: Receivers,
  { dryRun, ...sent }: Omit<Upload, 'isErased'> & { dryRun: boolean },
) {
  const upload = { ...sent, isErased: await look(c, 'imports.write', loadErasedTest) }
  const contentHash = await sha256InPieces(upload.bytes)
  const earlier = await findEarlier(c, contentHash)
  if (earlier !== null) return c.json(earlier, 200)
  // Reading may take seconds: it holds no transaction open.
  const records = await readRecords(upload, contentHash)
  if (dryRun) return c.json({ importId: null, committed: false, report: records.report } satisfies ImportAnswer, 200)
  try {
    return await actAsOwner(c, 'imports.write', async (ctx) => {
      const importId = await commitImport(ctx, receivers, {
        contentHash,
        bytes: upload.bytes,
        records,
        saidObservedOn: upload.saidObservedOn,
        mapping: upload.mapping,
      })
      return c.json({ importId, committed: true, report: records.report } satisfies ImportAnswer, 200)
    })
  } catch (error) {
    // The same bytes came in while these were read: whoever was second gets the report of the first.
    const first = isLostRace(error) ? await findEarlier(c, contentHash) : null
    if (first === null) throw error
    return c.json(first, 200)
  }
}

const isLostRace = (error: unknown) => error instanceof RequestError && error.code === 'state.lost_race'

async function findEarlier(c: HttpContext, contentHash: string): Promise<ImportAnswer | null> {
  const known = await look(c, 'imports.write', (ctx) => findImport(ctx, contentHash))
  if (known === null) return null
  const note = `The same file was imported before, at ${known.createdAt}; nothing was changed.`
  return { importId: known.importId, committed: true, report: { ...known.report, notes: [...known.report.notes, note] } }
}
