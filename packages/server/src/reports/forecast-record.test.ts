import { backtestAnswerSchema, forecastRecordSchema } from '@kolibra/core/reports'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeJobHandlers } from '../job-handlers.ts'
import { insertDeliverable, insertPublicationObservation, loadDeliverable, updateDeliverable } from '../content/index.ts'
import { waitsForJob } from '../platform/jobs.ts'
import { refreshRows } from '../selection/index.ts'
import { CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { walkCampaign } from '../test/walk-campaign.ts'

let house: TestHouse
let owner: Visitor
let campaignId: string
let deliverableId: string

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  const walked = await walkCampaign(owner, {
    refresh: () => house.inWorkspace(owner.workspaceId, refreshRows),
    seen: async () => undefined,
  })
  campaignId = walked.campaignId
  deliverableId = walked.deliverableId
})
afterAll(() => house.close())

const score = (subjectId: string | null = campaignId) =>
  makeJobHandlers(house.server)['reports.score_forecast']?.({ workspaceId: owner.workspaceId, subjectId })
const read = async (who = owner) => forecastRecordSchema.parse(await (await who.send('GET /api/v1/forecast-record')).json())
const countKept = () =>
  house.inWorkspace(owner.workspaceId, async (ctx) => (await ctx.tx.selectFrom('forecast_scores').select('score').execute()).length)
const listEvents = () =>
  house.inWorkspace(owner.workspaceId, (ctx) =>
    ctx.tx.selectFrom('events').select(['campaign_id', 'fields']).where('name', '=', 'forecast.scored').orderBy('event_id').execute(),
  )

describe('the record of forecasts', () => {
  test('is asked for when a post is counted, for a week after the campaign', async () => {
    expect(await house.inWorkspace(owner.workspaceId, (ctx) => waitsForJob(ctx, 'reports.score_forecast'))).toBe(true)
  })

  test('keeps nothing before the numbers have settled', async () => {
    house.clock.nowMs = Date.parse(`${CAMPAIGN.ends}T20:00:00Z`)
    owner = await house.visit(owner.workspaceId, 'owner')
    await score()
    expect(await read()).toEqual({ outcomes: [], summaries: [] })
  })

  test('holds the frozen forecast against the counts, says it in one sentence, and leaves an event', async () => {
    house.clock.nowMs = Date.parse(`${CAMPAIGN.ends}T20:00:00Z`) + 8 * 86_400_000
    owner = await house.visit(owner.workspaceId, 'owner')
    await score()
    const { outcomes, summaries } = await read()
    const views = outcomes.find(({ metric }) => metric === 'views')
    expect(views).toMatchObject({ campaignId, campaign: CAMPAIGN.name, ends: CAMPAIGN.ends, actual: 12_000 })
    const report = await (await owner.send(`GET /api/v1/campaigns/${campaignId}/report`)).json()
    const kpi = report.kpis.find(({ name }: { name: string }) => name === 'views')
    if (kpi !== undefined) expect([views?.p10, views?.p50, views?.p90]).toEqual([kpi.p10, kpi.p50, kpi.p90])
    expect(summaries.map(({ metric }) => metric)).toContain('views')
    expect(summaries[0]?.sentence.en).toMatch(/^Our last forecast of views: the 80 % range held in [01] of 1/)
    expect(await listEvents()).toEqual([{ campaign_id: campaignId, fields: expect.arrayContaining(['views']) }])
  })

  test('is the same when scored again, and grows by a line when a count changes; the newest counts', async () => {
    const before = await countKept()
    await score()
    expect(await countKept()).toBe(before)
    const metrics = {
      views: 15_000,
      likes: null,
      comments: null,
      shares: null,
      saves: null,
      observedAt: '2027-01-20T04:00:00Z',
      source: 'screenshot',
    }
    expect((await owner.send(`POST /api/v1/deliverables/${deliverableId}/observations`, { metrics })).status).toBeLessThan(300)
    await score()
    expect(await countKept()).toBe(before + 1)
    const { outcomes } = await read()
    expect(outcomes.filter(({ metric }) => metric === 'views')).toMatchObject([{ actual: 15_000 }])
  })

  test('a post by a creator whom the frozen plan does not know is named and not counted', async () => {
    const before = (await read()).outcomes.find(({ metric }) => metric === 'views')
    expect(before).toMatchObject({ actual: 15_000, outsidePosts: 0 })
    const { id: strangerId } = await (await owner.send('POST /api/v1/creators', exampleCreator(90))).json()
    await house.inWorkspace(owner.workspaceId, async (ctx) => {
      const { planId } = await loadDeliverable(ctx, deliverableId)
      const id = ctx.mintId()
      await insertDeliverable(ctx, { id, campaignId, creatorId: strangerId, planId, platform: 'xiaohongshu', format: 'note' })
      await updateDeliverable(ctx, { id, from: 'planned', to: 'published' })
      const none = { danmaku: null, coins: null }
      const counted = {
        ...none,
        views: 70_000,
        likes: 9,
        comments: 9,
        shares: 9,
        saves: 9,
        observedAt: '2027-01-20T04:00:00Z',
        source: 'screenshot',
      }
      await insertPublicationObservation(ctx, id, counted)
    })
    await score()
    expect((await read()).outcomes.find(({ metric }) => metric === 'views')).toMatchObject({
      actual: 15_000,
      p10: before?.p10,
      p50: before?.p50,
      p90: before?.p90,
      outsidePosts: 1,
    })
    const again = await countKept()
    await score()
    expect(await countKept()).toBe(again)
  })

  test('can be added to and not rewritten', async () => {
    const rewrite = house.inWorkspace(owner.workspaceId, (ctx) => ctx.tx.updateTable('forecast_scores').set({ actual: 1 }).execute())
    await expect(rewrite).rejects.toThrow(/permission denied/)
  })

  test('stays in its workspace, and of a campaign that was never frozen nothing is kept', async () => {
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect(await read(stranger)).toEqual({ outcomes: [], summaries: [] })
    const { id } = await (await owner.send('POST /api/v1/campaigns', { ...CAMPAIGN, name: '示例·未冻结' })).json()
    const before = await countKept()
    await score(id)
    expect(await countKept()).toBe(before)
  })
})

describe('the back-test of the own creators', () => {
  const ask = async (metric: string, who = owner) =>
    backtestAnswerSchema.parse(await (await who.send(`GET /api/v1/forecast-backtest?metric=${metric}`)).json())

  test('tests those with three posts, platform by tier, and says with how many creators', async () => {
    const many = await house.visit(await house.openWorkspace(), 'owner')
    for (let index = 0; index < 6; index += 1) await many.send('POST /api/v1/creators', exampleCreator(index))
    const { backtest, loaded } = await ask('views', many)
    expect(loaded).toBe(6)
    const tested = backtest?.creators ?? 0
    expect(tested).toBeGreaterThan(1)
    expect(backtest?.groups.reduce((sum, { creators }) => sum + creators, 0)).toBe(tested)
    expect(['green', 'amber', 'red']).toContain(backtest?.light)
  })

  test('an empty workspace has none yet', async () => {
    const empty = await house.visit(await house.openWorkspace(), 'owner')
    expect(await ask('interactions', empty)).toMatchObject({ loaded: 0, backtest: null })
  })

  test('a metric that nobody forecasts is refused by name', async () => {
    expect(await (await owner.send('GET /api/v1/forecast-backtest?metric=sales')).json()).toMatchObject({ code: 'request.invalid' })
  })
})
