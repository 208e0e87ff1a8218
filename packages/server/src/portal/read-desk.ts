import type { z } from '@hono/zod-openapi'
import { opensHereOnly, stateOfLink, WHOSE_TURN, writeMessage } from '@kolibra/core/portal'
import { groupBy } from '@kolibra/core/shared'
import { loadCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { listLinks } from './link-store.ts'
import type { deskCreatorSchema } from './page-schema.ts'
import { nameCreators, readDeskName } from './queries.ts'
import { readPosts, type PostWithStep } from './read-posts.ts'
import { tellLinks, type DeskGround } from './tell-links.ts'

type DeskCreator = z.infer<typeof deskCreatorSchema>

/** The creators of a campaign with their links, those left out after they got one too, whose turn it is and the message to copy; `hereOnly` when links open on this machine only. */
export async function readDesk(ctx: Context, campaignId: string, ground: DeskGround): Promise<{ items: DeskCreator[]; hereOnly: boolean }> {
  const { campaign } = await loadCampaign(ctx, campaignId)
  const { posts } = await readPosts(ctx, { campaignId, creatorId: null })
  const byCreator = groupBy(posts, ({ deliverable }) => deliverable.creatorId)
  const links = await listLinks(ctx, campaignId, 'creator')
  const linked = links.flatMap((link) => (stateOfLink(link, ctx.now) === 'live' ? [link.holder.id] : []))
  const names = await nameCreators(ctx, [...byCreator.keys(), ...linked])
  const deskName = await readDeskName(ctx)
  const tell = await tellLinks(ctx, links, ground)
  const items = [...new Set([...byCreator.keys(), ...linked])].map((creatorId): DeskCreator => {
    const { step, due } = pickNext(byCreator.get(creatorId) ?? [])
    const last = links.find(({ holder }) => holder.id === creatorId)
    const link = last === undefined ? null : tell(last)
    const name = names.get(creatorId)?.name ?? null
    const about = { brand: campaign.brand, productName: campaign.product.name }
    const url = link?.state === 'live' ? link.url : null
    const message = url === null ? null : writeMessage({ step, due, creatorName: name, deskName, url, ...about })
    return { creatorId, name, platform: names.get(creatorId)?.platform ?? '', step, whose: WHOSE_TURN[step], due, link, message }
  })
  return { items, hereOnly: opensHereOnly(ground.publicUrl) }
}

/** What a creator has to do comes first, then what the desk has; who has no post any more was left out. */
function pickNext(posts: readonly PostWithStep[]): Pick<PostWithStep, 'step' | 'due'> {
  const next = posts.find(({ step }) => WHOSE_TURN[step] === 'creator') ?? posts.find(({ step }) => WHOSE_TURN[step] === 'desk')
  const isClosed = posts.every(({ step }) => step === 'closed')
  return next ?? { step: isClosed ? 'closed' : 'done', due: null }
}
