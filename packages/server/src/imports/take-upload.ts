import { z } from '@hono/zod-openapi'
import { importReportSchema, writeNote } from '@kolibra/core/imports'
import type { Context } from '../platform/context.ts'
import { actAsOwner, look, type HttpContext } from '../platform/http.ts'
import { RequestError } from '../platform/request-error.ts'
import { commitImport, type Receivers } from './commit-import.ts'
import { findImport, keepRawFile } from './import-store.ts'
import { askWhenRead, readRecords, type AskedWhenRead, type Upload } from './read-records.ts'
import type { ReadWatch } from './read-watch.ts'
import { countErased } from './suppression-store.ts'

/** What an import is answered with. `importId` is null when nothing was kept. */
export const answerSchema = z
  .object({ importId: z.uuid().nullable(), committed: z.boolean(), report: importReportSchema })
  .openapi('ImportAnswer')
type ImportAnswer = z.infer<typeof answerSchema>

/** Takes a file in, or only looks at it (`dryRun`). The same bytes again change nothing and get the earlier report. */
export async function takeUpload(
  c: HttpContext,
  receivers: Receivers,
  { dryRun, contentHash, ...sent }: Omit<Upload, AskedWhenRead> & { dryRun: boolean; contentHash: string },
) {
  if (!dryRun) return keepRecords(c, receivers, { upload: sent, contentHash })
  const earlier = await findEarlier(c, contentHash)
  if (earlier !== null) return c.json(earlier, 200)
  const asked = await look(c, 'imports.write', askWhenRead)
  const { report } = await readRecords({ ...sent, ...asked }, contentHash)
  return c.json({ importId: null, committed: false, report } satisfies ImportAnswer, 200)
}

// Of the whole work, how much reading is.
const READING_SHARE = 0.5

/**
 * Reads a file and keeps it, in one transaction, in which `atLast` runs last. The same bytes again change nothing and get the
 * earlier report. `watch` ends the work up to its last step, and then nothing is kept.
 */
export async function keepRecords(c: HttpContext, receivers: Receivers, { upload, contentHash, watch = {}, atLast = nothing }: KeptFile) {
  const answerEarlier = async () => {
    const earlier = await findEarlier(c, contentHash)
    if (earlier === null) return null
    return actAsOwner(c, 'imports.write', async (ctx) => {
      await atLast(ctx)
      return c.json(earlier, 200)
    })
  }
  const earlier = await answerEarlier()
  if (earlier !== null) return earlier
  const readAndKeep = () => readThenKeep(c, receivers, { upload, contentHash, watch, atLast })
  try {
    return await readAndKeep()
  } catch (error) {
    if (!isLostRace(error)) throw error
    // Either the same bytes came in while these were read, or somebody was erased meanwhile: then they are read once more without them.
    return (await answerEarlier()) ?? (await readAndKeep())
  }
}

async function readThenKeep(c: HttpContext, receivers: Receivers, { upload, contentHash, watch, atLast }: Required<KeptFile>) {
  const part = (from: number, width: number): ReadWatch => ({ ...watch, onShare: (share) => watch.onShare?.(from + share * width) })
  // Counted first: whoever is erased between the two is one more, and never one that the test knows and the count does not.
  const erasedBefore = await look(c, 'imports.write', countErased)
  const asked = await look(c, 'imports.write', askWhenRead)
  const { bytes, saidObservedOn, mapping } = upload
  return actAsOwner(c, 'imports.write', async (ctx) => {
    const keptAs = ctx.mintId()
    // The database takes the file in while it is read, which needs none of it. Nothing is held yet that anybody waits for.
    const [records] = await bothEnded(
      readRecords({ ...upload, ...asked }, contentHash, part(0, READING_SHARE)),
      keepRawFile(ctx, { importId: keptAs, bytes }),
    )
    const rest = part(READING_SHARE, 1 - READING_SHARE)
    const draft = { contentHash, bytes, records, saidObservedOn, mapping, erasedBefore, keptAs, watch: rest }
    const importId = await commitImport(ctx, receivers, draft)
    await atLast(ctx)
    watch.signal?.throwIfAborted()
    return c.json({ importId, committed: true, report: records.report } satisfies ImportAnswer, 200)
  })
}

/** What both come to, once neither is at work any more: a transaction must not end under one of them. */
async function bothEnded<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other])
  return [await one, await other]
}

interface KeptFile {
  readonly upload: Omit<Upload, AskedWhenRead>
  readonly contentHash: string
  readonly watch?: ReadWatch
  readonly atLast?: (ctx: Context) => Promise<void>
}

const nothing = async () => undefined

const isLostRace = (error: unknown) => error instanceof RequestError && error.code === 'state.lost_race'

async function findEarlier(c: HttpContext, contentHash: string): Promise<ImportAnswer | null> {
  const known = await look(c, 'imports.write', (ctx) => findImport(ctx, contentHash))
  if (known === null) return null
  const note = writeNote('file.seen_before', { at: known.createdAt })
  return { importId: known.importId, committed: true, report: { ...known.report, notes: [...known.report.notes, note] } }
}
