import {
  discover,
  putDiscoveryRows,
  removeDiscoveryRow,
  sizeOfDiscoveryIndex,
  startDiscoveryIndex,
  type DiscoveryAnswer,
  type DiscoveryIndex,
  type DiscoveryQuery,
} from '@kolibra/core/selection'
import type { Context } from '../platform/context.ts'
import { countRows, forgetChanges, readAllRows, readChanges, readHorizon, readRows, searchRows } from './discovery-store.ts'
import { findJoined } from './joined-store.ts'

const IDLE_MS = 30 * 60_000
/** An index that lies further behind is loaded anew. */
const MOST_CHANGES = 20_000
/** Changes older than this are dropped: no index lives on that long without being asked. */
const CHANGES_KEPT_MS = 24 * 3_600_000

/** The search indexes of this process: one per workspace, loaded when first asked for, dropped when idle. */
export interface DiscoveryShelf {
  /** Answers from the index as of this transaction; from plain SQL, without counts per field, while there is none. */
  readonly search: (ctx: Context, query: DiscoveryQuery) => Promise<DiscoveryAnswer & { readonly from: 'index' | 'database' }>
  /** Loads the index of a workspace unless it is being loaded; resolves when that has ended. */
  readonly load: (workspaceId: string) => Promise<void>
  readonly drop: (workspaceId: string) => void
  /** Size of every index, in Prometheus' text format. */
  readonly presentMetrics: () => string
}

interface Held {
  readonly index: DiscoveryIndex
  horizon: string
  readonly seen: Set<string>
  /** One reading of changes at a time: a late reader would put an older row over a newer one. */
  turn: Promise<unknown>
  readonly idle: NodeJS.Timeout
}

/** `runApart` runs work in a transaction of a workspace, outside the request that asked. */
export function makeDiscoveryShelf(parts: {
  runApart: (workspaceId: string, work: (ctx: Context) => Promise<void>) => Promise<void>
  onFailure: (error: unknown) => void
}): DiscoveryShelf {
  const shelf = new Map<string, Held>()
  const loading = new Map<string, Promise<void>>()

  const drop = (workspaceId: string) => {
    clearTimeout(shelf.get(workspaceId)?.idle)
    shelf.delete(workspaceId)
  }
  const fill = async (ctx: Context) => {
    const { index, horizon } = await loadIndex(ctx)
    drop(ctx.workspaceId)
    const idle = setTimeout(() => drop(ctx.workspaceId), IDLE_MS).unref()
    shelf.set(ctx.workspaceId, { index, horizon, seen: new Set(), turn: Promise.resolve(), idle })
  }
  const load = (workspaceId: string) => {
    const running = loading.get(workspaceId)
    if (running !== undefined) return running
    const started = parts
      .runApart(workspaceId, fill)
      .catch(parts.onFailure)
      .finally(() => loading.delete(workspaceId))
    loading.set(workspaceId, started)
    return started
  }
  return {
    load,
    drop,
    search: async (ctx, query) => {
      const joined = (await findJoined(ctx, query.joined)) ?? undefined
      const held = shelf.get(ctx.workspaceId)
      if (held !== undefined && (await catchUp(ctx, held))) return { ...discover(held.index, query, joined), from: 'index' }
      drop(ctx.workspaceId)
      void load(ctx.workspaceId)
      return { ...(await searchRows(ctx, query, joined)), facets: [], from: 'database' }
    },
    presentMetrics: () => presentSizes(shelf),
  }
}

async function loadIndex(ctx: Context): Promise<Pick<Held, 'index' | 'horizon'>> {
  await forgetChanges(ctx, new Date(Date.parse(ctx.now) - CHANGES_KEPT_MS).toISOString())
  // The place is read before the rows: what changes meanwhile is read twice rather than not at all.
  const horizon = await readHorizon(ctx)
  const index = startDiscoveryIndex(await countRows(ctx))
  for await (const batch of readAllRows(ctx)) putDiscoveryRows(index, batch)
  return { index, horizon }
}

/** Brings the index up to what this transaction sees; false when it lies too far behind. */
async function catchUp(ctx: Context, held: Held): Promise<boolean> {
  held.idle.refresh()
  const mine = held.turn.then(() => followChanges(ctx, held))
  held.turn = mine.catch(() => undefined)
  return mine
}

async function followChanges(ctx: Context, held: Held): Promise<boolean> {
  const { horizon, changed } = await readChanges(ctx, held.horizon, [...held.seen])
  if (changed.length > MOST_CHANGES) return false
  const ids = [...new Set(changed.map(({ id }) => id))]
  if (ids.length > 0) await readAnew(ctx, held.index, ids)
  for (const { xact } of changed) held.seen.add(xact)
  for (const xact of held.seen) if (BigInt(xact) < BigInt(horizon)) held.seen.delete(xact)
  held.horizon = horizon
  return true
}

async function readAnew(ctx: Context, index: DiscoveryIndex, ids: readonly string[]): Promise<void> {
  const batch = await readRows(ctx, ids)
  const known = new Set(batch.ids)
  for (const id of ids) if (!known.has(id)) removeDiscoveryRow(index, id)
  putDiscoveryRows(index, batch)
}

function presentSizes(shelf: ReadonlyMap<string, Held>): string {
  const series = (name: string, help: string, sizeOf: (index: DiscoveryIndex) => number) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...[...shelf].map(([workspaceId, { index }]) => `${name}{workspace="${workspaceId}"} ${sizeOf(index)}`),
  ]
  const lines = [
    ...series('kolibra_discovery_index_bytes', 'Memory of the search index of a workspace.', sizeOfDiscoveryIndex),
    ...series('kolibra_discovery_index_accounts', 'Accounts in the search index of a workspace.', ({ ids }) => ids.size),
  ]
  return `${lines.join('\n')}\n`
}
