import { lint, type LintItem, type Rulebook } from '@kolibra/core/compliance'
import { effectiveDay, hashFactEntries, listComingDays, listFactChanges, listRuleChanges, type RuleChange } from '@kolibra/core/gates'
import { addDays, shanghaiMoment } from '@kolibra/core/shared'
import { listCampaigns } from '../campaigns/index.ts'
import { listEntriesOfVersion, rulebookOf } from '../compliance/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob, enqueueJobAt } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { sha256 } from '../platform/secrets.ts'
import { listContentChecks, upsertContentCheck, type ContentCheck } from './content-check-store.ts'
import { insertImpact } from './impact-store.ts'
import { listJudgedTexts, type JudgedText } from './list-judged-texts.ts'
import { readRulebookLook, upsertRulebookLook, type RulebookLook } from './rulebook-look-store.ts'

// Coming changes are told this far ahead, on this many days at most.
const FORESEEN_DAYS = 90
const FORESEEN_CHANGES = 12

/** Has every campaign looked at again, and once more when the Shanghai day turns: rules start and end by the calendar. */
export async function judgeWorkspaceAgain(ctx: Context): Promise<void> {
  for (const { id } of await listCampaigns(ctx)) await enqueueJob(ctx, 'rules.judge_campaign', id)
  const [year = 0, month = 1, day = 1] = addDays(ctx.today, 1).split('-').map(Number)
  await enqueueJobAt(ctx, { task: 'rules.judge_again', subjectId: 'day', at: shanghaiMoment({ year, month, day, second: 5 }) })
}

interface Look {
  readonly campaignId: string
  readonly rulebook: Rulebook
  /** The rules of before too, for their names. */
  readonly known: Rulebook['entries']
  readonly comingDays: readonly string[]
  readonly last: RulebookLook | null
  readonly factHashes: Readonly<Record<string, string>>
}

/** Checks every planned and live text of a campaign by the rulebook of today and keeps what came out otherwise than the last time. Safe to repeat. */
export async function judgeCampaignAgain(ctx: Context, campaignId: string, shipped: Rulebook): Promise<void> {
  const rulebook = await rulebookOf(ctx, shipped)
  const last = await readRulebookLook(ctx, campaignId)
  const earlier = last === null ? [] : await listEntriesOfVersion(ctx, last.rulebook)
  const look: Look = {
    campaignId,
    rulebook,
    known: [...shipped.entries, ...earlier, ...rulebook.entries],
    comingDays: listComingDays(rulebook.entries, { today: ctx.today, to: addDays(ctx.today, FORESEEN_DAYS) }).slice(0, FORESEEN_CHANGES),
    last,
    factHashes: hashFactEntries(rulebook.entries, ctx.today, sha256),
  }
  const checks = await listContentChecks(ctx, campaignId)
  for (const text of await listJudgedTexts(ctx, campaignId)) await judgeTextAgain(ctx, look, { text, before: findBefore(checks, text) })
  await upsertRulebookLook(ctx, campaignId, { rulebook: rulebook.version, factHashes: look.factHashes })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
}

// A live post is held against the last check before it went live, until it was looked at as a live one.
function findBefore(checks: readonly ContentCheck[], { subject, textId, firstLint }: JudgedText): LintItem | null {
  const of = (kind: string) =>
    checks.find((check) => check.subject.kind === kind && check.subject.id === subject.id && check.textId === textId)
  return (of(subject.kind) ?? (subject.kind === 'post' ? of('deliverable') : undefined))?.lint ?? firstLint
}

async function judgeTextAgain(ctx: Context, look: Look, { text, before }: { text: JudgedText; before: LintItem | null }): Promise<void> {
  const { rulebook, known, last, factHashes, campaignId } = look
  const after = lint(text.facts, rulebook, { at: ctx.today })
  await upsertContentCheck(ctx, campaignId, { subject: text.subject, textId: text.textId, lint: after })
  if (before !== null) {
    const facts = last === null ? [] : listFactChanges(last.factHashes, factHashes, { entries: known, facts: text.facts })
    const changes = [...listRuleChanges(before, after, known), ...facts]
    const days = [...new Set(changes.map((change) => effectiveDay(change, rulebook.entries, ctx.today)))]
    for (const day of days)
      await tell(ctx, {
        look,
        text,
        before,
        after,
        effectiveOn: day,
        changes: changes.filter((change) => effectiveDay(change, rulebook.entries, ctx.today) === day),
      })
  }
  if (text.isJudgedToday) await foresee(ctx, look, { text, today: after })
}

async function foresee(ctx: Context, look: Look, { text, today }: { text: JudgedText; today: LintItem }): Promise<void> {
  let before = today
  for (const day of look.comingDays) {
    const after = lint({ ...text.facts, publishAt: day }, look.rulebook, { at: ctx.today })
    await tell(ctx, { look, text, before, after, effectiveOn: day, changes: listRuleChanges(before, after, look.known) })
    before = after
  }
}

interface Telling {
  readonly look: Look
  readonly text: JudgedText
  readonly before: LintItem
  readonly after: LintItem
  readonly effectiveOn: string
  readonly changes: readonly RuleChange[]
}

async function tell(ctx: Context, { look, text, before, after, effectiveOn, changes }: Telling): Promise<void> {
  if (changes.length === 0) return
  const subject = { kind: text.subject.kind === 'brief' ? ('brief' as const) : ('deliverable' as const), id: text.subject.id }
  const versions = { fromRulebook: before.rulebook, toRulebook: after.rulebook }
  const verdicts = { before: before.verdict, after: after.verdict }
  const { campaignId } = look
  const impact = { campaignId, subject, stage: text.stage, ownerId: text.ownerId, effectiveOn, changes, ...versions, ...verdicts }
  if ((await insertImpact(ctx, impact)) === null) return
  await recordEvent(ctx, { name: 'rules.touched', subject, campaignId, fields: changes.map(({ ruleId }) => ruleId) })
}
