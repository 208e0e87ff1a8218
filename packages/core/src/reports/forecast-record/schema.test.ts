import { describe, expect, test } from 'vitest'
import { newAccount, newPost } from '../../creators/index.ts'
import { backtestForecasts } from '../../planning/index.ts'
import { backtestAnswerSchema, forecastRecordSchema } from './schema.ts'
import { summariseOutcomes } from './summarise-outcomes.ts'

const AS_OF = '2026-11-22'
const team = Array.from({ length: 24 }, (_, index) =>
  newAccount({
    platform: index % 2 === 0 ? 'douyin' : 'xiaohongshu',
    accountId: `a${index}`,
    followers: 20_000 * (index + 1),
    posts: Array.from({ length: 5 }, (_unused, post) =>
      newPost({
        postId: `p${post}`,
        publishedAt: `2026-10-0${post + 1}`,
        observedAt: AS_OF,
        views: 1000 + 137 * ((index * 31 + post * 17) % 29),
        likes: 40 + ((index + post) % 7),
        comments: 3,
        shares: 1,
        saves: 2,
      }),
    ),
  }),
)

describe('what goes over the wire', () => {
  test.each(['views', 'interactions'] as const)('is a back-test of %s as the core makes it, nothing lost', (metric) => {
    const backtest = backtestForecasts(team, { metric, asOf: AS_OF, seed: 1 })
    const answer = { metric, asOf: AS_OF, loaded: team.length, backtest }
    expect(backtest).not.toBeNull()
    expect(backtestAnswerSchema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer)
  })

  test('is the answer that there is none yet', () => {
    const answer = { metric: 'views', asOf: AS_OF, loaded: 0, backtest: null }
    expect(backtestAnswerSchema.parse(answer)).toEqual(answer)
  })

  test.each([
    { why: 'a colour that no light has', change: { light: 'blue' } },
    { why: 'a metric that nobody forecasts', change: { metric: 'sales' } },
    { why: 'no ratios', change: { ratios: undefined } },
    { why: 'part of a creator', change: { creators: 1.5 } },
  ])('is refused: $why', ({ change }) => {
    const backtest = backtestForecasts(team, { metric: 'views', asOf: AS_OF, seed: 1 })
    const answer = { metric: 'views', asOf: AS_OF, loaded: 24, backtest: { ...backtest, ...change } }
    expect(backtestAnswerSchema.safeParse(answer).success).toBe(false)
  })

  test('is a record with its sentences', () => {
    const outcome = {
      campaignId: 'c1',
      campaign: '示例',
      ends: '2026-06-30',
      metric: 'views' as const,
      p10: 100,
      p50: 200,
      p90: 400,
      actual: 250,
      countedAt: '2026-07-06T04:00:00Z',
      scoredAt: '2026-07-08T04:00:00Z',
      outsidePosts: 2,
    }
    const summary = summariseOutcomes([outcome], 'views')
    const record = { outcomes: [outcome], summaries: summary === null ? [] : [summary] }
    expect(record.summaries).toHaveLength(1)
    expect(forecastRecordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record)
  })

  test('counts the same creators in the groups and in the whole, on both platforms', () => {
    const backtest = backtestForecasts(team, { metric: 'views', asOf: AS_OF, seed: 1 })
    const groups = backtest?.groups ?? []
    expect(new Set(groups.map(({ platform }) => platform))).toEqual(new Set(['douyin', 'xiaohongshu']))
    expect(groups.reduce((sum, { creators }) => sum + creators, 0)).toBe(backtest?.creators)
    for (const { coverage80 } of groups) {
      expect(coverage80.nominal).toBe(0.8)
      expect(coverage80.low).toBeLessThanOrEqual(coverage80.observed)
      expect(coverage80.high).toBeGreaterThanOrEqual(coverage80.observed)
    }
  })
})
