import { hasEnded, isDue, lockEnd, type ErasureReport } from '@kolibra/core/creators'
import { deleteChecksAbout } from '../compliance/index.ts'
import { eraseFromRawFiles, suppressAccounts, waitForImports, withdrawUploads } from '../imports/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJobAt, momentAfter } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError } from '../platform/request-error.ts'
import * as store from './erasure-store.ts'
import { findLoan } from './loan-store.ts'
import { blankListNames, blankSearches } from './mention-store.ts'
import { findPersonId, listAccountIds, lockPersons } from './person-store.ts'
import { readKnownBy } from './known-by-store.ts'

/**
 * Erases the person behind an account: every account, post, entry and raw record. Contracts, drafts and labels that the law keeps stay
 * locked until its clock ends, under an account that names nobody. Runs as the owner role. Refuses `state.lost_race`.
 */
export async function erasePerson(ctx: Context, creatorId: string, seenPersonId: string): Promise<ErasureReport> {
  await waitForImports(ctx)
  await lockPersons(ctx, [seenPersonId])
  const personId = found((await findPersonId(ctx, creatorId)) ?? undefined, 'creator', creatorId)
  if (personId !== seenPersonId) throw new RequestError('state.lost_race')
  return eraseAccounts(ctx, creatorId, await listAccountIds(ctx, personId))
}

async function eraseAccounts(ctx: Context, creatorId: string, ids: readonly string[]): Promise<ErasureReport> {
  const erasureId = ctx.mintId()
  const { words, works, suppressed } = await readKnownBy(ctx, ids)
  const files = await eraseFromRawFiles(ctx, { erasureId, importIds: await store.listImportsAbout(ctx, ids), words, works })
  const uploads = await withdrawUploads(ctx, words)
  await store.deleteTalk(ctx, ids)
  const posts = await store.deletePosts(ctx, ids)
  await store.deleteAnswersAbout(ctx, [...ids, ...words.ids, ...words.names])
  await deleteChecksAbout(ctx, { whole: [...words.ids, ...words.names], parts: partsOf(words) })
  await blankSearches(ctx, words)
  await blankListNames(ctx, words)
  await suppressAccounts(ctx, suppressed)
  const ends: string[] = []
  for (const id of ids) {
    const until = await eraseAccount(ctx, id)
    if (until !== null) ends.push(until)
  }
  await recordEvent(ctx, { name: 'person.erased', subject: { kind: 'creator', id: creatorId } })
  return { erasureId, accounts: ids.length, posts, files, uploads, lockedUntil: ends.sort().at(-1) ?? null }
}

// Shorter words are parts of others.
const partsOf = ({ ids, names }: { ids: readonly string[]; names: readonly string[] }) => [
  ...ids.filter(({ length }) => length >= 6),
  ...names.filter(({ length }) => length >= 2),
]

async function eraseAccount(ctx: Context, creatorId: string): Promise<string | null> {
  await store.deleteUnagreed(ctx, creatorId)
  const until = lockEnd(await store.listCooperations(ctx, creatorId), ctx.today)
  if (until === null) {
    await store.deleteAccount(ctx, creatorId)
    return null
  }
  await store.blankAccount(ctx, creatorId, until)
  await enqueueJobAt(ctx, { task: 'persons.end_clock', subjectId: creatorId, at: momentAfter(until) })
  return until
}

/**
 * What a clock's end asks for: a lock that has ended lets the rest go, a loan that has ended erases the accounts it was entered for. A
 * person put together from accounts with different loans is erased account by account, each when its own loan ends; those without one
 * stay. Safe to repeat.
 */
export async function endClock(ctx: Context, creatorId: string): Promise<void> {
  await waitForImports(ctx)
  const seenId = await findPersonId(ctx, creatorId)
  if (seenId === null) return
  await lockPersons(ctx, [seenId])
  // Moved to another person at this moment: the job comes again.
  if ((await findPersonId(ctx, creatorId)) !== seenId) throw new RequestError('state.lost_race')
  const lock = await store.findLock(ctx, creatorId)
  if (lock !== null) {
    if (!hasEnded(lock.until, ctx.today)) return
    await store.deleteAccount(ctx, creatorId)
    return recordEvent(ctx, { name: 'person.unlocked', subject: { kind: 'creator', id: creatorId } })
  }
  const due: string[] = []
  for (const id of await listAccountIds(ctx, seenId)) if (isDue(await findLoan(ctx, id), ctx.today)) due.push(id)
  if (due.includes(creatorId)) await eraseAccounts(ctx, creatorId, due)
}
