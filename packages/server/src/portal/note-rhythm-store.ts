import { NOTE_RHYTHM, type NoteRhythm } from '@kolibra/core/portal'
import { sql } from 'kysely'
import { loadCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'

/** The rhythm of a campaign's notes as it stands; revision 0 is the one that counts until another is set. */
export interface KeptRhythm extends NoteRhythm {
  readonly revision: number
}

/** How often the parties of a campaign are written to. */
export async function loadNoteRhythm(ctx: Context, campaignId: string): Promise<KeptRhythm> {
  const { rows } = await sql<KeptRhythm>`
    SELECT revision, every_days AS "everyDays" FROM note_rhythms
    WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${campaignId} ORDER BY revision DESC LIMIT 1`.execute(ctx.tx)
  return rows[0] ?? { ...NOTE_RHYTHM, revision: 0 }
}

/** Sets the rhythm over the one that still stands at `revision`, and looks anew at whom to remind. Refuses `state.lost_race`. */
export async function changeNoteRhythm(ctx: Context, campaignId: string, { revision, everyDays }: KeptRhythm): Promise<void> {
  await loadCampaign(ctx, campaignId)
  if ((await loadNoteRhythm(ctx, campaignId)).revision !== revision) throw new RequestError('state.lost_race')
  const { numAffectedRows } = await sql`
    INSERT INTO note_rhythms (workspace_id, campaign_id, revision, every_days, set_by, set_at)
    VALUES (${ctx.workspaceId}, ${campaignId}, ${revision + 1}, ${everyDays}, ${ctx.actor.id}, ${ctx.now})
    ON CONFLICT DO NOTHING`.execute(ctx.tx)
  if (numAffectedRows !== 1n) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'note_rhythm.changed', subject: { kind: 'campaign', id: campaignId }, campaignId, fields: ['everyDays'] })
  await enqueueJob(ctx, 'turns.remind', campaignId)
}
