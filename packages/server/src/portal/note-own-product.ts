import { isProved, LONGEST_PROOF_NOTE } from '@kolibra/core/content'
import type { OwnProduct } from '@kolibra/core/portal'
import type { z } from '@hono/zod-openapi'
import { listProofs, noteProduct, type StoredProof } from '../content/index.ts'
import type { Context } from '../platform/context.ts'
import { listCreatorFiles } from './creator-file-store.ts'
import type { CreatorPass } from './device-store.ts'
import type { ownProductStateSchema } from './page-schema.ts'

type OwnProductState = z.infer<typeof ownProductStateSchema>

const findProof = async (ctx: Context, { campaignId, creatorId }: CreatorPass) =>
  (await listProofs(ctx, campaignId)).find((proof) => proof.creatorId === creatorId)

/** What is known of the product of this creator: days, and whether it is proved. The desk's own words stay with the desk. */
export async function readOwnProduct(ctx: Context, pass: CreatorPass): Promise<OwnProductState> {
  return present(await findProof(ctx, pass))
}

function present(proof: StoredProof | undefined): OwnProductState {
  if (proof === undefined) return { sentOn: null, receivedOn: null, inUseSince: null, isProved: false, revision: 0 }
  const { sentOn, receivedOn, inUseSince, revision } = proof
  return { sentOn, receivedOn, inUseSince, isProved: isProved(proof), revision }
}

/**
 * Keeps what a creator tells of the product, with the newest photo they brought, as the proof that the gates look at. Refuses days out of
 * order or still to come, and `state.lost_race` where the desk noted something since.
 */
export async function noteOwnProduct(
  ctx: Context,
  pass: CreatorPass,
  { publicUrl, revision, said }: { publicUrl: string; revision: number; said: OwnProduct },
): Promise<OwnProductState> {
  const { campaignId, creatorId } = pass
  const kept = await findProof(ctx, pass)
  const photo = (await listCreatorFiles(ctx, campaignId, creatorId)).find(({ kind }) => kind === 'product_photo')
  const photoLink = photo === undefined ? (kept?.photoLink ?? null) : `${publicUrl}/api/v1/creator-files/${photo.id}`
  const proof = { ...said, sentOn: kept?.sentOn ?? null, note: joinNotes(kept?.note ?? '', said.note), photoLink }
  return present(await noteProduct(ctx, { campaignId, creatorId, revision, proof }))
}

/** The desk's words stay in front; the same words twice stand once. */
function joinNotes(before: string, said: string): string {
  // By whole lines: what was noted may hold these words inside others that say the opposite.
  if (`\n${before}\n`.includes(`\n${said}\n`)) return before
  return [before, said]
    .filter((words) => words !== '')
    .join('\n')
    .slice(0, LONGEST_PROOF_NOTE)
}
