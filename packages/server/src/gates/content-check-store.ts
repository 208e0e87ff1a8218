import { lintItemSchema, type LintItem } from '@kolibra/core/compliance'
import type { Context } from '../platform/context.ts'

/** What was checked: a brief, a deliverable up to its publication, or the live post it became. */
export interface CheckedSubject {
  readonly kind: 'brief' | 'deliverable' | 'post'
  readonly id: string
}

/** The newest check of a subject, and of which version of its text. */
export interface ContentCheck {
  readonly subject: CheckedSubject
  readonly textId: string
  readonly lint: LintItem
}

/** The newest checks of a campaign's brief, deliverables and posts. */
export async function listContentChecks(ctx: Context, campaignId: string): Promise<ContentCheck[]> {
  const rows = await ctx.tx
    .selectFrom('content_checks')
    .select(['subject_kind', 'subject_id', 'text_id', 'lint'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .execute()
  return rows.map((row) => ({
    subject: { kind: row.subject_kind, id: row.subject_id },
    textId: row.text_id,
    lint: lintItemSchema.parse(row.lint),
  }))
}

/** Remembers a check; the newest of a subject stands. */
export async function upsertContentCheck(ctx: Context, campaignId: string, { subject, textId, lint }: ContentCheck): Promise<void> {
  const check = { text_id: textId, lint: JSON.stringify(lint), checked_at: ctx.now }
  await ctx.tx
    .insertInto('content_checks')
    .values({
      workspace_id: ctx.workspaceId,
      campaign_id: campaignId,
      subject_kind: subject.kind,
      subject_id: subject.id,
      deliverable_id: subject.kind === 'brief' ? null : subject.id,
      ...check,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'subject_kind', 'subject_id']).doUpdateSet(check))
    .execute()
}
