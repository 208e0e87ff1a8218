import { joinRules, type OwnRules, type Rulebook } from '@kolibra/core/compliance'
import type { Refusal } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import { listOwnRules } from './own-rule-store.ts'
import { readRevision } from './revision-store.ts'
import { listSuspensions } from './suspension-store.ts'

/** What a workspace judges by, and which of its own parts no longer fit the shipped rulebook they were written for. */
export interface WorkspaceRulebook {
  readonly rulebook: Rulebook
  readonly misfits: readonly Refusal[]
}

// Compiling takes far longer than a request may; a few workspaces work at the same time.
const KEPT = 16
const kept = new WeakMap<Rulebook, Map<string, WorkspaceRulebook>>()

/** The rulebook of the workspace: the shipped one with its own parts and without what it suspended. Compiled once per revision. */
export async function loadWorkspaceRulebook(ctx: Context, shipped: Rulebook): Promise<WorkspaceRulebook> {
  const { revision, id } = await readRevision(ctx)
  if (id === null) return { rulebook: shipped, misfits: [] }
  const shelf = kept.get(shipped) ?? new Map<string, WorkspaceRulebook>()
  kept.set(shipped, shelf)
  const key = `${ctx.workspaceId} ${id}`
  const known = shelf.get(key)
  if (known !== undefined) return known
  const built = joinFitting(shipped, await readOwnRules(ctx, shipped), `${shipped.version}+${revision}`)
  const [oldest] = shelf.keys()
  if (shelf.size >= KEPT && oldest !== undefined) shelf.delete(oldest)
  shelf.set(key, built)
  return built
}

/** The rulebook alone, for whoever only judges by it. */
export async function rulebookOf(ctx: Context, shipped: Rulebook): Promise<Rulebook> {
  return (await loadWorkspaceRulebook(ctx, shipped)).rulebook
}

async function readOwnRules(ctx: Context, shipped: Rulebook): Promise<OwnRules> {
  const own = (await listOwnRules(ctx)).filter(({ isDraft }) => !isDraft)
  const known = new Set([...shipped.entries, ...own].map(({ id }) => id))
  const disabled = (await listSuspensions(ctx)).filter(({ ruleId }) => known.has(ruleId))
  return {
    parts: own.map(({ part }) => part),
    // A member who left is still a person who decided; only the name is gone.
    disabled: disabled.map(({ ruleId, reason, by }) => ({ id: ruleId, reason, by: by ?? '—' })),
  }
}

// A new release may take away what an own rule stands on: that rule is set aside and shown, and the rest goes on judging.
function joinFitting(shipped: Rulebook, own: OwnRules, version: string): WorkspaceRulebook {
  const misfits: Refusal[] = []
  let parts = own.parts
  for (;;) {
    const joined = joinRules(shipped, { ...own, parts }, { version })
    if (joined.ok) return { rulebook: joined.value, misfits }
    const bad = new Set(joined.refusals.map(({ entry }) => entry))
    const fitting = parts.filter(({ id }) => !bad.has(id))
    if (fitting.length === parts.length) throw new Error(`the rulebook of ${version} does not join: ${JSON.stringify(joined.refusals[0])}`)
    misfits.push(...joined.refusals)
    parts = fitting
  }
}
