import { joinRules, newsOfChecks, type OwnRules, type RuleNews, type Rulebook } from '@kolibra/core/compliance'
import type { Refusal } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import { groundOf } from './ground-rulebook.ts'
import { listOwnRules } from './own-rule-store.ts'
import { readRevision } from './revision-store.ts'
import { listEndings, listSourceChecks, readNewestCheck } from './source-check-store.ts'
import { listSuspensions } from './suspension-store.ts'

/** What a workspace judges by, and which of its own parts no longer fit the shipped rulebook they were written for. */
export interface WorkspaceRulebook {
  readonly rulebook: Rulebook
  readonly misfits: readonly Refusal[]
}

// Compiling takes far longer than a request may; a few workspaces work at the same time.
const KEPT = 16
const kept = new WeakMap<Rulebook, Map<string, WorkspaceRulebook>>()

/**
 * The rulebook of the workspace: the shipped one, or a newer pack, with its own parts and without what it suspended. Compiled once per
 * revision.
 */
export async function loadWorkspaceRulebook(ctx: Context, shipped: Rulebook): Promise<WorkspaceRulebook> {
  const ground = await groundOf(ctx, shipped)
  const { revision, id } = await readRevision(ctx)
  const newestCheck = await readNewestCheck(ctx)
  if (id === null && newestCheck === null) return { rulebook: ground, misfits: [] }
  const shelf = kept.get(ground) ?? new Map<string, WorkspaceRulebook>()
  kept.set(ground, shelf)
  const key = `${ctx.workspaceId} ${id} ${newestCheck}`
  const known = shelf.get(key)
  if (known !== undefined) return known
  // A source found unchanged is no change of what is judged: its day is told with findings, and no check grows stale by it.
  const version = revision === 0 ? ground.version : `${ground.version}+${revision}`
  const built = joinFitting(ground, await readOwnRules(ctx, ground), version)
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
  const entries = [...shipped.entries, ...own.flatMap(({ part }) => (part.kind === 'words' ? [] : [part]))]
  const known = new Set(entries.map(({ id }) => id))
  const disabled = (await listSuspensions(ctx)).filter(({ ruleId }) => known.has(ruleId))
  const endings = (await listEndings(ctx)).filter(({ id }) => known.has(id))
  return {
    parts: own.map(({ part }) => part),
    // A member who left is still a person who decided; only the name is gone.
    disabled: disabled.map(({ ruleId, reason, by }) => ({ id: ruleId, reason, by: by ?? '—' })),
    news: mergeNews(newsOfChecks(entries, await listSourceChecks(ctx)), endings),
  }
}

// One entry, one piece of news: the earliest end and the newest look at its source.
function mergeNews(looks: readonly RuleNews[], endings: readonly RuleNews[]): RuleNews[] {
  const merged = new Map<string, RuleNews>(looks.map((news) => [news.id, news]))
  for (const ending of endings.toSorted((a, b) => ((a.validTo ?? '') < (b.validTo ?? '') ? 1 : -1)))
    merged.set(ending.id, { ...merged.get(ending.id), ...ending })
  return [...merged.values()]
}

// A new release may take away what an own rule stands on: that rule is set aside and shown, and the rest goes on judging.
function joinFitting(shipped: Rulebook, own: OwnRules, version: string): WorkspaceRulebook {
  const misfits: Refusal[] = []
  let { parts, news = [] } = own
  for (;;) {
    const joined = joinRules(shipped, { ...own, parts, news }, { version })
    if (joined.ok) return { rulebook: joined.value, misfits }
    const bad = new Set(joined.refusals.map(({ entry }) => entry))
    const fitting = parts.filter(({ id }) => !bad.has(id))
    if (fitting.length === parts.length) throw new Error(`the rulebook of ${version} does not join: ${JSON.stringify(joined.refusals[0])}`)
    misfits.push(...joined.refusals)
    parts = fitting
    news = news.filter(({ id }) => !bad.has(id))
  }
}
