import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { planResultSchema, type PlanResult } from '@kolibra/core/selection'
import { z } from 'zod'
import { solveTask, type PlanTask } from './solve-task.ts'

/** The planner's memory: 100,000 accounts fit well; a plan that needs more must not take the server with it. */
const HEAP_MB = 2048

// Held in a variable: a literal would make the bundler inline the file as an asset.
const BUILT_WORKER = './plan-worker.mjs'

/** Where the built thread stands, or null when running from sources. */
export function findPlanWorker(): URL | null {
  const url = new URL(BUILT_WORKER, import.meta.url)
  return url.protocol === 'file:' && existsSync(url) ? url : null
}

/** Who waits for a plan: when to stop, and whom to tell how much of it is done, 0–1. */
export interface SolveWatch {
  readonly signal: AbortSignal
  readonly onShare: (share: number) => void
}

/** What the thread says: how far it is, and in the end the plan. */
const messageSchema = z.union([z.object({ share: z.number() }), z.object({ plan: planResultSchema })])

/** Solves in a thread of its own, which ends at once, whatever it is at, when the signal says so. From sources, where there is none, it solves here. */
export async function solvePlan(task: PlanTask, watch: SolveWatch, program = findPlanWorker()): Promise<PlanResult> {
  watch.signal.throwIfAborted()
  return program === null ? solveTask(task, watch.onShare) : runPlanWorker(program, task, watch)
}

function runPlanWorker(program: URL, task: PlanTask, { signal, onShare }: SolveWatch): Promise<PlanResult> {
  const thread = new Worker(program, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      signal.removeEventListener('abort', stop)
      settle()
      void thread.terminate()
    }
    const stop = (): void => end(() => reject(signal.reason))
    signal.addEventListener('abort', stop, { once: true })
    thread.on('message', (message: unknown) => {
      const said = messageSchema.parse(message)
      if ('share' in said) onShare(said.share)
      else end(() => resolve(said.plan))
    })
    thread.once('error', (error) => end(() => reject(error)))
    thread.once('exit', (code) => end(() => reject(new Error(`the thread that plans ended with ${code} before it answered`))))
  })
}
