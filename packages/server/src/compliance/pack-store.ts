import { compareVersions } from '@kolibra/core/compliance'
import type { Context } from '../platform/context.ts'

/** A pack that was taken in: who published and signed it, who brought it and when; `sha256` is of its whole text. */
export interface KeptPack {
  readonly version: string
  readonly publisher: string
  readonly signer: string
  readonly publicKey: string
  readonly sha256: string
  readonly addedBy: string | null
  readonly addedAt: string
}

/** Every pack of the workspace, newest version first. */
export async function listKeptPacks(ctx: Context): Promise<KeptPack[]> {
  const rows = await ctx.tx
    .selectFrom('rulebook_packs')
    .leftJoin('members', (join) =>
      join.onRef('members.workspace_id', '=', 'rulebook_packs.workspace_id').onRef('members.user_id', '=', 'rulebook_packs.added_by'),
    )
    .select(['version', 'publisher', 'signer', 'public_key', 'sha256', 'members.name as added_by', 'added_at'])
    .where('rulebook_packs.workspace_id', '=', ctx.workspaceId)
    .execute()
  return rows
    .map(({ public_key, added_by, added_at, ...row }) => ({ ...row, publicKey: public_key, addedBy: added_by, addedAt: added_at }))
    .toSorted((a, b) => compareVersions(b.version, a.version))
}

/** Versions and hashes of the packs of the workspace, in no order. */
export async function listPackVersions(ctx: Context): Promise<{ version: string; sha256: string }[]> {
  return ctx.tx.selectFrom('rulebook_packs').select(['version', 'sha256']).where('workspace_id', '=', ctx.workspaceId).execute()
}

/** The text of a pack that is kept. */
export async function readPackText(ctx: Context, version: string): Promise<string> {
  const { pack } = await ctx.tx
    .selectFrom('rulebook_packs')
    .select('pack')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return pack
}

/** Keeps a judged pack; false when somebody brought this version at the same time. */
export async function insertPack(ctx: Context, pack: Omit<KeptPack, 'addedBy' | 'addedAt'> & { text: string }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('rulebook_packs')
    .values({
      workspace_id: ctx.workspaceId,
      version: pack.version,
      publisher: pack.publisher,
      signer: pack.signer,
      public_key: pack.publicKey,
      sha256: pack.sha256,
      pack: pack.text,
      added_by: ctx.actor.id,
      added_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
