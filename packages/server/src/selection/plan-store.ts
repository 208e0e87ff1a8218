import { planAskSchema, planCauseSchema, planResultSchema, type PlanAsk, type PlanCause, type PlanResult } from '@kolibra/core/selection'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'

/** A version of a campaign's plan as it was asked for and computed. Its ids are creator ids of this workspace. */
export interface StoredPlan {
  readonly id: string
  readonly campaignId: string
  /** 1, 2, 3 … in a campaign, scenarios among them. */
  readonly version: number
  readonly madeFrom: string | null
  /** Its name beside the versions; null: a version of the plan itself. */
  readonly scenario: string | null
  readonly cause: PlanCause
  readonly causeCreatorId: string | null
  readonly ask: PlanAsk
  readonly plan: PlanResult
  readonly createdAt: string
}

/** What is kept of a version that was just computed. */
export type NewPlan = Omit<StoredPlan, 'version' | 'createdAt'>

const COLUMNS = [
  'plan_id',
  'campaign_id',
  'version',
  'made_from',
  'scenario',
  'cause',
  'cause_creator_id',
  'ask',
  'plan',
  'created_at',
] as const

function selectPlans(ctx: Context, campaignId: string) {
  return ctx.tx.selectFrom('plans').select(COLUMNS).where('workspace_id', '=', ctx.workspaceId).where('campaign_id', '=', campaignId)
}
type PlanRow = Awaited<ReturnType<ReturnType<typeof selectPlans>['execute']>>[number]

function parseRow(row: PlanRow): StoredPlan {
  return {
    id: row.plan_id,
    campaignId: row.campaign_id,
    version: row.version,
    madeFrom: row.made_from,
    scenario: row.scenario,
    cause: planCauseSchema.parse(row.cause),
    causeCreatorId: row.cause_creator_id,
    ask: planAskSchema.parse(row.ask),
    plan: planResultSchema.parse(row.plan),
    createdAt: row.created_at,
  }
}

/** Locks the versions of a campaign against another that is being added; returns how many there are. */
export async function lockVersions(ctx: Context, campaignId: string): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`plans ${ctx.workspaceId} ${campaignId}`}, 0))`.execute(ctx.tx)
  const { last } = await ctx.tx
    .selectFrom('plans')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** Keeps a version under its number; plans are never changed. */
export async function insertPlan(ctx: Context, plan: NewPlan, version: number): Promise<void> {
  await ctx.tx
    .insertInto('plans')
    .values({
      workspace_id: ctx.workspaceId,
      plan_id: plan.id,
      campaign_id: plan.campaignId,
      version,
      made_from: plan.madeFrom,
      scenario: plan.scenario,
      cause: plan.cause,
      cause_creator_id: plan.causeCreatorId,
      ask: JSON.stringify(plan.ask),
      plan: JSON.stringify(plan.plan),
      created_at: ctx.now,
      created_by: ctx.actor.id,
    })
    .execute()
}

/** The newest version of a campaign's plan, scenarios left aside; null when there is none. */
export async function findLatestPlan(ctx: Context, campaignId: string): Promise<StoredPlan | null> {
  const row = await selectPlans(ctx, campaignId).where('scenario', 'is', null).orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? null : parseRow(row)
}

/** The version that was made after a moment for somebody's no, in the place of another; null: none. `after` is an id minted then. */
export async function findVersionFor(
  ctx: Context,
  { campaignId, creatorId, madeFrom, after }: { campaignId: string; creatorId: string; madeFrom: string; after: string },
): Promise<StoredPlan | null> {
  const row = await selectPlans(ctx, campaignId)
    .where('cause_creator_id', '=', creatorId)
    .where('made_from', '=', madeFrom)
    .where('plan_id', '>', after)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : parseRow(row)
}

/** One plan of a campaign, or `request.not_found`. */
export async function loadPlan(ctx: Context, campaignId: string, planId: string): Promise<StoredPlan> {
  const row = await selectPlans(ctx, campaignId).where('plan_id', '=', planId).executeTakeFirst()
  return parseRow(found(row, 'plan', planId))
}
