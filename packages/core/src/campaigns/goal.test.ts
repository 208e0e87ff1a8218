import { describe, expect, test } from 'vitest'
import { PLATFORMS } from '../shared/index.ts'
import { makeCampaign, makeKpi } from './test/campaign-fixture.ts'
import {
  freezeGoal,
  GOAL_BY_STAGE,
  INTERACTION_PARTS,
  judgedCampaign,
  KPI_TEMPLATES,
  listFrozenChanges,
  STAGES,
  subjectsOfKpi,
  suggestGoal,
  type Campaign,
} from './index.ts'
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
  const otherProduct = { ...campaign.product, name: 'Night cream' }
  const CHF = { code: 'CHF', ratePerCny: 0.12, on: '2027-01-04', source: 'bank letter' } as const
  const registered = { ...campaign.product, registrationNo: '示例 2027-1' }

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
      change: { campaign: makeCampaign({ secondCurrency: CHF }) },
      isSame: false,
    },
    { why: 'another brand', change: { campaign: makeCampaign({ brand: 'Talmilch' }) }, isSame: false },
    { why: 'another product', change: { campaign: makeCampaign({ product: otherProduct }) }, isSame: false },
    { why: 'another platform', change: { campaign: makeCampaign({ platforms: ['douyin'] }) }, isSame: false },
    { why: 'a registration number', change: { campaign: makeCampaign({ product: registered }) }, isSame: true },
    { why: 'another forecast', change: { plan: { kpis: [2] } }, isSame: false },
  ])('$why', ({ change, isSame }) => {
    const other = freezeGoal({ campaign, plan: { kpis: [1] }, at, ...change }, sha256)
    expect(other.hash === frozen.hash).toBe(isSame)
  })

  test.each([
    { why: 'nothing', change: {}, fields: [] },
    { why: 'what nobody judges by', change: { name: 'Second snow', product: registered, competitors: ['Talmilch'], seed: 9 }, fields: [] },
    { why: 'the product', change: { product: otherProduct }, fields: ['product.name'] },
    { why: 'brand and platforms', change: { brand: 'Talmilch', platforms: ['douyin'] }, fields: ['brand', 'platforms'] },
    { why: 'the goal alone', change: { goal: null }, fields: [] },
    { why: 'money and days', change: { budgetFen: 1, ends: '2027-02-01' }, fields: ['budgetFen', 'ends'] },
    { why: 'the start and the rate', change: { starts: '2027-01-12', secondCurrency: CHF }, fields: ['starts', 'secondCurrency'] },
  ] satisfies { why: string; change: Partial<Campaign>; fields: string[] }[])(
    'an edit of $why changes of the frozen goal: $fields',
    ({ change, fields }) => {
      expect(listFrozenChanges(campaign, makeCampaign(change))).toEqual(fields)
    },
  )

  test('whose numbers judge stays as it was frozen, the rest is as it was edited', () => {
    const edited = makeCampaign({
      name: 'Second snow',
      goal: null,
      brand: 'Talmilch',
      product: { ...otherProduct, registrationNo: '1' },
      platforms: ['douyin'],
    })
    const judged = judgedCampaign(edited, frozen)
    expect(judged.goal).toEqual(campaign.goal)
    expect(judged).toMatchObject({ name: 'Second snow', brand: 'Alpensee', platforms: ['xiaohongshu'], starts: campaign.starts })
    expect(judged.product).toEqual({ ...campaign.product, registrationNo: '1' })
    for (const name of ['sales', 'mentions'] as const) {
      expect(subjectsOfKpi(makeKpi({ name }), judged)).toEqual(subjectsOfKpi(makeKpi({ name }), campaign))
    }
  })

  test('a goal frozen without brand, product and platforms is judged by those of the campaign; without a freeze all is as it is', () => {
    const { brand: _brand, productName: _product, platforms: _platforms, ...inputs } = frozen.inputs
    const edited = makeCampaign({ brand: 'Talmilch', starts: '2027-01-20' })
    expect(judgedCampaign(edited, { ...frozen, inputs })).toEqual({ ...edited, starts: campaign.starts })
    expect(judgedCampaign(edited, null)).toBe(edited)
  })
})
