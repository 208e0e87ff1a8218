import { isSent } from '@kolibra/core/briefs'
import type { Context } from '../platform/context.ts'
import { listBriefs } from './brief-store.ts'

const findSent = async (ctx: Context, campaignId: string) => (await listBriefs(ctx, campaignId)).find(({ state }) => isSent(state))

/** After how many working days of silence a draft counts as approved, as the newest brief that was sent says; null where nothing was agreed. */
export async function findAgreedDays(ctx: Context, campaignId: string): Promise<number | null> {
  return (await findSent(ctx, campaignId))?.brief.autoApproveDays ?? null
}

/** Whether a brief of the campaign is with its creators. */
export async function isBriefOut(ctx: Context, campaignId: string): Promise<boolean> {
  return (await findSent(ctx, campaignId)) !== undefined
}
