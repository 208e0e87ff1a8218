import type { Context } from '../platform/context.ts'
import { listBriefs } from './brief-store.ts'

const SENT: readonly string[] = ['sent', 'acknowledged']

/** After how many working days of silence a draft counts as approved, as the newest brief that was sent says; null where nothing was agreed. */
export async function findAgreedDays(ctx: Context, campaignId: string): Promise<number | null> {
  return (await listBriefs(ctx, campaignId)).find(({ state }) => SENT.includes(state))?.brief.autoApproveDays ?? null
}
