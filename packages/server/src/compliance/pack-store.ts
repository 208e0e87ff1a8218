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
  /** Null while it may judge. */
  readonly setAside: { readonly by: string | null; readonly at: string; readonly reason: string } | null
}

/** Every pack of the workspace, newest version first. */
export async function listKeptPacks(ctx: Context): Promise<KeptPack[]> {
  const rows = await ctx.tx
    .selectFrom('rulebook_packs')
    .leftJoin('members as adder', (join) =>
      join.onRef('adder.workspace_id', '=', 'rulebook_packs.workspace_id').onRef('adder.user_id', '=', 'rulebook_packs.added_by'),
    )
    .leftJoin('members as setter', (join) =>
      join.onRef('setter.workspace_id', '=', 'rulebook_packs.workspace_id').onRef('setter.user_id', '=', 'set_aside_by'),
    )
    .select(['version', 'publisher', 'signer', 'public_key', 'sha256', 'added_at', 'set_aside_at', 'set_aside_reason'])
    .select(['adder.name as added_by', 'setter.name as set_aside_by'])
    .where('rulebook_packs.workspace_id', '=', ctx.workspaceId)
    .execute()
  return rows
    .map(({ public_key, added_by, added_at, set_aside_by, set_aside_at, set_aside_reason, ...row }) => ({
      ...row,
      publicKey: public_key,
      addedBy: added_by,
      addedAt: added_at,
      setAside: set_aside_at === null ? null : { by: set_aside_by, at: set_aside_at, reason: set_aside_reason ?? '' },
    }))
    .toSorted((a, b) => compareVersions(b.version, a.version))
}

/** Versions and hashes of the packs of the workspace, in no order. */
export async function listPackVersions(ctx: Context): Promise<{ version: string; sha256: string; isAside: boolean }[]> {
  const rows = await ctx.tx
    .selectFrom('rulebook_packs')
    .select(['version', 'sha256', 'set_aside_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .execute()
  return rows.map(({ set_aside_at, ...row }) => ({ ...row, isAside: set_aside_at !== null }))
}

/** Sets a pack aside; false when it is already. */
export async function setAside(ctx: Context, version: string, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('rulebook_packs')
    .set({ set_aside_by: ctx.actor.id, set_aside_at: ctx.now, set_aside_reason: reason })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('version', '=', version)
    .where('set_aside_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Lets a pack judge again; false when it was not set aside. */
export async function bringBack(ctx: Context, version: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('rulebook_packs')
    .set({ set_aside_by: null, set_aside_at: null, set_aside_reason: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('version', '=', version)
    .where('set_aside_at', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
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
export async function insertPack(
  ctx: Context,
  pack: Omit<KeptPack, 'addedBy' | 'addedAt' | 'setAside'> & { text: string },
): Promise<boolean> {
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
