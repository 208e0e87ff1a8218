import { sql } from 'kysely'
import type { Context } from './context.ts'
import { recordEvent, type Happening } from './record-event.ts'
import { RequestError } from './request-error.ts'

/** A table of assumptions that a workspace may set: revision 0 is the shipped one, and every change is kept as the next. */
export interface Revised<T> {
  readonly revision: number
  readonly table: T
}

/** Where the revisions of one such table are kept. */
export interface RevisedStore<T> {
  /** The newest the workspace set, else the shipped one. */
  readonly load: (ctx: Context) => Promise<Revised<T>>
  /** False when that revision is taken. */
  readonly insert: (ctx: Context, next: Revised<T>) => Promise<boolean>
}

/** One change of such a table: who set it and when (UTC); the name is null for a member who has left. */
export interface KeptRevision<T> extends Revised<T> {
  readonly setBy: string | null
  readonly setAt: string
}

/** A store that can also tell every change, newest first. */
export interface TellingStore<T> extends RevisedStore<T> {
  readonly history: (ctx: Context) => Promise<KeptRevision<T>[]>
}

interface OneColumn<T> {
  readonly name: 'erasure_clocks' | 'fee_tables' | 'fit_tables' | 'freedom_tables'
  readonly column: 'erasure_clock' | 'fee_table' | 'fit_table' | 'freedom_table'
  readonly shipped: T
  readonly parse: (kept: unknown) => T
}

/** A store that keeps each revision whole in one column. */
export function storeInOneColumn<T>({ name, column, shipped, parse }: OneColumn<T>): TellingStore<T> {
  return {
    load: async (ctx) => {
      const { rows } = await sql<{ revision: number; kept: unknown }>`
        SELECT revision, ${sql.ref(column)} AS kept FROM ${sql.table(name)}
        WHERE workspace_id = ${ctx.workspaceId} ORDER BY revision DESC LIMIT 1`.execute(ctx.tx)
      const [newest] = rows
      return newest === undefined ? { revision: 0, table: shipped } : { revision: newest.revision, table: parse(newest.kept) }
    },
    history: async (ctx) => {
      const { rows } = await sql<{ revision: number; kept: unknown; setBy: string | null; setAt: string }>`
        SELECT revision, ${sql.ref(column)} AS kept, members.name AS "setBy", set_at AS "setAt"
        FROM ${sql.table(name)} AS kept_tables
        LEFT JOIN members ON members.workspace_id = kept_tables.workspace_id AND members.user_id = kept_tables.set_by
        WHERE kept_tables.workspace_id = ${ctx.workspaceId} ORDER BY revision DESC`.execute(ctx.tx)
      return rows.map(({ kept, ...row }) => ({ ...row, table: parse(kept) }))
    },
    insert: async (ctx, { revision, table }) => {
      const { numAffectedRows } = await sql`
        INSERT INTO ${sql.table(name)} (workspace_id, revision, ${sql.ref(column)}, set_by, set_at)
        VALUES (${ctx.workspaceId}, ${revision}, ${JSON.stringify(table)}, ${ctx.actor.id}, ${ctx.now})
        ON CONFLICT (workspace_id, revision) DO NOTHING`.execute(ctx.tx)
      return numAffectedRows === 1n
    },
  }
}

interface Change<T> extends Revised<T> {
  readonly event: Happening['name']
  readonly fields: readonly string[]
}

/** Replaces a table that still stands at `revision`; earlier ones are kept. Refuses `state.lost_race`. */
export async function reviseTable<T>(ctx: Context, store: RevisedStore<T>, change: Change<T>): Promise<Revised<T>> {
  const { revision, table, event, fields } = change
  const before = await store.load(ctx)
  const isNext = before.revision === revision && (await store.insert(ctx, { revision: revision + 1, table }))
  if (!isNext) throw new RequestError('state.lost_race', { current: (await store.load(ctx)).revision })
  await recordEvent(ctx, { name: event, subject: { kind: 'workspace', id: ctx.workspaceId }, fields })
  return store.load(ctx)
}
