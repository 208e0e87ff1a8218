import { draftSuccessor, sourceOf, type RuleEntry, type Rulebook } from '@kolibra/core/compliance'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError, settle } from '../platform/request-error.ts'
import { sha256 } from '../platform/secrets.ts'
import { insertOwnRule, listOwnRules, readOwnRevision } from './own-rule-store.ts'
import { insertSourceCheck } from './source-check-store.ts'
import { listMembers, upsertSourceOwner } from './source-owner-store.ts'
import { rulebookOf } from './workspace-rulebook.ts'
import { changeRulebook } from './write-own-rule.ts'

/** What somebody found when they looked at a source. */
export interface SourceLook {
  readonly source: string
  readonly lookedAt: string
  readonly note: string | null
  /** What it no longer says, and the last day on which it did; null when it says the same. */
  readonly change: { readonly entryIds: readonly string[]; readonly endsOn: string } | null
}

// A title is no id; the event names the source by a hash of it, as every event names ids only.
const subjectOf = (source: string) => ({ kind: 'source', id: sha256(source).slice(0, 16) })

/** Records a look at a source. A changed one ends the rules that no longer hold and drafts their successors for a person to rewrite. */
export async function checkSource(ctx: Context, look: SourceLook & { shipped: Rulebook }): Promise<void> {
  const { source, lookedAt, note, change, shipped } = look
  const { entries } = await rulebookOf(ctx, shipped)
  const standing = entries.filter((entry) => sourceOf(entry) === source)
  found(standing[0], 'source', source)
  const ended = (change?.entryIds ?? []).map((id) =>
    found(
      standing.find((entry) => entry.id === id),
      'rule',
      id,
    ),
  )
  const result = change === null ? 'unchanged' : 'changed'
  await insertSourceCheck(ctx, {
    id: ctx.mintId(),
    source,
    result,
    lookedAt,
    note,
    endedIds: ended.map(({ id }) => id),
    endsOn: change?.endsOn ?? null,
  })
  await recordEvent(ctx, { name: change === null ? 'source.unchanged' : 'source.changed', subject: subjectOf(source) })
  if (change === null) return
  for (const entry of ended) await draftNext(ctx, entry, change.endsOn)
  await changeRulebook(ctx)
}

async function draftNext(ctx: Context, entry: RuleEntry, endsOn: string): Promise<void> {
  const part = settle(draftSuccessor(entry, { endsOn, today: ctx.today }))
  await recordEvent(ctx, { name: 'rule.ended', subject: { kind: 'rule', id: entry.id }, fields: ['validTo'] })
  // The same change told again: what a person made of the first draft stays.
  if ((await listOwnRules(ctx)).some(({ id }) => id === part.id)) return
  const revision = (await readOwnRevision(ctx, part.id)) + 1
  if (!(await insertOwnRule(ctx, { id: part.id, revision, part, isDraft: true }))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'rule.drafted', subject: { kind: 'rule', id: part.id } })
}

/** Gives a source to a member, who looks at it when it is due. */
export async function giveSource(
  ctx: Context,
  { source, ownerId, shipped }: { source: string; ownerId: string; shipped: Rulebook },
): Promise<void> {
  const { entries } = await rulebookOf(ctx, shipped)
  found(
    entries.find((entry) => sourceOf(entry) === source),
    'source',
    source,
  )
  found(
    (await listMembers(ctx)).find(({ id }) => id === ownerId),
    'member',
    ownerId,
  )
  await upsertSourceOwner(ctx, { source, ownerId })
  await recordEvent(ctx, { name: 'source.given', subject: subjectOf(source), fields: ['owner'] })
}
