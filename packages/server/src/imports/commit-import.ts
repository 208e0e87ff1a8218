import type { Account, ImportReport, Post } from '@kolibra/core/imports'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { clearStaging } from '../platform/staging-store.ts'
import { insertImport } from './import-store.ts'

/** What was understood of one file. */
export interface ReadRecords {
  readonly report: ImportReport
  readonly accounts: readonly Account[]
  readonly posts: readonly Post[]
}

/** Whoever owns the records: an import only hands them over. Both run in the import's transaction. */
export interface Receivers {
  readonly moveAccounts: (ctx: Context, batch: { importId: string; source: string; accounts: readonly Account[] }) => Promise<void>
  readonly movePosts: (ctx: Context, batch: { importId: string; posts: readonly Post[] }) => Promise<void>
  /** Called last, with all records in place. */
  readonly finish: (ctx: Context) => Promise<void>
}

/**
 * Keeps an import with everything in it, in the one transaction of `ctx` (of the owner role): a killed server leaves all of it or nothing.
 * The id it returns is acknowledged only after the commit.
 */
export async function commitImport(
  ctx: Context,
  receivers: Receivers,
  input: { contentHash: string; bytes: Uint8Array; records: ReadRecords; saidObservedOn: string | null },
): Promise<string> {
  const { report, accounts, posts } = input.records
  const importId = ctx.mintId()
  const isNew = await insertImport(ctx, { ...input, importId, report })
  if (!isNew) throw new RequestError('state.lost_race')
  await receivers.moveAccounts(ctx, { importId, source: report.source.id, accounts })
  await receivers.movePosts(ctx, { importId, posts })
  await clearStaging(ctx, importId)
  await recordEvent(ctx, { name: 'import.committed', subject: { kind: 'import', id: importId } })
  await receivers.finish(ctx)
  return importId
}
