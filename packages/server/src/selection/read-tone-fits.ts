import { fitTone } from '@kolibra/core/creators'
import type { ToneFits } from '@kolibra/core/selection'
import { loadCampaign } from '../campaigns/index.ts'
import { listPostTexts, loadAccounts } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { findLatestPlan } from './plan-store.ts'

/** Holds the posts of everybody in the newest plan against the tone the campaign wishes. */
export async function readToneFits(ctx: Context, campaignId: string): Promise<ToneFits> {
  const { wishedTone } = (await loadCampaign(ctx, campaignId)).campaign
  const latest = await findLatestPlan(ctx, campaignId)
  if (latest === null || wishedTone === undefined || wishedTone === null || Object.keys(wishedTone).length === 0)
    return { isWished: false, items: [] }
  const creators = await loadAccounts(
    ctx,
    latest.plan.creators.map(({ id }) => id),
  )
  const items: ToneFits['items'] = []
  for (const { id, account } of creators) items.push({ creatorId: id, ...fitTone(await listPostTexts(ctx, account), wishedTone) })
  return { isWished: true, items }
}
