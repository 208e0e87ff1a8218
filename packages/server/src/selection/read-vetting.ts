import type { Rulebook } from '@kolibra/core/compliance'
import { vetAgainst } from '@kolibra/core/creators'
import type { VettedCreator } from '@kolibra/core/selection'
import { listCampaigns, loadCampaign } from '../campaigns/index.ts'
import { listPostTexts, loadAccounts, readDossier, withStoredPosts } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'
import { keepAuthenticity } from './creator-row-store.ts'
import { gatherHeld } from './gather-held.ts'
import { openPeerLibrary, type PeerLibrary } from './peer-library.ts'
import { seek } from './score-creators.ts'

interface VettingQuestion {
  readonly id: string
  readonly rulebook: Rulebook
  /** The campaign the creator is looked at for: its wished tone is what the posts are held against. */
  readonly campaignId?: string | undefined
  /** Shared where several are vetted at once: the peers of a cell are then learned once. */
  readonly library?: PeerLibrary
}

/** Vets one creator against peers of the workspace. A bounded number of accounts is loaded, however many there are. */
export async function readVetting(
  ctx: Context,
  { id, rulebook, campaignId, library = openPeerLibrary() }: VettingQuestion,
): Promise<VettedCreator> {
  const creator = found((await withStoredPosts(ctx, await loadAccounts(ctx, [id])))[0], 'creator', id)
  const { account } = creator
  const { ids, model } = await library(ctx, account)
  const { incidents } = await readDossier(ctx, id)
  const held = found((await gatherHeld(ctx, [creator]))[0], 'creator', id)
  const vetting = vetAgainst(model, seek(creator, ids), {
    comments: held.comments,
    series: held.series,
    posts: await listPostTexts(ctx, account),
    // Nobody entered any: that is not known to be none.
    incidents: incidents.length === 0 ? undefined : incidents.map((incident) => ({ ...incident, accountId: account.accountId })),
    image: { today: ctx.today, rulebook, ...(await readWishes(ctx, campaignId)) },
  })
  // Peers may have come since the row was made: whoever reads the report finds its number in the list.
  const { score } = vetting.authenticity
  await keepAuthenticity(ctx, [id], [score === null ? null : score / 100])
  const peers = ids.filter((peer) => peer !== id).length
  return { asOf: ctx.now, peers, vetting: { ...vetting, image: { ...vetting.image, commentsHeld: held.commentsHeld } } }
}

/** What the posts are held against: the brands and competitors of all campaigns, and the tone that one of them wishes. */
async function readWishes(ctx: Context, campaignId: string | undefined) {
  const wished = campaignId === undefined ? null : (await loadCampaign(ctx, campaignId)).campaign.wishedTone
  const campaigns = (await listCampaigns(ctx)).map(({ campaign }) => campaign)
  return {
    brands: [...new Set(campaigns.map(({ brand }) => brand))],
    competitors: [...new Set(campaigns.flatMap(({ competitors }) => competitors))],
    tone: wished ?? undefined,
  }
}
