import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
import { newAccount } from '@kolibra/core/creators'
import { findPlanWorker, solvePlan } from './run-plan-worker.ts'
import { solveTask, type PlanTask } from './solve-task.ts'

const task: PlanTask = {
  campaign: CAMPAIGN,
  accounts: [0, 1, 2].map((index) => newAccount(exampleCreator(index))),
  asOf: '2026-11-22',
  keep: [],
  drop: [],
  accepted: [],
  history: new Map([[exampleCreator(0).accountId, { invited: 4, accepted: 1 }]]),
}
const idle = (signal = new AbortController().signal) => ({ signal, onShare: () => undefined })
const timeless = (plan: ReturnType<typeof solveTask>) => ({ ...plan, elapsedMs: 0 })

// The thread reads no TypeScript: it is built as the release builds it.
let folder: string
let program: URL
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-worker-'))
  const input = fileURLToPath(new URL('plan-worker.ts', import.meta.url))
  await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: true, outDir: folder, rollupOptions: { input, output: { format: 'es', entryFileNames: 'plan-worker.mjs' } } },
  })
  program = pathToFileURL(join(folder, 'plan-worker.mjs'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a plan in a thread of its own', () => {
  test('is the same as one that is solved here', async () => {
    const [told, here]: [number[], number[]] = [[], []]
    const plan = await solvePlan(task, { ...idle(), onShare: (share) => told.push(share) }, program)
    expect(timeless(plan)).toEqual(timeless(solveTask(task, (share) => here.push(share))))
    expect(told).toEqual(here)
    expect([told.length > 3, told.at(-1), told.toSorted((a, b) => a - b)]).toEqual([true, 1, told])
  })

  test('ends when it is cancelled, before and while it works', async () => {
    const reason = new Error('enough')
    await expect(solvePlan(task, idle(AbortSignal.abort(reason)), program)).rejects.toBe(reason)
    const stop = new AbortController()
    const working = solvePlan(task, idle(stop.signal), program)
    stop.abort(reason)
    await expect(working).rejects.toBe(reason)
  })

  test('a thread that dies is told as such', async () => {
    const broken = new URL('data:text/javascript,process.exit(7)')
    await expect(solvePlan(task, idle(), broken)).rejects.toThrow('ended with 7')
  })

  test('from sources there is no built thread, and the plan is solved here', async () => {
    expect(findPlanWorker()).toBeNull()
    expect(timeless(await solvePlan(task, idle()))).toEqual(timeless(solveTask(task, () => undefined)))
  })
})
