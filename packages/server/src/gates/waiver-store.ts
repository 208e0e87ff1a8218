import { waiverSchema, type Waiver } from '@kolibra/core/campaigns'
import type { Context } from '../platform/context.ts'

/** The waivers of a campaign, oldest first; kept for ever. */
export async function listWaivers(ctx: Context, campaignId: string): Promise<Waiver[]> {
  const rows = await ctx.tx
    .selectFrom('waivers')
    .leftJoin('members', (join) =>
      join.onRef('members.workspace_id', '=', 'waivers.workspace_id').onRef('members.user_id', '=', 'waivers.person_id'),
    )
    .selectAll('waivers')
    .select('members.name as person_name')
    .where('waivers.workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .orderBy('waiver_id')
    .execute()
  return rows.map((row) =>
    waiverSchema.parse({
      gate: row.gate,
      code: row.code,
      subject: { kind: row.subject_kind, id: row.subject_id },
      inputHash: row.input_hash,
      person: row.person_name ?? row.person_id,
      role: row.role,
      reason: row.reason,
      evidence: row.evidence,
      at: row.created_at,
    }),
  )
}

/** Keeps a waiver; the person is the actor. */
export async function insertWaiver(ctx: Context, campaignId: string, waiver: Waiver): Promise<void> {
  await ctx.tx
    .insertInto('waivers')
    .values({
      workspace_id: ctx.workspaceId,
      waiver_id: ctx.mintId(),
      campaign_id: campaignId,
      gate: waiver.gate,
      code: waiver.code,
      subject_kind: waiver.subject.kind,
      subject_id: waiver.subject.id,
      input_hash: waiver.inputHash,
      person_id: ctx.actor.id,
      role: waiver.role,
      reason: waiver.reason,
      evidence: waiver.evidence ?? null,
      created_at: waiver.at,
    })
    .execute()
}
