import type { z } from '@hono/zod-openapi'
import { KEYED_BY_PERSON, readLoan } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'
import { listDevices, type CreatorPass } from './device-store.ts'
import type { heldSchema } from './page-schema.ts'
import { countHeld, nameCreators } from './queries.ts'

/** What this workspace holds about the account that a link belongs to: counts by kind, basis and end; no values of other accounts. */
export async function readHeld(ctx: Context, { creatorId, linkId }: CreatorPass): Promise<z.infer<typeof heldSchema>> {
  const { mcn: _mcn, ...named } = found((await nameCreators(ctx, [creatorId])).get(creatorId), 'creator', creatorId)
  const { loan, locked } = await readLoan(ctx, creatorId)
  const devices = await listDevices(ctx, [linkId])
  return {
    ...named,
    loan: loan === null ? null : { basis: loan.basis, since: loan.since, until: loan.until, source: loan.source },
    lockedUntil: locked?.until ?? null,
    kinds: await countHeld(ctx, creatorId, KEYED_BY_PERSON),
    devices: devices.map(({ name, admittedAt, seenAt }) => ({ name, admittedAt, seenAt })),
  }
}
