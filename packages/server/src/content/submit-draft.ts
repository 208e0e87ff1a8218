import type { ContentFacts, Rulebook } from '@kolibra/core/compliance'
import { DELIVERABLE_MOVES, moveDeliverable, type Draft } from '@kolibra/core/content'
import { loadCampaign } from '../campaigns/index.ts'
import { keepChecks } from '../compliance/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError, settle } from '../platform/request-error.ts'
import { loadDeliverable, updateDeliverable } from './deliverable-store.ts'
import { insertDraft, listDrafts } from './draft-store.ts'
import { startSilence } from './start-silence.ts'

/** Takes a draft in with a kept check of it as of its publish day. Facts that the campaign knows are filled in; a given fact wins. */
export async function submitDraft(ctx: Context, input: { deliverableId: string; facts: ContentFacts; rulebook: Rulebook }): Promise<Draft> {
  const { campaignId, deliverable } = await loadDeliverable(ctx, input.deliverableId)
  const to = settle(moveDeliverable(deliverable.state, 'submit_draft', { role: DELIVERABLE_MOVES.submit_draft.by[0] }))
  const { campaign } = await loadCampaign(ctx, campaignId)
  const { id } = deliverable
  const known = { platform: deliverable.platform, category: campaign.category, publishAt: deliverable.plannedFor }
  const facts = { ...known, ...dropUnknown(input.facts), id: input.facts.id, text: input.facts.text }
  const version = (await listDrafts(ctx, [id])).length + 1
  const [check] = await keepChecks(ctx, [facts], input.rulebook)
  if (check === undefined) throw new Error('one text gives one check')
  const row = { id: ctx.mintId(), deliverableId: id, version, facts, lint: check.item, checkId: check.checkId }
  const plannedFor = facts.publishAt ?? null
  const moved = await updateDeliverable(ctx, { id, from: deliverable.state, to, ...(plannedFor === null ? {} : { plannedFor }) })
  if (!moved || !(await insertDraft(ctx, row))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: DELIVERABLE_MOVES.submit_draft.event, subject: { kind: 'deliverable', id }, campaignId })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  await startSilence(ctx, { campaignId, deliverableId: id })
  return found((await listDrafts(ctx, [id])).at(-1), 'draft', row.id)
}

function dropUnknown(facts: ContentFacts): Partial<ContentFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined))
}
