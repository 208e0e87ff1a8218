import type { Logger } from 'pino'
import { loadCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { look, type HttpContext } from '../platform/http.ts'
import { RequestError } from '../platform/request-error.ts'
import type { PlanChoice } from './adopt-plan.ts'
import { gatherPlan } from './gather-plan.ts'
import { keepPlan } from './make-plan.ts'
import { listPool } from './change-shortlists.ts'
import type { PlanRun, PlanRuns, RunResult, RunWatch } from './plan-runs.ts'
import { readStanding } from './read-invitations.ts'
import { loadPlan, type StoredPlan } from './plan-store.ts'
import type { PlannerTask } from './planner-task.ts'
import { planReplacement } from './replacement.ts'
import { solvePlan } from './run-plan-worker.ts'

/** Makes a plan the campaign's with all that hangs on it: posts are further right than plans. */
export type ChoosePlan = (ctx: Context, choice: PlanChoice) => Promise<unknown>

/** Where a planning works: transactions of its own in one workspace, as whoever asked for it, and a log for bugs. */
export interface PlannerDesk {
  readonly inContext: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>
  readonly log: Pick<Logger, 'error'>
}

/** The desk of whoever sent a request; it outlives the request. */
export const deskOf = (c: HttpContext): PlannerDesk => ({ inContext: (work) => look(c, 'plans.write', work), log: c.get('log') })

/** Reads and solves in two steps, so that no transaction stays open while the thread works. */
export async function solveAsked({ inContext }: PlannerDesk, { campaignId, origin }: PlannerTask, watch: RunWatch) {
  const asked = { ask: origin.ask, keepsThoseLeft: origin.answer !== undefined }
  const gathered = await inContext((ctx) => gatherPlan(ctx, campaignId, asked))
  watch.onState('solving')
  const plan = await solvePlan(gathered.request, watch)
  watch.signal.throwIfAborted()
  watch.onState('keeping')
  return { gathered, plan }
}

/** Solves, keeps the version, and chooses it where it takes the place of another; passed over, it plans again if it is still needed. */
async function runPlanner(
  desk: PlannerDesk,
  task: PlannerTask,
  { watch, choose }: { watch: RunWatch; choose: ChoosePlan },
): Promise<RunResult> {
  const { campaignId, origin, adoptInstead } = task
  const solved = await solveAsked(desk, task, watch)
  const { id, plan } = await desk.inContext((ctx) => keepPlan(ctx, campaignId, { ...solved, origin }))
  if (adoptInstead === undefined || plan.infeasible !== null) return { planId: id, isAdopted: false }
  if (await chooseVersion(desk, { id, plan }, { task, choose })) return { planId: id, isAdopted: true }
  const again = await desk.inContext((ctx) => planAgain(ctx, task))
  if (again === null) return { planId: id, isAdopted: false }
  // A version is kept already, so the run stays in "keeping": to cancel it now would not keep nothing.
  return runPlanner(desk, again, { watch: { ...watch, onState: () => undefined, onShare: () => undefined }, choose })
}

// Somebody else said no while this one was solved: whoever it was made for may still be in the plan of the campaign.
async function planAgain(ctx: Context, { campaignId, origin: { answer } }: PlannerTask): Promise<PlannerTask | null> {
  if (answer === undefined) return null
  const { gone } = await readStanding(ctx, campaignId)
  return gone.includes(answer.creatorId) ? planReplacement(ctx, campaignId, answer) : null
}

/** A run that is about to begin. */
export type StartedRun = Pick<PlanRun, 'id' | 'workspaceId' | 'campaignId' | 'startedAt'>

/** Looks whether what a planning is asked with is there. */
export async function describeRun(ctx: Context, { campaignId, origin }: PlannerTask): Promise<StartedRun> {
  await loadCampaign(ctx, campaignId)
  const { shortlistId, madeFrom } = origin.ask
  if (shortlistId !== null) await listPool(ctx, shortlistId)
  if (madeFrom !== null) await loadPlan(ctx, campaignId, madeFrom)
  return { id: ctx.mintId(), workspaceId: ctx.workspaceId, campaignId, startedAt: ctx.now }
}

/** Starts a run that nobody waits for: what goes wrong is told by the run, and a bug is in the log. */
export function startRun(run: StartedRun, { task, runs, choose, ...desk }: PlannerDesk & PlannerWork): void {
  runs
    .start(run, (watch) => runPlanner(desk, task, { watch, choose }))
    .catch((error: unknown) => {
      if (runs.find(run.id)?.state === 'failed') desk.log.error({ err: error }, 'a plan could not be made')
    })
}

/** A planning, the line it waits in, and how its version is made the campaign's. */
export interface PlannerWork {
  readonly task: PlannerTask
  readonly runs: PlanRuns
  readonly choose: ChoosePlan
}

/** Makes a version the campaign's in the place of another, unless it is refused or was passed over; whether it did. */
export async function chooseVersion(
  desk: PlannerDesk,
  { id, plan }: Pick<StoredPlan, 'id' | 'plan'>,
  { task: { campaignId, adoptInstead }, choose }: Pick<PlannerWork, 'task' | 'choose'>,
): Promise<boolean> {
  if (plan.infeasible !== null) return false
  return chooseUnlessPassed(desk, { campaignId, planId: id, creatorIds: plan.chosen, instead: adoptInstead }, choose)
}

// What another choice, an answer or an erasure meanwhile makes of a choice.
const PASSED_OVER: readonly string[] = ['state.lost_race', 'choice.drops_held', 'choice.includes_gone', 'request.not_found']

// Passed over, the version is kept for people to look at, and what they did meanwhile counts.
async function chooseUnlessPassed({ inContext }: PlannerDesk, choice: PlanChoice, choose: ChoosePlan): Promise<boolean> {
  try {
    await inContext((ctx) => choose(ctx, choice))
    return true
  } catch (error) {
    if (error instanceof RequestError && PASSED_OVER.includes(error.code)) return false
    throw error
  }
}
