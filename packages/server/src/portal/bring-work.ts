import { lint, type LintItem, type Rulebook } from '@kolibra/core/compliance'
import type { Deliverable, Draft } from '@kolibra/core/content'
import { checkCreatorFile, checkFileQuota, composeFacts, type CreatorFileKind, type OwnDraft } from '@kolibra/core/portal'
import { loadCampaign } from '../campaigns/index.ts'
import { listDrafts, submitDraft } from '../content/index.ts'
import { publishPost, type Publication } from '../gates/index.ts'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError, settle } from '../platform/request-error.ts'
import { sha256 } from '../platform/secrets.ts'
import { countCreatorFiles, insertCreatorFile, listCreatorFiles } from './creator-file-store.ts'
import type { CreatorPass } from './device-store.ts'
import { lockLink } from './link-store.ts'
import { loadOwnPost } from './load-own-post.ts'

async function gatherFacts(ctx: Context, pass: CreatorPass, { deliverableId, own }: { deliverableId: string; own: OwnDraft }) {
  const { deliverable } = await loadOwnPost(ctx, pass, deliverableId)
  const { campaign } = await loadCampaign(ctx, pass.campaignId)
  const earlier = (await listDrafts(ctx, [deliverableId])).at(-1)?.facts ?? null
  const files = await listCreatorFiles(ctx, pass.campaignId, pass.creatorId)
  const images = files.filter((file) => file.kind === 'draft_image' && file.deliverableId === deliverableId).length
  const facts = composeFacts(own, { deliverable, campaign, earlier })
  return images === 0 ? facts : { ...facts, imageCount: images }
}

/** What the linter says of a text as it stands; nothing is kept. */
export async function lintOwnText(
  ctx: Context,
  pass: CreatorPass,
  { rulebook, ...work }: { deliverableId: string; own: OwnDraft; rulebook: Rulebook },
): Promise<LintItem> {
  return lint(await gatherFacts(ctx, pass, work), rulebook, { at: ctx.today })
}

/** Takes a creator's draft in, as the desk's are taken in. Refuses `deliverable.wrong_state`, `state.lost_race`. */
export async function submitOwnDraft(
  ctx: Context,
  pass: CreatorPass,
  { rulebook, ...work }: { deliverableId: string; own: OwnDraft; rulebook: Rulebook },
): Promise<Draft> {
  const facts = await gatherFacts(ctx, pass, work)
  return submitDraft(ctx, { deliverableId: work.deliverableId, facts, rulebook })
}

/** Reports that a creator's post is live; the Rules gate guards it. */
export async function reportLive(
  ctx: Context,
  pass: CreatorPass,
  { rulebook, deliverableId, publication }: { deliverableId: string; publication: Publication; rulebook: Rulebook },
): Promise<Deliverable> {
  await loadOwnPost(ctx, pass, deliverableId)
  return publishPost(ctx, { deliverableId, publication, rulebook })
}

/** Keeps an upload of a creator. Refuses what `checkCreatorFile` and `checkFileQuota` refuse, and `document.known` for the same bytes once more. */
export async function keepCreatorFile(
  ctx: Context,
  pass: CreatorPass,
  { deliverableId, kind, name, bytes }: { deliverableId: string; kind: CreatorFileKind; name: string; bytes: Uint8Array },
): Promise<{ id: string }> {
  await loadOwnPost(ctx, pass, deliverableId)
  const contentType = settle(checkCreatorFile({ kind, name, bytes }))
  const { campaignId } = pass
  // Uploads at once are counted one after the other.
  await lockLink(ctx, pass.linkId)
  settle(checkFileQuota(await countCreatorFiles(ctx, campaignId), bytes.length))
  const id = ctx.mintId()
  const draft = { id, campaignId, deliverableId, kind, fileName: name, contentType, contentHash: sha256(bytes), bytes }
  if (!(await insertCreatorFile(ctx, draft))) throw new RequestError('document.known')
  await recordEvent(ctx, { name: 'file.brought', subject: { kind: 'deliverable', id: deliverableId }, campaignId, fields: [kind] })
  return { id }
}
