import { stateOfLink } from '@kolibra/core/portal'
import type { Context } from '../platform/context.ts'
import { listLinks } from './link-store.ts'
import { urlOfLink, type LinkGround } from './link-token.ts'

/** The address of each creator's link that opens now, by creator; one that this server cannot show again is left out. */
export async function findLiveUrls(ctx: Context, campaignId: string, ground: LinkGround): Promise<ReadonlyMap<string, string>> {
  const urls = new Map<string, string>()
  for (const link of await listLinks(ctx, campaignId, 'creator')) {
    const url = stateOfLink(link, ctx.now) === 'live' ? urlOfLink(ground, ctx.workspaceId, link) : null
    if (url !== null && !urls.has(link.holder.id)) urls.set(link.holder.id, url)
  }
  return urls
}
