import { gateSchema, subjectSchema } from '@kolibra/core/campaigns'
import type { EarlierPass, Judgement } from '@kolibra/core/gates'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'

const partsSchema = z.record(z.string(), z.string())

/** What each gate last passed on, and the hashes of the parts of its input. */
export async function listPasses(ctx: Context, campaignId: string): Promise<EarlierPass[]> {
  const rows = await ctx.tx
    .selectFrom('gate_passes')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .execute()
  return rows.map((row) => ({
    gate: gateSchema.parse(row.gate),
    subject: subjectSchema.parse({ kind: row.subject_kind, id: row.subject_id }),
    inputHash: row.input_hash,
    parts: partsSchema.parse(row.parts),
  }))
}

/** Remembers a pass; the newest of a subject stands. */
export async function upsertPass(ctx: Context, campaignId: string, { gate, subject, inputHash, parts }: Judgement): Promise<void> {
  const pass = { input_hash: inputHash, parts: JSON.stringify(parts), passed_at: ctx.now }
  await ctx.tx
    .insertInto('gate_passes')
    .values({ workspace_id: ctx.workspaceId, campaign_id: campaignId, gate, subject_kind: subject.kind, subject_id: subject.id, ...pass })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'campaign_id', 'gate', 'subject_kind', 'subject_id']).doUpdateSet(pass))
    .execute()
}
