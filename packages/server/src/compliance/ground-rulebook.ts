import { compareVersions, type RuleEntry, type Rulebook } from '@kolibra/core/compliance'
import { reopenPack } from '@kolibra/files/rulebook'
import type { Context } from '../platform/context.ts'
import { listPackVersions, readPackText } from './pack-store.ts'

// A compiled rulebook is large, and workspaces mostly take the same pack.
const KEPT = 4
const kept = new Map<string, Rulebook>()

/** What a workspace puts its own rules over: the newest pack it took in and did not set aside, or the shipped rulebook when that is newer. */
export async function groundOf(ctx: Context, shipped: Rulebook): Promise<Rulebook> {
  const packs = (await listPackVersions(ctx)).filter(({ isAside }) => !isAside)
  const [newest] = packs.toSorted((a, b) => compareVersions(b.version, a.version))
  if (newest === undefined || compareVersions(newest.version, shipped.version) <= 0) return shipped
  // What a later release no longer reads must not stop the work.
  return (await openKept(ctx, newest)) ?? shipped
}

/** The entries of the pack that a verdict of before names; none when it stood on a shipped rulebook. */
export async function listEntriesOfVersion(ctx: Context, rulebook: string): Promise<readonly RuleEntry[]> {
  const [ground] = rulebook.split('+')
  const pack = (await listPackVersions(ctx)).find(({ version }) => version === ground)
  return pack === undefined ? [] : ((await openKept(ctx, pack))?.entries ?? [])
}

async function openKept(ctx: Context, { version, sha256 }: { version: string; sha256: string }): Promise<Rulebook | null> {
  const known = kept.get(sha256)
  if (known !== undefined) return known
  const opened = reopenPack(await readPackText(ctx, version))
  if (!opened.ok) return null
  const [oldest] = kept.keys()
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(sha256, opened.value.rulebook)
  return opened.value.rulebook
}
