import { loadCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { endCopy, listEditors, loadCopy, noteEditor, replaceCopy, type BriefCopy, type NextCopy } from './brief-copy-store.ts'

async function tellRace(ctx: Context, campaignId: string): Promise<RequestError> {
  const { revision, editorName, editedAt } = await loadCopy(ctx, campaignId)
  return new RequestError('state.lost_race', { current: revision, by: editorName, at: editedAt })
}

/** Keeps the working copy that still stands at `revision`. Refuses `state.lost_race` with what stands there, by whom and since when. */
export async function keepCopy(ctx: Context, campaignId: string, next: NextCopy): Promise<BriefCopy> {
  const { id } = await loadCampaign(ctx, campaignId)
  if (!(await replaceCopy(ctx, id, next))) throw await tellRace(ctx, id)
  await recordEvent(ctx, { name: 'brief.copy_kept', subject: { kind: 'campaign', id }, campaignId: id })
  return loadCopy(ctx, id)
}

/** Throws the working copy away that still stands at `revision`. Refuses `state.lost_race`. */
export async function dropCopy(ctx: Context, campaignId: string, revision: number): Promise<BriefCopy> {
  const { id } = await loadCampaign(ctx, campaignId)
  if (!(await endCopy(ctx, id, revision))) throw await tellRace(ctx, id)
  await recordEvent(ctx, { name: 'brief.copy_dropped', subject: { kind: 'campaign', id }, campaignId: id })
  return loadCopy(ctx, id)
}

const PRESENT_MS = 60_000

/** Says that the actor has the brief open, and who else has. Only the first word in a minute is an event: being there is one. */
export async function meetEditors(
  ctx: Context,
  campaignId: string,
): Promise<{ revision: number; editors: Awaited<ReturnType<typeof listEditors>> }> {
  const { id } = await loadCampaign(ctx, campaignId)
  const since = new Date(Date.parse(ctx.now) - PRESENT_MS).toISOString()
  if (await noteEditor(ctx, id, since)) await recordEvent(ctx, { name: 'brief.opened', subject: { kind: 'campaign', id }, campaignId: id })
  return { revision: (await loadCopy(ctx, id)).revision, editors: await listEditors(ctx, id, since) }
}
