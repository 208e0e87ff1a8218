import type { Context } from '../platform/context.ts'

/** One line of a campaign's history: who did what to what. Names come from the members and from who acts outside, not from the event. */
export interface EventEntry {
  readonly id: string
  readonly at: string
  readonly actor: { readonly id: string; readonly name: string | null; readonly role: string }
  readonly name: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly fields: readonly string[]
}

const LONGEST_HISTORY = 500

/** What happened in a campaign, newest first. */
export async function listCampaignEvents(ctx: Context, campaignId: string): Promise<EventEntry[]> {
  const rows = await ctx.tx
    .selectFrom('events')
    .leftJoin('members', (join) =>
      join.onRef('members.workspace_id', '=', 'events.workspace_id').onRef('members.user_id', '=', 'events.actor_id'),
    )
    .leftJoin('party_members', (join) =>
      join
        .onRef('party_members.workspace_id', '=', 'events.workspace_id')
        .onRef('party_members.campaign_id', '=', 'events.campaign_id')
        .onRef('party_members.member_id', '=', 'events.actor_id'),
    )
    .select([
      'events.event_id',
      'events.at',
      'events.actor_id',
      'events.actor_role',
      'members.name as actor_name',
      'party_members.person_name as outside_name',
      'events.name',
      'events.subject_kind',
      'events.subject_id',
      'events.fields',
    ])
    .where('events.workspace_id', '=', ctx.workspaceId)
    .where('events.campaign_id', '=', campaignId)
    .orderBy('events.event_id', 'desc')
    .limit(LONGEST_HISTORY)
    .execute()
  return rows.map((row) => ({
    id: row.event_id,
    at: row.at,
    actor: { id: row.actor_id, name: row.actor_name ?? row.outside_name, role: row.actor_role },
    name: row.name,
    subject: { kind: row.subject_kind, id: row.subject_id },
    fields: row.fields,
  }))
}
