import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeJobHandlers } from '../job-handlers.ts'
import { enqueueJob, startJobs, type JobPayload } from '../platform/jobs.ts'
import { needUpward } from '../platform/find-folder.ts'
import { openDatabase } from '../platform/database.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { loadDemo } from './load-demo.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await loadDemo(house.server, needUpward('examples')), 'owner')
})
afterAll(() => house.close())

const read = async (path: string) => (await owner.send(`GET /api/v1${path}`)).json()

describe('the example', () => {
  test('is a campaign in the middle of its way, in a workspace of its own', async () => {
    expect(await read('/session')).toMatchObject({ workspace: { name: '示例 Example: Alpensee' }, workspaces: [{ demo: true }] })
    const { items } = await read('/campaigns')
    expect(items).toHaveLength(2)
    expect(items[0].campaign.name).toContain('Alpensee')
    const { gates } = await read(`/campaigns/${items[0].id}/gates`)
    expect(gates.find((gate: { gate: string }) => gate.gate === 'goal').state).toBe('passed')
    expect(gates.find((gate: { gate: string }) => gate.gate === 'choice').total).toBeGreaterThan(3)
    expect(await read(`/campaigns/${items[0].id}/briefs`)).toMatchObject([{ version: 1, state: 'in_review' }])
    expect((await read('/imports')).items).toHaveLength(5)
    expect((await read('/creators')).total).toBeGreaterThan(100)
  })

  test('tells of whom conflicts are known to be none and of whom nobody asked', async () => {
    const { items } = await read('/campaigns')
    const [{ id }] = (await read('/shortlists')).items
    const { entries } = await read(`/shortlists/${id}`)
    const ids = entries.slice(0, 50).map(({ creatorId }: { creatorId: string }) => creatorId)
    const { items: held } = await read(`/campaigns/${items[0].id}/assessments?creators=${ids.join(',')}`)
    const unknown = held.map(({ conflicts }: { conflicts: { code: string }[] }) =>
      conflicts.some(({ code }) => code === 'choice.conflict_unknown'),
    )
    expect(new Set(unknown)).toEqual(new Set([true, false]))
  })

  test('has a second campaign with invitations in every state, a conflict that blocks, and a scenario', async () => {
    const [main, { id }] = (await read('/campaigns')).items
    const { items: invitations } = await read(`/campaigns/${id}/invitations`)
    const states = new Set(invitations.map(({ state }: { state: string }) => state))
    expect(states).toEqual(new Set(['proposed', 'invited', 'accepted', 'declined', 'withdrawn']))
    const { gates } = await read(`/campaigns/${id}/gates`)
    const choice = gates.find(({ gate }: { gate: string }) => gate === 'choice')
    const found = choice.judgements.flatMap(({ findings }: { findings: { code: string; severity: string }[] }) => findings)
    expect(found).toContainEqual(expect.objectContaining({ code: 'choice.exclusivity', severity: 'block' }))
    const { items: versions } = await read(`/campaigns/${id}/plans`)
    expect(versions.map(({ scenario }: { scenario: string | null }) => scenario)).toEqual([expect.stringContaining('a fifth less'), null])
    // The campaign to begin with stays as clean as it was: whoever is bound is in nobody's plan any more.
    const { gates: clean } = await read(`/campaigns/${main.id}/gates`)
    expect(clean.find(({ gate }: { gate: string }) => gate === 'choice').state).not.toBe('blocked')
  })

  test('has a report whose unknown numbers are null with a reason', async () => {
    const { items } = await read('/campaigns')
    const report = await read(`/campaigns/${items[0].id}/report`)
    expect(report.numbers.length).toBeGreaterThan(0)
    for (const { value, because, source } of report.numbers) expect(value === null ? because : source).toBeTruthy()
  })
})

describe('jobs', () => {
  test('run once their transaction has committed, in their workspace', async () => {
    const { pool, db } = openDatabase(house.ownerUrl, { size: 4, onLost: () => undefined })
    let finish: (payload: JobPayload) => void = () => undefined
    const done = new Promise<JobPayload>((resolve) => {
      finish = resolve
    })
    const handlers = makeJobHandlers(house.server)
    const record = handlers['gates.record_passes']
    if (record === undefined) throw new Error('the job has a handler')
    const { items } = await read('/campaigns')
    const observed = {
      ...handlers,
      'gates.record_passes': async (payload: JobPayload) => {
        await record(payload)
        // The second campaign of the example has a job of its own.
        if (payload.subjectId === items[0].id) finish(payload)
      },
    }
    const jobs = await startJobs(pool, observed, house.server.log)
    await house.inWorkspace(owner.workspaceId, (ctx) => enqueueJob(ctx, 'gates.record_passes', items[0].id))
    expect(await done).toEqual({ workspaceId: owner.workspaceId, subjectId: items[0].id })
    await jobs.stop()
    await db.destroy()
    const { items: events } = await read(`/campaigns/${items[0].id}/events`)
    expect(events.map((event: { name: string }) => event.name)).toContain('gate.passed')
  })

  test('repeat without effect', async () => {
    const handlers = makeJobHandlers(house.server)
    const { items } = await read('/campaigns')
    const count = async () => (await read(`/campaigns/${items[0].id}/events`)).items.length
    const before = await count()
    const payload = { workspaceId: owner.workspaceId, subjectId: items[0].id }
    await handlers['gates.record_passes']?.(payload)
    await handlers['creators.refresh_rows']?.(payload)
    expect(await count()).toBe(before)
  })

  test('are not asked for when the transaction fails', async () => {
    const { pool, db } = openDatabase(house.ownerUrl, { size: 1, onLost: () => undefined })
    const failing = house.inWorkspace(owner.workspaceId, async (ctx) => {
      await enqueueJob(ctx, 'creators.refresh_rows', 'never')
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    const { rows } = await pool.query(`SELECT key FROM graphile_worker.jobs WHERE key LIKE '%never'`)
    expect(rows).toEqual([])
    await db.destroy()
  })
})
