import { describe, expect, test } from 'vitest'
import { PLATFORMS } from '../shared/index.ts'
import { makeCampaign, makeKpi } from './test/campaign-fixture.ts'
import { freezeGoal, GOAL_BY_STAGE, INTERACTION_PARTS, KPI_TEMPLATES, STAGES, suggestGoal } from './index.ts'
import { sha256 } from '../../test/sha256.ts'

describe('where the goal form leads', () => {
  test.each([
    { stage: 'new' as const, primary: 'awareness', kpis: ['interactions', 'newFollowers'] },
    { stage: 'established' as const, primary: 'product', kpis: ['mentions', 'sales'] },
  ])('$stage → $primary', ({ stage, primary, kpis }) => {
    const suggested = suggestGoal(stage)
    expect(suggested.primary).toBe(primary)
    expect(suggested.kpis.map(({ name }) => name)).toEqual(kpis)
    expect(suggested.because.en).not.toBe('')
    expect(suggested.because.zh).not.toBe('')
  })

  test('every suggested KPI has a template', () => {
    const names: readonly string[] = KPI_TEMPLATES.map(({ name }) => name)
    expect(STAGES.flatMap((stage) => GOAL_BY_STAGE[stage].kpis.filter((name) => !names.includes(name)))).toEqual([])
  })

  test('sales are due when returns have come in', () => {
    expect(KPI_TEMPLATES.find(({ name }) => name === 'sales')?.deliveredWhen).toBe('day 45')
  })
})

describe('interaction definitions (science.md §0)', () => {
  test.each([
    ['weibo', 'repost + comment + like'],
    ['douyin', 'like + comment + share'],
    ['kuaishou', 'like + comment + share'],
    ['wechat_channels', 'like + comment + share'],
    ['xiaohongshu', 'like + comment + share + save'],
    ['bilibili', 'like + comment + share + danmaku + coin'],
    ['zhihu', 'upvote + comment + save + share'],
  ] as const)('%s: %s', (platform, formula) => {
    expect(INTERACTION_PARTS[platform].join(' + ')).toBe(formula)
    expect(KPI_TEMPLATES.find(({ name }) => name === 'interactions')?.formula[platform]).toBe(formula)
  })

  test('every template says its formula on every platform', () => {
    const empty = KPI_TEMPLATES.flatMap(({ name, formula }) =>
      PLATFORMS.filter((platform) => formula[platform] === '').map((platform) => [name, platform]),
    )
    expect(empty).toEqual([])
  })
})

describe('freeze', () => {
  const campaign = makeCampaign()
  const at = '2027-01-05T08:00:00.000Z'
  const frozen = freezeGoal({ campaign, plan: { kpis: [1] }, at }, sha256)

  test('carries hash, moment and everything judged by', () => {
    expect(frozen.at).toBe(at)
    expect(frozen.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(frozen.inputs.goal).toEqual(campaign.goal)
  })

  test.each([
    { why: 'another moment, same rule', change: { at: '2027-02-05T08:00:00.000Z' }, isSame: true },
    { why: 'another name of the campaign', change: { campaign: makeCampaign({ name: 'Second snow' }) }, isSame: true },
    {
      why: 'another target',
      change: { campaign: makeCampaign({ goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [makeKpi({ target: 1 })] } }) },
      isSame: false,
    },
    { why: 'another budget', change: { campaign: makeCampaign({ budgetFen: 1 }) }, isSame: false },
    { why: 'another end', change: { campaign: makeCampaign({ ends: '2027-02-01' }) }, isSame: false },
    {
      why: 'another exchange rate',
      change: { campaign: makeCampaign({ secondCurrency: { code: 'CHF', ratePerCny: 0.12, on: '2027-01-04', source: 'bank letter' } }) },
      isSame: false,
    },
    { why: 'another forecast', change: { plan: { kpis: [2] } }, isSame: false },
  ])('$why', ({ change, isSame }) => {
    const other = freezeGoal({ campaign, plan: { kpis: [1] }, at, ...change }, sha256)
    expect(other.hash === frozen.hash).toBe(isSame)
  })
})
