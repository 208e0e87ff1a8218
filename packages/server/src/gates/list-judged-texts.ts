import { listAskedTexts } from '@kolibra/core/briefs'
import type { ContentFacts, LintItem } from '@kolibra/core/compliance'
import { stageOf, type ImpactStage } from '@kolibra/core/gates'
import { listBriefs } from '../briefs/index.ts'
import { loadCampaign } from '../campaigns/index.ts'
import { listDeliverables, listDrafts } from '../content/index.ts'
import type { Context } from '../platform/context.ts'
import type { CheckedSubject } from './content-check-store.ts'

/** A text that rules judge: the newest brief, the newest draft of a post, or the post that is live. */
export interface JudgedText {
  readonly subject: CheckedSubject
  readonly stage: ImpactStage
  readonly textId: string
  readonly ownerId: string
  readonly facts: ContentFacts
  /** The check it was submitted with; null for a brief, which is checked when it is looked at. */
  readonly firstLint: LintItem | null
  /** True where the day of the check is today's, so that coming rules will reach it: what has no day of its own, and what stays online. */
  readonly isJudgedToday: boolean
}

/** Every text of a campaign that a change of rules may touch. */
export async function listJudgedTexts(ctx: Context, campaignId: string): Promise<JudgedText[]> {
  return [...(await listBriefTexts(ctx, campaignId)), ...(await listPostTexts(ctx, campaignId))]
}

// Once the campaign is over nobody works by its brief any more.
async function listBriefTexts(ctx: Context, campaignId: string): Promise<JudgedText[]> {
  const { campaign } = await loadCampaign(ctx, campaignId)
  const [newest] = await listBriefs(ctx, campaignId)
  if (newest === undefined || campaign.ends < ctx.today) return []
  const { id, brief, authorId } = newest
  const text = listAskedTexts(brief).join('\n')
  const facts = { id, text, format: 'brief' as const, category: campaign.category, publishAt: ctx.today }
  const subject = { kind: 'brief' as const, id }
  return [{ subject, stage: 'brief', textId: id, ownerId: authorId, facts, firstLint: null, isJudgedToday: true }]
}

async function listPostTexts(ctx: Context, campaignId: string): Promise<JudgedText[]> {
  const deliverables = (await listDeliverables(ctx, campaignId)).map(({ deliverable }) => deliverable)
  const drafts = await listDrafts(
    ctx,
    deliverables.map(({ id }) => id),
  )
  return deliverables.flatMap((deliverable) => {
    const newest = drafts.findLast(({ deliverableId }) => deliverableId === deliverable.id)
    if (newest === undefined) return []
    const { id: textId, submittedBy: ownerId, facts, lint: firstLint } = newest
    const stage = stageOf(deliverable)
    const isLive = stage === 'live'
    const isJudgedToday = isLive || (facts.publishAt ?? null) === null
    const subject = { kind: isLive ? ('post' as const) : ('deliverable' as const), id: deliverable.id }
    return [{ subject, stage, textId, ownerId, firstLint, isJudgedToday, facts: isLive ? { ...facts, publishAt: ctx.today } : facts }]
  })
}
