import { FREEDOM_TABLE } from '@kolibra/core/briefs'
import { relationshipSchema } from '@kolibra/core/creators'
import { creatorWorkSchema, freedomRecordSchema, reportSchema } from '@kolibra/core/reports'
import { assessmentSchema } from '@kolibra/core/selection'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadCampaign } from '../campaigns/index.ts'
import { readChoice, refreshRows } from '../selection/index.ts'
import { CAMPAIGN } from '../test/campaign-example.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { walkCampaign } from '../test/walk-campaign.ts'

let house: TestHouse
let owner: Visitor
let creatorId: string

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  const { deliverableId } = await walkCampaign(owner, {
    refresh: () => house.inWorkspace(owner.workspaceId, refreshRows),
    seen: async () => undefined,
  })
  creatorId = await house.inWorkspace(owner.workspaceId, async (ctx) => {
    const row = await ctx.tx
      .selectFrom('deliverables')
      .select('creator_id')
      .where('deliverable_id', '=', deliverableId)
      .executeTakeFirstOrThrow()
    return row.creator_id
  })
})
afterAll(() => house.close())

const read = async (id: string, who = owner) => (await who.send(`GET /api/v1/creators/${id}/campaigns`)).json()

describe('the history of a creator with us', () => {
  test('shows contract, drafts, publication and the newest count against the forecast of its plan', async () => {
    const work = creatorWorkSchema.parse(await read(creatorId))
    expect(work.items).toHaveLength(1)
    const [item] = work.items
    expect(item).toMatchObject({
      campaign: CAMPAIGN.name,
      state: 'published',
      hasContract: true,
      drafts: 2,
      url: 'https://example.com/post/1',
    })
    expect(item?.views?.value).toBe(12_000)
    expect(item?.forecast?.p50).toBeGreaterThan(0)
    const { p10 = 0, p90 = 0 } = item?.forecast ?? {}
    expect(item?.outcome).toBe(12_000 < p10 ? 'below' : 12_000 > p90 ? 'above' : 'within')
  })

  test('shows the freedom of the brief and, apart from it, what was kept of the first draft', async () => {
    const [item] = creatorWorkSchema.parse(await read(creatorId)).items
    expect(item?.freedom).toMatchObject({ unit: 'of 100', source: 'brief version 1, table of weights freedom-1' })
    expect(item?.freedom.value).toBeGreaterThan(0)
    expect(item?.kept).toMatchObject({ unit: 'share', source: '2 drafts held, 1 of them asked for by the brand' })
    expect(item?.kept.value).toBeLessThan(0.6)
    const answer = await owner.send(`GET /api/v1/campaigns/${item?.campaignId}/report`)
    const { posts } = reportSchema.parse(await answer.json())
    const post = posts.find((one) => one.creatorId === creatorId)
    expect([post?.freedom, post?.kept]).toEqual([item?.freedom, item?.kept])
  })

  test('weights that are set later leave the figures of earlier posts as they were made', async () => {
    const before = creatorWorkSchema.parse(await read(creatorId)).items[0]?.freedom
    const costs = FREEDOM_TABLE.costs.map((row) => ({ ...row, weight: 90, cap: 90 }))
    house.clock.nowMs += 60_000
    const answer = await owner.send('PUT /api/v1/freedom-table', { revision: 1, table: { ...FREEDOM_TABLE, version: 'later', costs } })
    expect(answer.status).toBe(200)
    expect(creatorWorkSchema.parse(await read(creatorId)).items[0]?.freedom).toEqual(before)
  })

  test('whether freedom pays cannot be told by one post, which stands with its figures; another workspace sees none', async () => {
    const record = freedomRecordSchema.parse(await (await owner.send('GET /api/v1/freedom-record')).json())
    expect(record.points).toMatchObject([{ campaign: CAMPAIGN.name, views: 12_000 }])
    const [point] = record.points
    expect(point?.logRatio).toBeCloseTo(Math.log(12_000 / (point?.forecastP50 ?? 1)), 12)
    expect(record.relations.map(({ n, verdict }) => [n, verdict])).toEqual([
      [1, 'cannot_tell'],
      [1, 'cannot_tell'],
    ])
    const stranger = await house.visit(await house.openWorkspace(), 'viewer')
    expect(await (await stranger.send('GET /api/v1/freedom-record')).json()).toMatchObject({ points: [], leftOut: 0 })
  })

  test('a plan that is adopted later changes nothing about what the report says was forecast of the post', async () => {
    const [item] = creatorWorkSchema.parse(await read(creatorId)).items
    const readPosts = async () => {
      const { posts } = reportSchema.parse(await (await owner.send(`GET /api/v1/campaigns/${item?.campaignId}/report`)).json())
      return posts.filter((post) => post.creatorId === creatorId)
    }
    const { p10, p50, p90 } = item?.forecast ?? {}
    const before = await readPosts()
    expect(before).toEqual([expect.objectContaining({ forecastP10: p10, forecastP50: p50, forecastP90: p90 })])
    await house.inWorkspace(owner.workspaceId, async (ctx) => {
      const planId = ctx.mintId()
      await sql`INSERT INTO plans (workspace_id, plan_id, campaign_id, version, cause, ask, plan, created_at, created_by)
        SELECT workspace_id, ${planId}, campaign_id, version + 1000, cause, ask, jsonb_set(plan, '{creators}', '[]'), created_at, created_by
        FROM plans WHERE campaign_id = ${item?.campaignId} ORDER BY version DESC LIMIT 1`.execute(ctx.tx)
      await sql`INSERT INTO plan_adoptions (workspace_id, campaign_id, adoption, plan_id, creator_ids, adopted_by, adopted_at)
        SELECT workspace_id, campaign_id, adoption + 1, ${planId}, creator_ids, adopted_by, adopted_at
        FROM plan_adoptions WHERE campaign_id = ${item?.campaignId} ORDER BY adoption DESC LIMIT 1`.execute(ctx.tx)
      const { campaign } = await loadCampaign(ctx, item?.campaignId ?? '')
      const { stored, plan } = await readChoice(ctx, item?.campaignId ?? '', campaign)
      expect([stored?.planId, plan?.creators]).toEqual([planId, []])
    })
    expect((await readPosts()).map(({ forecastP50 }) => forecastP50)).toEqual([p50])
  })

  test('is part of the fit of the next campaign: the post that was out in time, and an incident once both sides have spoken', async () => {
    const ask = async (line: string, body?: unknown) => {
      const [method, path] = line.split(' ')
      return (await owner.send(`${method} /api/v1${path}`, body)).json()
    }
    const { id: nextId } = await ask('POST /campaigns', { ...CAMPAIGN, name: 'Next' })
    const readPastWork = async () => {
      const { items } = await ask(`GET /campaigns/${nextId}/assessments?creators=${creatorId}`)
      return assessmentSchema.parse(items[0]).fit.parts.find(({ code }) => code === 'pastWork')
    }
    const { numbers } = relationshipSchema.parse(await ask(`GET /creators/${creatorId}/relationship`))
    const numberOf = (code: string) => numbers.find((number) => number.code === code)
    expect([numberOf('agreed'), numberOf('delivered')]).toMatchObject([
      { k: 1, n: 1 },
      { k: 1, n: 1 },
    ])
    expect(numberOf('onTime')).toMatchObject({ k: 1, n: 1 })
    expect((await readPastWork())?.because.en).toContain('With us: 1 for (days kept, praise) and 0 against')
    const [done] = creatorWorkSchema.parse(await read(creatorId)).items
    const incident = { campaignId: done?.campaignId, side: 'creator', kind: 'off_brief', severity: 'serious', on: '2026-11-20' }
    const { experiences } = await ask(`POST /creators/${creatorId}/experiences`, { ...incident, words: '示例·漏说一点', evidence: null })
    expect((await readPastWork())?.because.zh).toContain('另有 1 条仅单方陈述，不计入')
    await ask(`POST /experiences/${experiences[0].id}/answers`, { stance: 'disputes', words: '示例·已补发' })
    expect((await readPastWork())?.because.en).toContain('With us: 1 for (days kept, praise) and 1 against')
  })

  test('is empty for somebody whom nobody chose, and not there for a stranger', async () => {
    const { id } = await (await owner.send('POST /api/v1/creators', { platform: 'douyin', accountId: 'never-chosen' })).json()
    expect(await read(id)).toEqual({ items: [], clashes: [] })
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect(await read(creatorId, stranger)).toMatchObject({ code: 'request.not_found' })
  })

  test('names the running campaign that clashes with what is known of other work, and no campaign that is over', async () => {
    const { category, starts, ends } = CAMPAIGN
    const enter = (from: string, to: string) =>
      owner.send(`POST /api/v1/creators/${creatorId}/engagements`, {
        brand: 'Talmilch',
        category,
        from,
        to,
        exclusive: true,
        source: '达人自述',
      })
    await enter('2026-01-01', '2026-01-31')
    expect((await read(creatorId)).clashes).toEqual([])
    await enter(starts, ends)
    const clash = { campaign: CAMPAIGN.name, code: 'choice.exclusivity' }
    expect((await read(creatorId)).clashes).toContainEqual(expect.objectContaining(clash))
    house.clock.nowMs = Date.parse(`${ends}T20:00:00Z`)
    const after = await house.visit(owner.workspaceId, 'owner')
    expect((await read(creatorId, after)).clashes).toEqual([])
  })
})
