import type { Rulebook } from '@kolibra/core/compliance'
import { claimComments, findTier, joinPosts, vetAccounts, type Account, type TierTable } from '@kolibra/core/creators'
import type { Post } from '@kolibra/core/imports'
import type { VettedCreator } from '@kolibra/core/selection'
import { readDay } from '@kolibra/core/shared'
import { listCampaigns, loadCampaign } from '../campaigns/index.ts'
import {
  listComments,
  listDailyValues,
  listPostTexts,
  listProfileHistory,
  loadAccounts,
  loadTiers,
  readDossier,
} from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { sha256 } from '../platform/secrets.ts'
import { found } from '../platform/request-error.ts'
import { listPeerIds, type PeerRange } from './peer-store.ts'

interface VettingQuestion {
  readonly id: string
  readonly rulebook: Rulebook
  /** The campaign the creator is looked at for: its wished tone is what the posts are held against. */
  readonly campaignId?: string | undefined
}

/** Vets one creator against peers of the workspace. A bounded number of accounts is loaded, however many there are. */
export async function readVetting(ctx: Context, { id, rulebook, campaignId }: VettingQuestion): Promise<VettedCreator> {
  const { account: known } = found((await loadAccounts(ctx, [id]))[0], 'creator', id)
  const { table } = await loadTiers(ctx)
  const posts = await listPostTexts(ctx, known)
  const account = withPosts(known, posts)
  const range = rangeOf(account, table)
  const peerIds = range === null ? [] : await listPeerIds(ctx, id, range)
  const peers = (await loadAccounts(ctx, peerIds)).map((peer) => peer.account)
  const { incidents } = await readDossier(ctx, id)
  const wished = campaignId === undefined ? null : (await loadCampaign(ctx, campaignId)).campaign.wishedTone
  const campaigns = (await listCampaigns(ctx)).map(({ campaign }) => campaign)
  const { comments, held } = await listComments(ctx, account.platform, [...new Set(account.posts.map(({ postId }) => postId))])
  const [vetting] = vetAccounts([account, ...peers], claimComments(comments, [account], sha256), {
    tiers: table,
    posts,
    series: [...(await listGrowth(ctx, id, account.accountId)), ...(await listDailyValues(ctx, account, VETTED_SERIES))],
    // Nobody entered any: that is not known to be none.
    incidents: incidents.length === 0 ? undefined : incidents.map((incident) => ({ ...incident, accountId: account.accountId })),
    image: {
      today: ctx.today,
      rulebook,
      brands: [...new Set(campaigns.map(({ brand }) => brand))],
      competitors: [...new Set(campaigns.flatMap(({ competitors }) => competitors))],
      tone: wished ?? undefined,
    },
  })
  const own = found(vetting, 'creator', id)
  return { asOf: ctx.now, peers: peers.length, vetting: { ...own, image: { ...own.image, commentsHeld: held } } }
}

/** The numbers by day that a signal looks at. */
const VETTED_SERIES = ['followers', 'followerFollowers'] as const

/** Posts that came as posts stand beside those of the account's own lists; the same post is one. */
function withPosts(account: Account, posts: readonly Post[]): Account {
  const stored = posts.map(({ postId, publishedAt, sponsored, observations }) => {
    const { views, likes, comments, shares, saves, danmaku, coins, observedAt } = observations[0] ?? UNSEEN
    return { postId, publishedAt, sponsored, views, likes, comments, shares, saves, danmaku, coins, observedAt }
  })
  return { ...account, posts: joinPosts(stored, account.posts) }
}
const UNSEEN = { views: null, likes: null, comments: null, shares: null, saves: null, danmaku: null, coins: null, observedAt: null }

/** Followers by the days on which an import saw them. */
async function listGrowth(ctx: Context, id: string, subject: string) {
  const history = await listProfileHistory(ctx, id)
  return history.flatMap(({ observedAt, followers, source }) => {
    const day = observedAt === null ? null : readDay(observedAt)
    return day === null || followers === null ? [] : [{ subject, metric: 'followers', day, value: followers, source }]
  })
}

function rangeOf({ platform, followers, categories }: Account, table: TierTable): PeerRange | null {
  const tier = followers === null ? null : findTier(platform, followers, table)
  if (tier === null) return null
  const higher = table.rows
    .filter(({ platforms, fromFollowers }) => platforms.some((each) => each === platform) && fromFollowers > tier.fromFollowers)
    .map(({ fromFollowers }) => fromFollowers)
  return {
    platform,
    category: categories[0] ?? null,
    from: tier.fromFollowers,
    below: higher.length === 0 ? null : Math.min(...higher),
  }
}
