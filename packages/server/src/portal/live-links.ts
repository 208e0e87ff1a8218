import { stateOfLink } from '@kolibra/core/portal'
import type { Context } from '../platform/context.ts'
import { sha256 } from '../platform/secrets.ts'
import { listLinks } from './link-store.ts'
import { deriveToken } from './link-token.ts'
import type { LinkGround } from './read-desk.ts'

/** The address of each creator's link that opens now, by creator; one that this server cannot show again is left out. */
export async function findLiveUrls(
  ctx: Context,
  campaignId: string,
  { publicUrl, linkSecret }: LinkGround,
): Promise<ReadonlyMap<string, string>> {
  const urls = new Map<string, string>()
  for (const link of await listLinks(ctx, campaignId)) {
    const token = deriveToken(linkSecret, ctx.workspaceId, link.id)
    const opens = stateOfLink(link, ctx.now) === 'live' && sha256(token) === link.tokenHash
    if (opens && !urls.has(link.creatorId)) urls.set(link.creatorId, `${publicUrl}/c/${token}`)
  }
  return urls
}
