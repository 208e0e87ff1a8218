import { OUTCOMES, VERDICTS } from '@kolibra/core/compliance'
import type { RuleChange } from '@kolibra/core/gates'
import { daySchema, hashOf, localizedSchema, momentSchema } from '@kolibra/core/shared'
import { z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { sha256 } from '../platform/secrets.ts'

const outcomeSchema = z.enum(OUTCOMES).nullable()
const changeSchema = z.object({
  ruleId: z.string(),
  title: localizedSchema.nullable(),
  before: outcomeSchema,
  after: outcomeSchema,
  words: z.array(z.string()),
})

/** What a change of rules did, or will do, to one brief or post. */
export const impactSchema = z
  .object({
    id: z.uuid(),
    campaign: z.object({ id: z.uuid(), name: z.string() }),
    subject: z.object({ kind: z.enum(['brief', 'deliverable']), id: z.uuid(), label: z.string().nullable() }),
    stage: z.enum(['brief', 'draft', 'scheduled', 'live']),
    owner: z.object({ id: z.uuid(), name: z.string().nullable() }),
    effectiveOn: daySchema,
    fromRulebook: z.string(),
    toRulebook: z.string(),
    before: z.enum(VERDICTS),
    after: z.enum(VERDICTS),
    changes: z.array(changeSchema),
    foundAt: momentSchema,
    seen: z.object({ by: z.string().nullable(), at: momentSchema }).nullable(),
  })
  .openapi('RuleImpact')
export type RuleImpact = z.infer<typeof impactSchema>

/** An impact as it is found. */
export interface NewImpact extends Pick<RuleImpact, 'stage' | 'effectiveOn' | 'fromRulebook' | 'toRulebook' | 'before' | 'after'> {
  readonly campaignId: string
  readonly subject: { readonly kind: 'brief' | 'deliverable'; readonly id: string }
  readonly ownerId: string
  readonly changes: readonly RuleChange[]
}

/** Keeps an impact; null when the same change was told before. */
export async function insertImpact(ctx: Context, impact: NewImpact): Promise<string | null> {
  const { subject, effectiveOn, toRulebook, changes } = impact
  const told = changes.map(({ ruleId, before, after, words }) => ({ ruleId, before, after, words }))
  const row = await ctx.tx
    .insertInto('rule_impacts')
    .values({
      workspace_id: ctx.workspaceId,
      impact_id: ctx.mintId(),
      campaign_id: impact.campaignId,
      subject_kind: subject.kind,
      subject_id: subject.id,
      deliverable_id: subject.kind === 'deliverable' ? subject.id : null,
      stage: impact.stage,
      owner_id: impact.ownerId,
      effective_on: effectiveOn,
      from_rulebook: impact.fromRulebook,
      to_rulebook: toRulebook,
      verdict_before: impact.before,
      verdict_after: impact.after,
      changes: JSON.stringify(changes),
      content_hash: hashOf({ subject, effectiveOn, toRulebook, told }, sha256),
      found_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('impact_id')
    .executeTakeFirst()
  return row?.impact_id ?? null
}

/** Which impacts are asked for: of a campaign, of posts of a creator, of one owner, those nobody has seen. */
export interface ImpactFilter {
  readonly campaignId?: string | undefined
  readonly creatorId?: string | undefined
  readonly ownerId?: string | undefined
  readonly isUnseen?: boolean | undefined
}

/** How many, and from which on: those found before the impact of this id. */
export interface ImpactPlace {
  readonly limit: number
  readonly before?: string | undefined
}

const PAGE = 200

/** Impacts, newest first; at most 200 unless told. */
export async function listImpacts(
  ctx: Context,
  { campaignId, creatorId, ownerId, isUnseen = false }: ImpactFilter,
  { limit, before }: ImpactPlace = { limit: PAGE },
): Promise<RuleImpact[]> {
  const rows = await selectImpacts(ctx)
    .$if(campaignId !== undefined, (query) => query.where('rule_impacts.campaign_id', '=', campaignId ?? ''))
    .$if(creatorId !== undefined, (query) => query.where('deliverables.creator_id', '=', creatorId ?? ''))
    .$if(ownerId !== undefined, (query) => query.where('rule_impacts.owner_id', '=', ownerId ?? ''))
    .$if(isUnseen, (query) => query.where('rule_impacts.seen_at', 'is', null))
    .$if(before !== undefined, (query) => query.where('rule_impacts.impact_id', '<', before ?? ''))
    .orderBy('rule_impacts.impact_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.impact_id,
    campaign: { id: row.campaign_id, name: row.campaign_name },
    subject: { kind: row.subject_kind, id: row.subject_id, label: row.creator_name },
    stage: row.stage,
    owner: { id: row.owner_id, name: row.owner_name },
    effectiveOn: row.effective_on,
    fromRulebook: row.from_rulebook,
    toRulebook: row.to_rulebook,
    before: z.enum(VERDICTS).parse(row.verdict_before),
    after: z.enum(VERDICTS).parse(row.verdict_after),
    changes: changeSchema.array().parse(row.changes),
    foundAt: row.found_at,
    seen: row.seen_at === null ? null : { by: row.seer_name, at: row.seen_at },
  }))
}

function selectImpacts(ctx: Context) {
  return ctx.tx
    .selectFrom('rule_impacts')
    .innerJoin('campaigns', (join) =>
      join
        .onRef('campaigns.workspace_id', '=', 'rule_impacts.workspace_id')
        .onRef('campaigns.campaign_id', '=', 'rule_impacts.campaign_id'),
    )
    .leftJoin('deliverables', (join) =>
      join
        .onRef('deliverables.workspace_id', '=', 'rule_impacts.workspace_id')
        .onRef('deliverables.deliverable_id', '=', 'rule_impacts.deliverable_id'),
    )
    .leftJoin('creators', (join) =>
      join.onRef('creators.workspace_id', '=', 'deliverables.workspace_id').onRef('creators.creator_id', '=', 'deliverables.creator_id'),
    )
    .leftJoin('members as owners', (join) =>
      join.onRef('owners.workspace_id', '=', 'rule_impacts.workspace_id').onRef('owners.user_id', '=', 'rule_impacts.owner_id'),
    )
    .leftJoin('members as seers', (join) =>
      join.onRef('seers.workspace_id', '=', 'rule_impacts.workspace_id').onRef('seers.user_id', '=', 'rule_impacts.seen_by'),
    )
    .selectAll('rule_impacts')
    .select((eb) => [
      sql<string>`campaigns.campaign ->> 'name'`.as('campaign_name'),
      eb.ref('creators.display_name').as('creator_name'),
      eb.ref('owners.name').as('owner_name'),
      eb.ref('seers.name').as('seer_name'),
    ])
    .where('rule_impacts.workspace_id', '=', ctx.workspaceId)
}

/** How many impacts wait for their owner to see them. */
export async function countUnseenImpacts(ctx: Context, ownerId: string): Promise<number> {
  const { n } = await ctx.tx
    .selectFrom('rule_impacts')
    .select((eb) => eb.fn.countAll().as('n'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('owner_id', '=', ownerId)
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Marks an impact as seen by whoever acts; false when it was seen already or is not there. */
export async function markImpactSeen(ctx: Context, id: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('rule_impacts')
    .set({ seen_by: ctx.actor.id, seen_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('impact_id', '=', id)
    .where('seen_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The campaign of an impact; undefined when there is no such impact. */
export async function findImpactCampaign(ctx: Context, id: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('rule_impacts')
    .select('campaign_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('impact_id', '=', id)
    .executeTakeFirst()
  return row?.campaign_id
}
