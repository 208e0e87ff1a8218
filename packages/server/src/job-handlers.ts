import { deliverNotice, sendDigest } from './accounts/index.ts'
import { loadCampaign } from './campaigns/index.ts'
import { expireChecks, rulebookOf } from './compliance/index.ts'
import { chooseCreators } from './content/index.ts'
import { endClock } from './creators/index.ts'
import { approveSilent, judgeCampaignAgain, judgeWorkspaceAgain, recordPasses } from './gates/index.ts'
import { expireUpload } from './imports/index.ts'
import type { Context } from './platform/context.ts'
import type { Server } from './platform/http.ts'
import type { JobHandlers, JobPayload } from './platform/jobs.ts'
import { findNoteWords, remindTurns } from './portal/index.ts'
import { scoreForecast } from './reports/index.ts'
import { runAsOwner } from './run-as-owner.ts'
import { makePlanRuns, refreshCohorts, refreshRowInPages, refreshRowsInPages, replaceAsOrdered, type PlanRuns } from './selection/index.ts'

/** Every job of the product, by name. Each runs in the workspace it was asked in, as the owner account, bound by row-level security. `planRuns`: the plannings of this process. */
export function makeJobHandlers(server: Server, planRuns: PlanRuns = makePlanRuns()): JobHandlers {
  const run = ({ workspaceId }: JobPayload, work: (ctx: Context) => Promise<void>) => runAsOwner(server, workspaceId, work)
  return {
    'creators.refresh_rows': (payload) => refreshRowsInPages((work) => run(payload, work), payload.subjectId),
    'creators.refresh_row': async (payload) => {
      if (payload.subjectId !== null) await refreshRowInPages((work) => run(payload, work), payload.subjectId)
    },
    'plans.replace': async (payload) => {
      if (payload.subjectId === null) return
      const desk = { inContext: <T>(work: (ctx: Context) => Promise<T>) => runAsOwner(server, payload.workspaceId, work), log: server.log }
      await replaceAsOrdered(payload.subjectId, { ...desk, runs: planRuns, choose: chooseCreators })
    },
    'creators.refresh_cohorts': (payload) => run(payload, refreshCohorts),
    // Erasing reaches tables that the request role may only read: still one workspace, still bound by row-level security.
    'persons.end_clock': (payload) =>
      runAsOwner({ ...server, app: server.owner }, payload.workspaceId, async (ctx) => {
        if (payload.subjectId !== null) await endClock(ctx, payload.subjectId)
      }),
    'checks.expire': (payload) => runAsOwner({ ...server, app: server.owner }, payload.workspaceId, expireChecks),
    'imports.expire_upload': (payload) =>
      run(payload, async (ctx) => {
        if (payload.subjectId !== null) await expireUpload(ctx, payload.subjectId)
      }),
    'drafts.approve_silent': (payload) =>
      run(payload, async (ctx) => {
        if (payload.subjectId !== null) await approveSilent(ctx, payload.subjectId)
      }),
    'notices.deliver': async (payload) => {
      if (payload.subjectId === null) return
      const inContext = <T>(work: (ctx: Context) => Promise<T>) => runAsOwner(server, payload.workspaceId, work)
      const nameCampaign = async (ctx: Context, id: string) => (await loadCampaign(ctx, id)).campaign.name
      await deliverNotice(payload.subjectId, { inContext, nameCampaign, findNoteWords, server })
    },
    'notices.digest': (payload) =>
      run(payload, async (ctx) => {
        if (payload.subjectId !== null) await sendDigest(ctx, payload.subjectId)
      }),
    'turns.remind': (payload) =>
      run(payload, async (ctx) => {
        if (payload.subjectId !== null) await remindTurns(ctx, payload.subjectId)
      }),
    'rules.judge_again': (payload) => run(payload, judgeWorkspaceAgain),
    'rules.judge_campaign': (payload) =>
      run(payload, async (ctx) => {
        if (payload.subjectId !== null) await judgeCampaignAgain(ctx, payload.subjectId, server.rulebook)
      }),
    'reports.score_forecast': (payload) =>
      run(payload, async (ctx) => {
        if (payload.subjectId !== null) await scoreForecast(ctx, payload.subjectId, await rulebookOf(ctx, server.rulebook))
      }),
    'gates.record_passes': (payload) =>
      run(payload, async (ctx) => {
        if (payload.subjectId !== null) await recordPasses(ctx, payload.subjectId, await rulebookOf(ctx, server.rulebook))
      }),
  }
}
