import { once } from 'node:events'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeJobHandlers } from '../job-handlers.ts'
import { exampleCreator } from '../test/campaign-example.ts'
import { openTestHouse, type TestHouse } from '../test/test-house.ts'
import { openDatabase, type OpenDatabase } from './database.ts'
import { enqueueJob, freeJobs, startJobs, type JobHandlers } from './jobs.ts'

const log = pino({ level: 'silent' })

let house: TestHouse
let owner: OpenDatabase
let workspaceId: string
let stop: () => Promise<void> = async () => undefined

beforeAll(async () => {
  house = await openTestHouse()
  owner = openDatabase(house.ownerUrl, { size: 6, onLost: () => undefined })
  workspaceId = await house.openWorkspace()
})
afterEach(async () => {
  await stop()
  await owner.pool.query('DELETE FROM graphile_worker._private_jobs')
})
afterAll(async () => {
  await owner.db.destroy()
  await house.close()
})

const ask = (task: string, subjectId: string | null = null) => house.inWorkspace(workspaceId, (ctx) => enqueueJob(ctx, task, subjectId))
const countJobs = async () => (await owner.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM graphile_worker.jobs')).rows[0]?.n

/** Starts the runner and waits until this many jobs ended, well or badly. */
async function runUntil(handlers: JobHandlers, ended: number): Promise<void> {
  const runner = await startJobs(owner.pool, handlers, log)
  stop = async () => {
    stop = async () => undefined
    await runner.stop()
  }
  for (let done = 0; done < ended; done += 1) await once(runner.events, 'job:complete')
  // A job is told of before its row is settled; stopping waits for that.
  await stop()
}

describe('a job', () => {
  test('is not asked for when its transaction fails', async () => {
    const failing = house.inWorkspace(workspaceId, async (ctx) => {
      await enqueueJob(ctx, 'creators.refresh_rows', null)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await countJobs()).toBe(0)
  })

  test('that waits already is not asked for twice', async () => {
    for (const subject of ['a', 'a', 'b', null, null]) await ask('creators.refresh_rows', subject)
    expect(await countJobs()).toBe(3)
  })

  test('gets the workspace and the subject it was asked for, and goes when it is done', async () => {
    const given: unknown[] = []
    await ask('test.note', 'the-subject')
    await runUntil({ 'test.note': async (payload) => void given.push(payload) }, 1)
    expect(given).toEqual([{ workspaceId, subjectId: 'the-subject' }])
    expect(await countJobs()).toBe(0)
  })

  test('that fails stays with its reason and is tried again later', async () => {
    await ask('test.fail')
    await runUntil({ 'test.fail': () => Promise.reject(new Error('the other side does not answer')) }, 1)
    const { rows } = await owner.pool.query('SELECT attempts, last_error, run_at > now() AS later FROM graphile_worker.jobs')
    expect(rows).toEqual([{ attempts: 1, last_error: expect.stringContaining('does not answer'), later: true }])
  })

  test('is tried again after a failure and then goes', async () => {
    let tries = 0
    const handlers: JobHandlers = {
      'test.second': async () => {
        tries += 1
        if (tries === 1) throw new Error('not yet')
      },
    }
    await ask('test.second')
    await runUntil(handlers, 1)
    await owner.pool.query('UPDATE graphile_worker._private_jobs SET run_at = now()')
    await runUntil(handlers, 1)
    expect(tries).toBe(2)
    expect(await countJobs()).toBe(0)
  })

  test('whose payload is no payload of ours never reaches its handler', async () => {
    let reached = 0
    await owner.pool.query(`SELECT graphile_worker.add_job('test.note', '{"workspaceId":"nobody"}')`)
    await runUntil({ 'test.note': async () => void (reached += 1) }, 1)
    expect(reached).toBe(0)
    expect(await countJobs()).toBe(1)
  })

  test('of a name that nobody handles waits untouched', async () => {
    await ask('test.unknown')
    await ask('test.note')
    await runUntil({ 'test.note': async () => undefined }, 1)
    const { rows } = await owner.pool.query('SELECT task_identifier, attempts FROM graphile_worker.jobs')
    expect(rows).toEqual([{ task_identifier: 'test.unknown', attempts: 0 }])
  })
})

describe('a job that a process held when it ended without a word', () => {
  test('waits for hours, and is done at once after it was given back', async () => {
    await ask('test.note')
    await owner.pool.query("UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'worker-of-a-process-that-is-gone'")
    await freeJobs(owner.pool)
    const done: string[] = []
    await runUntil({ 'test.note': async () => void done.push('done') }, 1)
    expect([done, await countJobs()]).toEqual([['done'], 0])
  })
})

describe('stopping', () => {
  test('waits for the job that runs', async () => {
    const steps: string[] = []
    let begin: () => void = () => undefined
    let release: () => void = () => undefined
    const begun = new Promise<void>((resolve) => (begin = resolve))
    const held = new Promise<void>((resolve) => (release = resolve))
    await ask('test.slow')
    const runner = await startJobs(
      owner.pool,
      {
        'test.slow': async () => {
          begin()
          await held
          steps.push('job ended')
        },
      },
      log,
    )
    await begun
    const stopped = runner.stop().then(() => steps.push('runner stopped'))
    release()
    await stopped
    expect(steps).toEqual(['job ended', 'runner stopped'])
    expect(await countJobs()).toBe(0)
  })
})

describe('the jobs of the product', () => {
  test('run twice do the same as once', async () => {
    const person = await house.visit(workspaceId, 'owner')
    await person.send('POST /api/v1/creators', exampleCreator(1))
    const handlers = makeJobHandlers(house.server)
    const read = () =>
      house.inWorkspace(workspaceId, (ctx) => sql<{ row: string }>`SELECT creator_rows::text AS row FROM creator_rows`.execute(ctx.tx))
    await handlers['creators.refresh_rows']?.({ workspaceId, subjectId: null })
    const first = (await read()).rows
    await handlers['creators.refresh_rows']?.({ workspaceId, subjectId: null })
    expect((await read()).rows).toEqual(first)
    expect(first).toHaveLength(1)
  })

  test('for a workspace that is gone change nothing', async () => {
    const gone = { workspaceId: '01a20000-0000-7000-8000-0000000000ff', subjectId: null }
    await expect(makeJobHandlers(house.server)['gates.record_passes']?.(gone)).resolves.toBeUndefined()
  })
})
