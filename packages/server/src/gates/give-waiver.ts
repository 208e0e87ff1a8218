import type { Gate, Subject, Waiver } from '@kolibra/core/campaigns'
import type { Rulebook } from '@kolibra/core/compliance'
import { checkWaiver } from '@kolibra/core/gates'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError, settle } from '../platform/request-error.ts'
import { judgeCampaign } from './judge-campaign.ts'
import { insertWaiver } from './waiver-store.ts'

/** What a person sends: the finding as they saw it, bound to the hash it was shown with. */
export interface WaiverInput {
  readonly gate: Gate
  readonly code: string
  readonly subject: Subject
  readonly inputHash: string
  readonly reason: string
  readonly evidence?: string | null | undefined
}

/** Waives one finding, with reason and name. Refuses when the input changed since it was shown, or when nobody may waive it. */
export async function giveWaiver(
  ctx: Context,
  campaignId: string,
  { rulebook, ...input }: WaiverInput & { rulebook: Rulebook },
): Promise<Waiver> {
  const { spine } = await judgeCampaign(ctx, campaignId, rulebook)
  const judgements = spine.gates.filter(({ gate }) => gate === input.gate).flatMap((entry) => entry.judgements)
  const judgement = found(
    judgements.find(({ subject }) => subject.kind === input.subject.kind && subject.id === input.subject.id),
    input.subject.kind,
    input.subject.id,
  )
  if (judgement.inputHash !== input.inputHash) throw new RequestError('state.lost_race', { inputHash: judgement.inputHash })
  const finding = found(
    judgement.findings.find(({ code }) => code === input.code),
    'finding',
    input.code,
  )
  const { gate, reason, evidence } = input
  const { role } = ctx.actor
  settle(checkWaiver({ gate, finding, role, reason, evidence }))
  const waiver = { ...input, evidence: evidence ?? null, person: ctx.actor.name, role, at: ctx.now }
  await insertWaiver(ctx, campaignId, waiver)
  await recordEvent(ctx, { name: 'finding.waived', subject: input.subject, campaignId, fields: [input.gate, input.code] })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  return waiver
}
