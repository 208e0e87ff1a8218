import { startSilenceClock } from '@kolibra/core/briefs'
import { findAgreedDays } from '../briefs/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJobAt } from '../platform/jobs.ts'

/** A draft begins to wait for the brand: where the brief says what silence means, it is asked again when that clock ends. A later draft starts it anew. */
export async function startSilence(
  ctx: Context,
  { campaignId, deliverableId }: { campaignId: string; deliverableId: string },
): Promise<void> {
  const days = await findAgreedDays(ctx, campaignId)
  if (days === null) return
  await enqueueJobAt(ctx, { task: 'drafts.approve_silent', subjectId: deliverableId, at: startSilenceClock(ctx.now, days).endsAt })
}
