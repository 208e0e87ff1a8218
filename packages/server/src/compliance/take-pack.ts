import type { Rulebook, TrustedKey } from '@kolibra/core/compliance'
import { openPack } from '@kolibra/files/rulebook'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError, settle } from '../platform/request-error.ts'
import { sha256 } from '../platform/secrets.ts'
import { groundOf } from './ground-rulebook.ts'
import { insertPack, listPackVersions } from './pack-store.ts'

interface OfferedPack {
  readonly text: string
  readonly shipped: Rulebook
  readonly trustedKeys: readonly TrustedKey[]
}

/** Takes in a pack of somebody trusted that is newer than what judges here, and has everything planned or live looked at again. Refuses `pack.is_set_aside` for one that is here. */
export async function takePack(ctx: Context, { text, shipped, trustedKeys }: OfferedPack): Promise<void> {
  const { version: currentVersion } = await groundOf(ctx, shipped)
  const { pack } = settle(openPack(text, { trustedKeys, currentVersion }))
  const { version, publisher, signature } = pack
  const signer = trustedKeys.find(({ publicKey }) => publicKey === signature?.publicKey)
  if (signer === undefined) throw new Error('a pack was judged as trusted without a trusted key')
  const kept = { version, publisher, signer: signer.name, publicKey: signer.publicKey, sha256: sha256(text), text }
  const isAside = (await listPackVersions(ctx)).some((known) => known.version === version && known.isAside)
  if (isAside) throw new RequestError('pack.is_set_aside', { version })
  if (!(await insertPack(ctx, kept))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'rulebook.updated', subject: { kind: 'rulebook', id: version } })
  await enqueueJob(ctx, 'rules.judge_again', null)
}
