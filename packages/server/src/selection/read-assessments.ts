import type { Rulebook } from '@kolibra/core/compliance'
import { findTier, type Account, type TierTable } from '@kolibra/core/creators'
import { assessCreator, type Assessment, type AudienceReference, type PricePlace } from '@kolibra/core/selection'
import { loadCampaign } from '../campaigns/index.ts'
import { listHeldForConflicts, loadAccounts, loadTiers, withStoredPosts } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { listRanks, meanAudienceOf } from './cohort-store.ts'
import { loadFeeTable } from './fee-table-store.ts'
import { loadFitTable } from './fit-table-store.ts'
import { openPeerLibrary } from './peer-library.ts'
import { readVetting } from './read-vetting.ts'
import { listRelationships } from './relationship-store.ts'

/** Each of them is vetted anew against its peers: more are asked for in several questions. */
export const MOST_ASSESSED = 50

interface AssessmentQuestion {
  readonly campaignId: string
  readonly ids: readonly string[]
  readonly rulebook: Rulebook
}

/** Holds creators against a campaign, in the order asked for; those that are gone are left out. */
export async function readAssessments(ctx: Context, { campaignId, ids, rulebook }: AssessmentQuestion): Promise<Assessment[]> {
  const { campaign } = await loadCampaign(ctx, campaignId)
  const creators = await withStoredPosts(ctx, await loadAccounts(ctx, ids))
  const held = await listHeldForConflicts(ctx, ids)
  const relationships = await listRelationships(ctx, ids)
  const { table } = await loadFitTable(ctx)
  const { table: fees } = await loadFeeTable(ctx)
  const { table: tiers } = await loadTiers(ctx)
  const library = openPeerLibrary()
  const references = new Map<string, AudienceReference | null>()
  const assessed: Assessment[] = []
  for (const { id, account } of creators) {
    const { vetting } = await readVetting(ctx, { id, rulebook, campaignId, library })
    const known = references.get(account.platform)
    const reference = known === undefined ? await meanAudienceOf(ctx, account.platform) : known
    references.set(account.platform, reference)
    const price = await placePrice(ctx, { id, account, tiers })
    const facts = { creatorId: id, account, vetting, price, reference, relationship: relationships.get(id) }
    assessed.push(assessCreator({ ...facts, onDay: ctx.today, table, fees, ...held.get(id) }, campaign))
  }
  return assessed.toSorted((a, b) => ids.indexOf(a.creatorId) - ids.indexOf(b.creatorId))
}

interface PriceQuestion {
  readonly id: string
  readonly account: Account
  readonly tiers: TierTable
}

async function placePrice(ctx: Context, { id, account, tiers }: PriceQuestion): Promise<PricePlace | null> {
  const { platform, followers, categories } = account
  const [category] = categories
  const tier = followers === null ? null : (findTier(platform, followers, tiers)?.tier ?? null)
  if (tier === null || category === undefined) return null
  const ranks = await listRanks(ctx, id, { platform, tier, category })
  return ranks.find(({ measure }) => measure === 'cpmFen') ?? null
}
