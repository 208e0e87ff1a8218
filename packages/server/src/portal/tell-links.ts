import type { z } from '@hono/zod-openapi'
import { stateOfLink } from '@kolibra/core/portal'
import { groupBy } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import { listWaitingCodes } from './code-store.ts'
import { listDevices } from './device-store.ts'
import type { StoredLink } from './link-store.ts'
import { urlOfLink, type LinkGround } from './link-token.ts'
import type { deskLinkSchema } from './page-schema.ts'

/** What the desk's view of links is built from. */
export interface DeskGround extends LinkGround {
  /** Whether who asks may hand links and codes out; who may not sees neither. */
  readonly mayHandOut: boolean
}

type DeskLink = z.infer<typeof deskLinkSchema>

/** How links look to the desk: state, devices, and for who may hand them out the address and the codes that wait. */
export async function tellLinks(ctx: Context, links: readonly StoredLink[], ground: DeskGround): Promise<(link: StoredLink) => DeskLink> {
  const { mayHandOut } = ground
  const ids = links.map(({ id }) => id)
  const devices = groupBy(await listDevices(ctx, ids), ({ linkId }) => linkId)
  const codes = groupBy(mayHandOut ? await listWaitingCodes(ctx, ids) : [], ({ linkId }) => linkId)
  return (link) => {
    const { id, createdAt, expiresAt } = link
    return {
      id,
      createdAt,
      expiresAt,
      state: stateOfLink(link, ctx.now),
      url: mayHandOut ? urlOfLink(ground, ctx.workspaceId, link) : null,
      devices: (devices.get(id) ?? []).map(({ linkId: _link, ...device }) => device),
      codes: (codes.get(id) ?? []).map(({ linkId: _link, ...code }) => code),
    }
  }
}
