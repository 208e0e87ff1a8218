import type { Rulebook } from '@kolibra/core/compliance'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { judgeCampaign } from './judge-campaign.ts'
import { listPasses, upsertPass } from './pass-store.ts'

/** Remembers every gate that passes now, so that a later change can name what reopened it. Safe to repeat. */
export async function recordPasses(ctx: Context, campaignId: string, rulebook: Rulebook): Promise<void> {
  const { spine } = await judgeCampaign(ctx, campaignId, rulebook)
  const known = new Set(
    (await listPasses(ctx, campaignId)).map((pass) => `${pass.gate} ${pass.subject.kind} ${pass.subject.id} ${pass.inputHash}`),
  )
  const passing = spine.gates.flatMap(({ judgements }) => judgements.filter(({ state }) => state === 'passed' || state === 'waived'))
  for (const judgement of passing) {
    const { gate, subject, inputHash } = judgement
    if (known.has(`${gate} ${subject.kind} ${subject.id} ${inputHash}`)) continue
    await upsertPass(ctx, campaignId, judgement)
    await recordEvent(ctx, { name: `gate.${judgement.state}`, subject, campaignId, fields: [gate] })
  }
}
