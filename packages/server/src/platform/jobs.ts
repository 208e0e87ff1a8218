import { Logger, run, type Runner, type TaskList } from 'graphile-worker'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Logger as Log } from 'pino'
import { z } from 'zod'
import type { Context } from './context.ts'

/** A job's payload holds ids and nothing else. */
export const jobPayloadSchema = z.object({ workspaceId: z.uuid(), subjectId: z.string().nullable() })
export type JobPayload = z.infer<typeof jobPayloadSchema>

/** Handlers are idempotent and only call verbs. Names are imperative: `creators.refresh_rows`. */
export type JobHandlers = Readonly<Record<string, (payload: JobPayload) => Promise<void>>>

/** Asks for work, in the transaction that needs it: no commit, no job. Jobs with the same task and subject that wait are one. */
export async function enqueueJob(ctx: Context, task: string, subjectId: string | null): Promise<void> {
  const payload: JobPayload = { workspaceId: ctx.workspaceId, subjectId }
  const key = `${task}:${ctx.workspaceId}:${subjectId ?? ''}`
  await sql`SELECT enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${key})`.execute(ctx.tx)
}

/** The first moment of the Shanghai day after `day`, when a clock that ends with `day` has ended. */
export function momentAfter(day: string): string {
  return new Date(Date.parse(`${day}T16:00:00Z`)).toISOString()
}

/** Asks for work at a later moment (ISO). Asked again for the same subject, the later asking moves it. */
export async function enqueueJobAt(ctx: Context, { task, subjectId, at }: { task: string; subjectId: string; at: string }): Promise<void> {
  const payload: JobPayload = { workspaceId: ctx.workspaceId, subjectId }
  const key = `${task}:${ctx.workspaceId}:${subjectId}`
  await sql`SELECT enqueue_job_at(${task}, ${JSON.stringify(payload)}::json, ${key}, ${at}::timestamptz)`.execute(ctx.tx)
}

/** Whether a job of this kind waits or runs in the workspace. Asked before what the job changes is read, a no means that it is all there. */
export async function waitsForJob(ctx: Context, task: string): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`SELECT waits_for_job(${task}) AS waits`.execute(ctx.tx)
  return rows[0]?.waits === true
}

/** Gives back the jobs that a process held when it ended without a word; only where no other process can be at them. Else they wait for hours. */
export async function freeJobs(pool: pg.Pool): Promise<void> {
  await pool.query(
    'SELECT graphile_worker.force_unlock_workers(ARRAY(SELECT DISTINCT locked_by FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL))',
  )
}

/** Runs jobs until stopped. Its words go to our log, it reads no crontab and leaves signals to us. */
export async function startJobs(pool: pg.Pool, handlers: JobHandlers, log: Log): Promise<Runner> {
  const taskList: TaskList = {}
  for (const [name, handle] of Object.entries(handlers)) taskList[name] = async (payload) => handle(jobPayloadSchema.parse(payload))
  const logger = new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ job: message }, 'job runner')
    else log.debug({ job: message }, 'job runner')
  })
  // With a delay, be it 0, the runner waits at its stop until every ended job's row is settled; without one it does not.
  const preset = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }
  return run({
    pgPool: pool,
    taskList,
    logger,
    parsedCronItems: [],
    noHandleSignals: true,
    concurrency: 2,
    schema: 'graphile_worker',
    preset,
  })
}
