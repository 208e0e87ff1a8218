import { isGone } from '@kolibra/core/selection'
import { z } from 'zod'
import { loadCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { listSteps } from './invitation-store.ts'
import { findVersionFor } from './plan-store.ts'
import { planReplacement, type ReplacementTask } from './replacement.ts'
import { chooseVersion, describeRun, startRun, type PlannerDesk, type PlannerWork, type StartedRun } from './run-planner.ts'

/** A no that the plan is to be solved again for: ids only, as a job carries them. */
export interface ReplacementOrder {
  readonly campaignId: string
  readonly creatorId: string
  readonly runId: string
}

const SEPARATOR = ':'
const orderSchema = z.tuple([z.uuid(), z.uuid(), z.uuid()])

/** Asks for the replacement in the transaction of the no: what the process forgets when it ends, the job remembers. */
async function orderReplacement(ctx: Context, { campaignId, creatorId, runId }: ReplacementOrder): Promise<void> {
  await enqueueJob(ctx, 'plans.replace', [campaignId, creatorId, runId].join(SEPARATOR))
}

/**
 * Solves the plan again for a no, as the job: waits where this process is at it already, does nothing where it is done, called off,
 * or no longer needed. A second time it does nothing.
 */
export async function replaceAsOrdered(subject: string, { runs, choose, ...desk }: PlannerDesk & Omit<PlannerWork, 'task'>): Promise<void> {
  const [campaignId, creatorId, runId] = orderSchema.parse(subject.split(SEPARATOR))
  await runs.settle(runId)
  const known = runs.find(runId)
  // What failed by a bug or a lost connection is tried again, as jobs are.
  if (known !== null && known.state !== 'failed') return
  const begun = await desk.inContext(async (ctx) => {
    const task = await findReplacement(ctx, campaignId, creatorId)
    if (task === null) return null
    const kept = await findVersionFor(ctx, { campaignId, creatorId, madeFrom: task.adoptInstead, after: runId })
    return { task, kept, run: { id: runId, workspaceId: ctx.workspaceId, campaignId, startedAt: ctx.now } }
  })
  if (begun === null) return
  const { run, task, kept } = begun
  // The process ended after the version was kept: it is chosen as it would have been, and not solved anew.
  if (kept !== null) await chooseVersion(desk, kept, { task, choose })
  else startRun(run, { ...desk, task, runs, choose })
  await runs.settle(runId)
  if (runs.find(runId)?.state === 'failed') throw new Error(`the planning ${runId} failed; it is tried again`)
}

/** How the plan is solved again without somebody who said no and still stands in it; null: there is nothing to replace. */
export async function findReplacement(ctx: Context, campaignId: string, creatorId: string): Promise<ReplacementTask | null> {
  const cause = await findNo(ctx, campaignId, creatorId)
  return cause === null ? null : planReplacement(ctx, campaignId, { creatorId, cause })
}

/** Begins the planning for a no: at once here, and remembered as a job until it is over. */
export async function beginReplacement(ctx: Context, task: ReplacementTask): Promise<StartedRun> {
  const run = await describeRun(ctx, task)
  await orderReplacement(ctx, { campaignId: task.campaignId, creatorId: task.origin.answer.creatorId, runId: run.id })
  return run
}

/** How a creator is out of a campaign; null: is not, or the campaign is gone. */
async function findNo(ctx: Context, campaignId: string, creatorId: string): Promise<'declined' | 'withdrawn' | null> {
  const last = (await listSteps(ctx, campaignId)).findLast((step) => step.creatorId === creatorId)
  return last === undefined || !isGone(last.to) ? null : last.to
}

/** Asks once more for the planning that a no began. Refuses `invitation.not_in_plan` where nobody of that id said no and stands in the plan. */
export async function replaceAgain(ctx: Context, campaignId: string, creatorId: string) {
  await loadCampaign(ctx, campaignId)
  const task = await findReplacement(ctx, campaignId, creatorId)
  if (task === null) throw new RequestError('invitation.not_in_plan', { creatorId })
  const run = await beginReplacement(ctx, task)
  await recordEvent(ctx, { name: 'plan.replacement_asked', subject: { kind: 'creator', id: creatorId }, campaignId })
  return { task, run }
}
