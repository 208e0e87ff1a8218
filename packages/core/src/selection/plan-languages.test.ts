import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCampaign, makeKpi } from '../campaigns/test/campaign-fixture.ts'
import { newQuote, type Account } from '../creators/index.ts'
import { AS_OF, makeAccount, makePosts } from '../planning/test/make-account.ts'
import { planCampaign, planResultSchema, type PlanResult } from './index.ts'

/** Words of this program in a Chinese sentence: camelCase, snake_case, dotted keys; and half-width punctuation after Chinese. */
const KEY = /[a-z][A-Z]|[a-z]_[a-z0-9]|[a-z]\.[a-z]|undefined|null|NaN/
const HALF_WIDTH = /[一-鿿][,;:()!?]|[,;:()!?][一-鿿]/
const HAN = /[一-鿿]/

const quotes = fc.constantFrom(
  newQuote({ format: 'video_21_60s', source: 'xingtu.search price_20_60 (CNY, proved)', listFen: 900_000, filed: true, platformFee: 0.05 }),
  newQuote({ format: 'note_video', source: 'agency.list 视频笔记 (CNY, unproved)', listFen: 1_250_050, rebate: 0.155 }),
  newQuote({ format: 'live', source: 'typed', netFen: 300_000, commissionShare: 0.2 }),
  newQuote({ format: 'image_note', source: 'pugongying.creators', listFen: 400_000, filed: false }),
  newQuote({ format: 'video_pay_per_play', source: 'xingtu.search cpm (CNY, proved)', perThousandPlaysFen: 6000 }),
  newQuote({ format: 'video_1_20s', source: 'agency.list', listFen: 500_000, validUntil: '2026-01-01' }),
)

const metric = (name: string, value: number, period: string | null): Account['metrics'][number] => ({
  name,
  value,
  low: null,
  high: null,
  unit: 'plays',
  proof: 'unproved',
  period,
  noteType: null,
  flow: null,
  definition: null,
  formula: null,
  source: 'xingtu.search',
  tab: 'attribute_datas',
  column: 'vv_median_30d',
  observedAt: null,
  importId: 'sha256:0',
})

const accounts = fc.record({
  platform: fc.constantFrom('douyin', 'xiaohongshu', 'weibo', 'wechat_channels'),
  followers: fc.option(fc.integer({ min: 100, max: 9_000_000 })),
  views: fc.array(fc.integer({ min: 1, max: 3_000_000 }), { maxLength: 4 }),
  quote: fc.option(quotes),
  isSet: fc.boolean(),
  median: fc.option(fc.constantFrom('30d', null)),
})

const plans = fc
  .record({
    given: fc.array(accounts, { maxLength: 9 }),
    budgetFen: fc.integer({ min: 100_000, max: 80_000_000 }),
    target: fc.integer({ min: 1000, max: 90_000_000 }),
    mix: fc.subarray([{ type: 'micro' as const, minCount: 2, maxCount: null, minShare: null, maxShare: 0.9 }]),
    mustHave: fc.subarray(['70000']),
    never: fc.subarray(['70001']),
  })
  .map(({ given, target, ...known }) =>
    planCampaign({
      campaign: makeCampaign({
        ...known,
        platforms: ['douyin', 'xiaohongshu', 'wechat_channels'],
        goal: {
          primary: 'awareness',
          reasonForOtherGoal: null,
          kpis: [makeKpi({ name: 'views', unit: 'views', target }), makeKpi({ name: 'newFollowers', unit: 'followers', target: 3000 })],
        },
      }),
      accounts: given.map(({ platform, followers, views, quote, isSet, median }, index) =>
        makeAccount({
          platform,
          accountId: String(70_000 + index),
          followers,
          creatorType: isSet ? { value: 'koc', basis: '人工设定' } : null,
          posts: makePosts(views),
          quotes: quote === null ? [] : [quote],
          metrics: median === null ? [] : [metric('playsMedian', 51_200, median)],
        }),
      ),
      asOf: AS_OF,
      clock: () => 0,
    }),
  )

function listChinese({ becauseZh = [], creators, left }: PlanResult): string[] {
  const ofCreators = creators.flatMap((one) => [one.roleZh ?? '', ...(one.becauseZh ?? []), ...(one.forecast?.becauseZh ?? [])])
  return [...becauseZh, ...ofCreators, ...left.map((one) => one.becauseZh ?? '')]
}

describe('a plan speaks both languages', () => {
  test('property: every English reason has its Chinese, place by place', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(plan.becauseZh).toHaveLength(plan.because.length)
        for (const { because, becauseZh, roleZh, forecast } of plan.creators) {
          expect(becauseZh).toHaveLength(because.length)
          expect(roleZh).toMatch(HAN)
          expect(forecast?.becauseZh).toHaveLength(forecast?.because.length ?? 0)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('property: Chinese reasons hold Chinese and no keys, and use Chinese punctuation', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        for (const sentence of listChinese(plan)) {
          expect(sentence).toMatch(HAN)
          expect(sentence).not.toMatch(KEY)
          expect(sentence).not.toMatch(HALF_WIDTH)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('property: English reasons hold no keys of formats and KPIs', () => {
    fc.assert(
      fc.property(plans, ({ because, creators }) => {
        const sentences = [...because, ...creators.flatMap((one) => one.because)].join(' ')
        expect(sentences).not.toMatch(/newFollowers|video_|note_|_note|Median/)
      }),
      { numRuns: 30 },
    )
  })

  test('a plan kept from before there was Chinese is still a plan', () => {
    const creator = { id: 'c1', role: 'ambassador', because: ['x'], costFen: 1, format: 'live', filed: null, forecast: null }
    const old = {
      chosen: ['c1'],
      costFen: 1,
      value: 1,
      upperBound: 1,
      gap: 0,
      method: 'greedy+swap',
      elapsedMs: 1,
      because: ['one of one'],
      infeasible: null,
      creators: [creator],
      left: [{ id: 'c2', because: 'too dear' }],
      reserve: [],
      kpis: [],
      budgetFor: null,
    }
    expect(planResultSchema.parse(old)).toEqual(old)
  })
})
