import { listWorkspaces, openWorkspace, OWNER } from '../accounts/index.ts'
import type { Server } from '../platform/http.ts'

const FIRST_WORKSPACE = { name: 'My workspace', isDemo: false }

/**
 * Makes the own workspace at the first start, and the example through `loadExample` when one is wanted. Returns the one
 * to open first. Deleted with one click, the example stays deleted: only the first start loads it. It comes before the
 * own workspace, which ends the first start: one that fails while it loads is followed by a first start again.
 */
export async function prepareWorkspaces(
  { app, clock }: Pick<Server, 'app' | 'clock'>,
  loadExample: (() => Promise<string>) | null,
): Promise<string> {
  const known = await listWorkspaces(app, OWNER.id)
  const isFirstStart = known.length === 0
  const example = isFirstStart && loadExample !== null ? await loadExample() : known.find(({ demo }) => demo)?.id
  const own = known.find(({ demo }) => !demo)?.id ?? (await openWorkspace(app, { ...FIRST_WORKSPACE, clock }))
  return example ?? own
}
