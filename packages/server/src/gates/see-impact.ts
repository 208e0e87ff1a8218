import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError } from '../platform/request-error.ts'
import { findImpactCampaign, markImpactSeen } from './impact-store.ts'

/** Keeps that somebody has seen an impact. Refuses `state.lost_race` when somebody did before. */
export async function seeImpact(ctx: Context, id: string): Promise<void> {
  const campaignId = found(await findImpactCampaign(ctx, id), 'impact', id)
  if (!(await markImpactSeen(ctx, id))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'impact.seen', subject: { kind: 'impact', id }, campaignId })
}
