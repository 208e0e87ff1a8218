import type { Campaign } from '@kolibra/core/campaigns'
import type { PlanAsk, PlanRequest } from '@kolibra/core/selection'
import { loadCampaign } from '../campaigns/index.ts'
import { listHeldForConflicts, loadAccounts, withStoredPosts, type StoredCreator } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { RequestError } from '../platform/request-error.ts'
import { listPool } from './change-shortlists.ts'
import { loadFeeTable } from './fee-table-store.ts'
import { listPlanPool, type PlanPool } from './plan-pool-store.ts'
import { readHistories, readStanding } from './read-invitations.ts'
import { listLive } from './standing-store.ts'

/** All that a plan is solved from: plain data, so that another thread can do it. */
export interface GatheredPlan {
  readonly request: Omit<PlanRequest, 'clock'>
  readonly weighed: number
  /** Null: all that could be chosen from were weighed. */
  readonly ofAll: number | null
}

/**
 * Reads what a plan is made from. Creators who were asked or signed stay in it, those who said no stay out, whatever is asked for.
 * `keepsThoseLeft`: to keep somebody who said no or was erased is no mistake of who asks, they are left out. It is seen here, by the
 * one reading of who said no: a no between two readings would refuse what it was asked to mend.
 */
export async function gatherPlan(
  ctx: Context,
  campaignId: string,
  { ask: asking, keepsThoseLeft }: { ask: PlanAsk; keepsThoseLeft: boolean },
): Promise<GatheredPlan> {
  const { campaign } = await loadCampaign(ctx, campaignId)
  const standing = await readStanding(ctx, campaignId)
  const { accepted, gone } = standing
  const ask = keepsThoseLeft ? { ...asking, keep: asking.keep.filter((id) => !gone.includes(id)) } : asking
  refuseContradictions(ask, standing)
  const kept = [...new Set([...standing.held, ...ask.keep])]
  const drop = [...new Set([...gone, ...ask.drop])]
  const { ids, ofAll } = await listWeighed(ctx, campaign, ask)
  const wanted = [...new Set([...ids, ...kept])]
  const creators = await withStoredPosts(ctx, await loadAccounts(ctx, await listLive(ctx, wanted)))
  const live = new Set(creators.map(({ id }) => id))
  const strangers = kept.filter((id) => !live.has(id))
  if (strangers.length > 0 && !keepsThoseLeft) throw new RequestError('request.not_found', { kind: 'creator', ids: strangers })
  // Inside this workspace a creator is known by its own id: an account id may repeat on another platform.
  const accounts = creators.map(({ id, account }) => ({ ...account, accountId: id }))
  const asked = {
    ...campaign,
    budgetFen: ask.budgetFen ?? campaign.budgetFen,
    mix: ask.mix ?? campaign.mix,
    ...(ask.demands !== null && { constraints: { ...campaign.constraints, minimum: null, chance: null, ...ask.demands } }),
  }
  const history = await readHistories(ctx, wanted)
  const held = await listHeldForConflicts(ctx, wanted)
  const { table: fees } = await loadFeeTable(ctx)
  const formats = new Map(ask.formats.map(({ creatorId, format }) => [creatorId, format]))
  const named = nameByCreatorId(asked, creators)
  const request = {
    campaign: named,
    accounts,
    asOf: ctx.today,
    keep: kept.filter((id) => live.has(id)),
    drop,
    formats,
    accepted,
    history,
    held,
    fees,
  }
  return { request, weighed: wanted.length, ofAll }
}

async function listWeighed(ctx: Context, campaign: Campaign, { shortlistId }: PlanAsk): Promise<PlanPool> {
  return shortlistId === null ? listPlanPool(ctx, campaign) : { ids: await listPool(ctx, shortlistId), ofAll: null }
}

function refuseContradictions({ keep, drop }: PlanAsk, { held, gone }: { held: readonly string[]; gone: readonly string[] }): void {
  const fields = [
    ...keep
      .filter((id) => gone.includes(id))
      .map((id) => ({
        field: 'keep',
        problem: `${id} has declined or was withdrawn`,
        problemZh: `${id} 已婉拒或已撤回邀约`,
      })),
    ...keep
      .filter((id) => drop.includes(id))
      .map((id) => ({
        field: 'keep',
        problem: `${id} is left out by "drop"`,
        problemZh: `${id} 已列入 drop，不能同时保留`,
      })),
    ...drop
      .filter((id) => held.includes(id))
      .map((id) => ({
        field: 'drop',
        problem: `${id} was invited or is under contract: withdraw the invitation first; a contract stays`,
        problemZh: `${id} 已受邀或已签约：请先撤回邀约；合同不受影响`,
      })),
  ]
  if (fields.length > 0) throw new RequestError('request.invalid', { fields })
}

// People write account ids into "must have", "never" and "apart"; the plan speaks of creator ids.
function nameByCreatorId(campaign: Campaign, creators: readonly StoredCreator[]): Campaign {
  const translate = (names: readonly string[]) =>
    names.flatMap((name) => {
      const ids = creators.filter(({ id, account }) => id === name || account.accountId === name).map(({ id }) => id)
      return ids.length > 0 ? ids : [name]
    })
  const pair = ([one = '', other = '']: readonly string[]) => translate([one]).flatMap((a) => translate([other]).map((b) => [a, b]))
  const constraints = campaign.constraints && { ...campaign.constraints, apart: campaign.constraints.apart?.flatMap(pair) }
  return { ...campaign, constraints, mustHave: translate(campaign.mustHave), never: translate(campaign.never) }
}
