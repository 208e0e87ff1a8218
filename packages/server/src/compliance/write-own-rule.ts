import {
  checkExamples,
  joinRules,
  lint,
  type ContentFacts,
  type LintItem,
  type Rulebook,
  type RulebookPart,
} from '@kolibra/core/compliance'
import { refuse, type Outcome } from '@kolibra/core/shared'
import { readPart } from '@kolibra/files/rulebook'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError, settle } from '../platform/request-error.ts'
import { insertOwnRule, listOwnRules, readOwnRevision } from './own-rule-store.ts'
import { insertRevision } from './revision-store.ts'
import { loadWorkspaceRulebook } from './workspace-rulebook.ts'

const PREFIX = 'own.'
/** What a refusal calls the text a person typed. */
const TYPED = 'own'

/** Counts a change of what the workspace judges by, and has everything planned or live looked at again. */
export async function changeRulebook(ctx: Context): Promise<void> {
  if (!(await insertRevision(ctx))) throw new RequestError('state.lost_race')
  await enqueueJob(ctx, 'rules.judge_again', null)
}

/** Reads the text of own parts and tries them together with those that are there. Every fault at once; nothing is kept. */
function readOwnText(
  text: string,
  { shipped, others, today }: { shipped: Rulebook; others: readonly RulebookPart[]; today: string },
): Outcome<{ parts: RulebookPart[]; rulebook: Rulebook }> {
  const read = readPart(text, TYPED)
  if (!read.ok) return read
  const parts = read.value
  const foreign = parts.filter(({ id }) => !id.startsWith(PREFIX))
  if (foreign.length > 0) return refuse(...foreign.map(({ id }) => ({ code: 'rulebook.own_prefix', entry: id })))
  const joined = joinRules(shipped, { parts: [...others, ...parts], disabled: [] }, { version: shipped.version })
  if (!joined.ok) return joined
  const ids = new Set(parts.map(({ id }) => id))
  const faults = checkExamples(joined.value, today, ids)
  if (faults.length > 0)
    return refuse(...faults.map(({ entry, kind, example }) => ({ code: 'rulebook.example_fault', entry, kind, text: example.text })))
  return { ok: true, value: { parts, rulebook: joined.value } }
}

interface OwnText {
  readonly text: string
  readonly shipped: Rulebook
}

// What a release took the ground from is set aside already and must not stand in the way of mending it.
async function listOthers(ctx: Context, shipped: Rulebook, without: string | null = null): Promise<RulebookPart[]> {
  const { misfits } = await loadWorkspaceRulebook(ctx, shipped)
  const aside = new Set([without, ...misfits.map(({ entry }) => entry)])
  return (await listOwnRules(ctx)).filter(({ id, isDraft }) => !isDraft && !aside.has(id)).map(({ part }) => part)
}

/** What own parts would find in a sample, before they are kept. */
export async function tryOwnRules(
  ctx: Context,
  { text, shipped, sample, id }: OwnText & { sample: ContentFacts; id: string | null },
): Promise<LintItem> {
  const { parts, rulebook } = settle(readOwnText(text, { shipped, others: await listOthers(ctx, shipped, id), today: ctx.today }))
  const ids = new Set(parts.map((part) => part.id))
  const item = lint({ ...sample, publishAt: sample.publishAt ?? trialDay(parts, ctx.today) }, rulebook, { at: ctx.today })
  return { ...item, findings: item.findings.filter(({ ruleId }) => ids.has(ruleId)) }
}

// A rule that starts later is tried as of its start: that it finds nothing before says nothing about it.
function trialDay(parts: readonly RulebookPart[], today: string): string {
  const starts = parts.flatMap((part) => (part.kind === 'words' || part.validFrom === null ? [] : [part.validFrom]))
  return starts.reduce((latest, day) => (day > latest ? day : latest), today)
}

/** Adds every own entry and word list of a text, all or none. Refuses ids that are taken. */
export async function addOwnRules(ctx: Context, { text, shipped }: OwnText): Promise<void> {
  const { parts } = settle(readOwnText(text, { shipped, others: await listOthers(ctx, shipped), today: ctx.today }))
  const taken = new Set((await listOwnRules(ctx)).map(({ id }) => id))
  const doubled = parts.filter(({ id }) => taken.has(id))
  if (doubled.length > 0) settle(refuse(...doubled.map(({ id }) => ({ code: 'rulebook.doubled_id', entry: id }))))
  for (const part of parts) {
    const row = { id: part.id, revision: (await readOwnRevision(ctx, part.id)) + 1, part, isDraft: false }
    if (!(await insertOwnRule(ctx, row))) throw new RequestError('state.lost_race')
    await recordEvent(ctx, { name: 'rule.added', subject: { kind: 'rule', id: part.id } })
  }
  await changeRulebook(ctx)
}

/** Replaces an own entry or word list that still stands at `revision`; a draft comes into use by it. */
export async function changeOwnRule(
  ctx: Context,
  { id, revision, text, shipped }: OwnText & { id: string; revision: number },
): Promise<void> {
  found(
    (await listOwnRules(ctx)).find((one) => one.id === id),
    'rule',
    id,
  )
  const { parts } = settle(readOwnText(text, { shipped, others: await listOthers(ctx, shipped, id), today: ctx.today }))
  const [part, ...more] = parts
  if (part === undefined || more.length > 0 || part.id !== id) throw new RequestError('rulebook.one_part', { entry: id })
  if ((await readOwnRevision(ctx, id)) !== revision || !(await insertOwnRule(ctx, { id, revision: revision + 1, part, isDraft: false })))
    throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'rule.changed', subject: { kind: 'rule', id } })
  await changeRulebook(ctx)
}

/** Takes an own entry or word list out; its versions stay. Refuses while another own part stands on it. */
export async function removeOwnRule(ctx: Context, { id, shipped }: { id: string; shipped: Rulebook }): Promise<void> {
  const own = found(
    (await listOwnRules(ctx)).find((one) => one.id === id),
    'rule',
    id,
  )
  settle(joinRules(shipped, { parts: await listOthers(ctx, shipped, id), disabled: [] }, { version: shipped.version }))
  if (!(await insertOwnRule(ctx, { id, revision: own.revision + 1, part: null, isDraft: false }))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'rule.removed', subject: { kind: 'rule', id } })
  // A draft judged nothing: without it every check still holds.
  if (!own.isDraft) await changeRulebook(ctx)
}
