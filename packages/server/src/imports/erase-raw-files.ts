import { seekPerson, type PersonTest, type PersonWords } from '@kolibra/core/imports'
import type { Context } from '../platform/context.ts'
import { blankImports } from './blank-store.ts'
import { listRawFileIds, readRawBytes, replaceRawBytes } from './raw-file-store.ts'
import { withoutPerson } from './without-person.ts'

/** A raw file that was rewritten, and how many records left it. */
export interface RewrittenFile {
  readonly importId: string
  readonly records: number
}

/** Who is taken out. */
export interface RawErasure {
  readonly erasureId: string
  readonly words: PersonWords
  /** Imports that are known to speak of them: a file of these that can no longer be read goes whole. */
  readonly importIds: readonly string[]
  /** Ids of their posts: of these, a file that is known to speak of them may be as a whole, and then says so in its name alone. */
  readonly works?: readonly string[]
}

/**
 * Rewrites the sealed files of the workspace without the records about somebody, under a fresh key, and notes the new hash beside the
 * original; names and reports of imports lose their words. All files are looked at: somebody may stand in one that brought nothing of theirs, in a row that was rejected or under a
 * comment. Runs as the owner role.
 */
export async function eraseFromRawFiles(ctx: Context, erasure: RawErasure): Promise<RewrittenFile[]> {
  return rewriteFiles(ctx, erasure, await listRawFileIds(ctx))
}

/** The same for the files of `importIds` alone. */
export async function eraseFromTheseFiles(ctx: Context, erasure: RawErasure): Promise<RewrittenFile[]> {
  return rewriteFiles(ctx, erasure, erasure.importIds)
}

// Up to here a number is as likely a count of followers or plays as an id.
const DOUBTFUL = /^\d{1,8}$/

/** The test for files that are not known to speak of somebody: there a short number, or a name that served as an id, is not enough. */
function seekElsewhere({ ids, names = [] }: PersonWords): PersonTest {
  const doubtfulIds = ids.filter((id) => DOUBTFUL.test(id))
  return seekPerson({ ids: ids.filter((id) => !DOUBTFUL.test(id) && !names.includes(id)), doubtfulIds, names })
}

// As the import takes the id of a work out of a name: some crawlers write it nowhere else in a file of comments.
const LEAST_WORK = 18
const namesWork = (name: string, work: string) => work.length >= LEAST_WORK && name.split(/\D+/).includes(work)

async function rewriteFiles(
  ctx: Context,
  { erasureId, words, importIds, works = [] }: RawErasure,
  all: readonly string[],
): Promise<RewrittenFile[]> {
  const person = seekPerson(words)
  const elsewhere = seekElsewhere(words)
  const rewritten: RewrittenFile[] = []
  for (const importId of all) {
    const raw = await readRawBytes(ctx, importId)
    if (raw === null) continue
    const isKnown = importIds.includes(importId)
    const isOfWork = isKnown && works.some((work) => namesWork(raw.name, work))
    const left = isOfWork ? null : await withoutPerson(raw, isKnown ? person : elsewhere)
    if (left === null && !isKnown) continue
    const { pieces, removed } = left ?? { pieces: [], removed: 0 }
    if (left !== null && removed === 0) continue
    await replaceRawBytes(ctx, { importId, erasureId, pieces, records: removed })
    rewritten.push({ importId, records: removed })
  }
  await blankImports(ctx, words, works)
  return rewritten
}
