import type { Campaign } from '@kolibra/core/campaigns'
import type { Context } from '../platform/context.ts'
import { RequestError } from '../platform/request-error.ts'
import { listCampaigns, type StoredCampaign } from './campaign-store.ts'

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** One campaign of a chain: `depth` steps before the one that was asked about. */
export interface ChainLink {
  readonly stored: StoredCampaign
  readonly depth: number
}

/** The campaigns before one, nearest first, each once; and what is named but not here (a file knows campaigns by name only). */
export function walkChain(
  campaigns: readonly StoredCampaign[],
  from: Pick<Campaign, 'predecessors'>,
): { links: ChainLink[]; unknown: string[] } {
  const byId = new Map(campaigns.map((stored) => [stored.id, stored]))
  const links: ChainLink[] = []
  const unknown: string[] = []
  let next = [...(from.predecessors ?? [])]
  for (let depth = 1; next.length > 0; depth += 1) {
    const fresh = [...new Set(next)].filter((id) => !links.some(({ stored }) => stored.id === id))
    unknown.push(...fresh.filter((id) => !byId.has(id)))
    const found = fresh.flatMap((id) => byId.get(id) ?? [])
    links.push(...found.map((stored) => ({ stored, depth })))
    next = found.flatMap(({ campaign }) => campaign.predecessors ?? [])
  }
  return { links, unknown }
}

/** The chain before a campaign of this workspace. */
export async function listChain(ctx: Context, campaign: Pick<Campaign, 'predecessors'>): Promise<ReturnType<typeof walkChain>> {
  return walkChain(await listCampaigns(ctx), campaign)
}

/** Refuses a predecessor whose id is not here (`request.not_found`) and a chain that leads back (`campaign.circle`). */
export async function checkPredecessors(ctx: Context, id: string, campaign: Pick<Campaign, 'predecessors'>): Promise<void> {
  if ((campaign.predecessors ?? []).length === 0) return
  const { links, unknown } = await listChain(ctx, campaign)
  const absent = unknown.find((each) => ID.test(each))
  if (absent !== undefined && absent !== id) throw new RequestError('request.not_found', { kind: 'campaign', id: absent })
  const isCircle = campaign.predecessors?.includes(id) || links.some(({ stored }) => stored.id === id)
  if (isCircle) throw new RequestError('campaign.circle', { predecessor: id })
}
