import { describe, expect, test } from 'vitest'
import { PLATFORMS } from '../shared/index.ts'
import {
  findLimit,
  formulaOf,
  GUARD_LIMITS,
  GUARDS,
  guardsOfSet,
  KPI_TEMPLATES,
  listTemplateSets,
  nameGuard,
  SERIES_METRICS,
  seriesOfKpi,
  STAGES,
  subjectsOfKpi,
  TEMPLATE_SETS,
} from './index.ts'
import { makeCampaign, makeKpi } from './test/campaign-fixture.ts'

describe('template sets', () => {
  test('every goal × stage × platform has one, and one for all platforms', () => {
    const wanted = ['awareness', 'product'].flatMap((goal) =>
      STAGES.flatMap((stage) => ['all', ...PLATFORMS].map((platform) => `${goal}.${stage}.${platform}`)),
    )
    expect(TEMPLATE_SETS.map(({ id }) => id)).toEqual(wanted)
  })

  test('each names KPIs that have a template, guard-rails that have a row, and its source', () => {
    const names = KPI_TEMPLATES.map(({ name }) => name)
    for (const { id, kpis, guards, source } of TEMPLATE_SETS) {
      expect(
        kpis.filter((name) => !names.includes(name)),
        id,
      ).toEqual([])
      expect(kpis.length, id).toBeGreaterThan(0)
      expect(new Set(kpis).size, id).toBe(kpis.length)
      expect(
        guards.filter((metric) => !Object.hasOwn(GUARDS, metric)),
        id,
      ).toEqual([])
      expect(
        source.every(({ en, zh }) => en !== '' && zh !== ''),
        id,
      ).toBe(true)
    }
  })

  test.each([
    { set: 'awareness.new.all', kpis: ['interactions', 'newFollowers'] },
    { set: 'awareness.new.douyin', kpis: ['interactions', 'newFollowers', 'views'] },
    { set: 'product.established.all', kpis: ['mentions', 'sales'] },
    { set: 'product.established.tmall', kpis: ['mentions', 'sales'] },
  ])('$set: $kpis', ({ set, kpis }) => {
    expect(TEMPLATE_SETS.find(({ id }) => id === set)?.kpis).toEqual(kpis)
  })

  test('a campaign is offered the general set and one for each of its platforms', () => {
    const sets = listTemplateSets({ primary: 'awareness', stage: 'new', platforms: ['douyin', 'weibo'] })
    expect(sets.map(({ platform }) => platform)).toEqual([null, 'weibo', 'douyin'])
  })
})

describe('guard-rails of a set', () => {
  test.each(TEMPLATE_SETS.map((set) => [set.id, set] as const))('%s: a cost per view is one limit, however it is put', (_, set) => {
    const rails = guardsOfSet(set, 'en')
    const limitOf = (metric: string) => rails.find((rail) => rail.metric === metric)?.value ?? null
    const [cpm, cpv] = [limitOf('cpm'), limitOf('cpv')]
    if (cpm !== null && cpv !== null) expect(cpm).toBeCloseTo(cpv * 1000, 9)
    if (set.platform === null) expect([cpm, cpv]).toEqual([null, null])
    expect(rails.length).toBeGreaterThan(0)
  })

  test('take the limit of the platform where there is one, with its source', () => {
    expect(findLimit('cpe', 'xiaohongshu')?.value).toBe(10)
    expect(findLimit('cpe', 'weibo')?.value).toBe(15)
    expect(findLimit('views', 'weibo')).toBeNull()
    const rails = guardsOfSet({ guards: ['cpe', 'refundShare', 'views'], platform: 'xiaohongshu' }, 'zh')
    expect(rails.map(({ metric, bound, value }) => [metric, bound, value])).toEqual([
      ['cpe', 'atMost', 10],
      ['refundShare', 'atMost', 0.3],
    ])
    expect(rails[0]?.source).toContain('tocanan.ai')
    expect(rails[1]?.deliveredWhen).toBe('day 45')
  })

  test('every limit is a positive number with a source in both languages', () => {
    for (const { value, source } of GUARD_LIMITS) {
      expect(value).toBeGreaterThan(0)
      expect(source.en === '' || source.zh === '').toBe(false)
    }
  })
})

describe('formulas and series', () => {
  test('a formula of one’s own wins over the template, platform by platform', () => {
    const kpi = makeKpi({ formulas: { weibo: 'repost + comment' } })
    expect(formulaOf(kpi, 'weibo').en).toBe('repost + comment')
    expect(formulaOf(kpi, 'xiaohongshu')).toEqual({ en: 'like + comment + share + save', zh: '点赞 + 评论 + 分享 + 收藏' })
  })

  test('every template has its formula in both languages on every platform', () => {
    const empty = KPI_TEMPLATES.flatMap((kpi) =>
      PLATFORMS.filter((platform) => formulaOf(kpi, platform).en === '' || !/[\u4e00-\u9fff]/.test(formulaOf(kpi, platform).zh)),
    )
    expect(empty).toEqual([])
  })

  test('each series measures one KPI, in the unit of its template unless it is a stock', () => {
    for (const [metric, { kpi, unit }] of Object.entries(SERIES_METRICS)) {
      expect(seriesOfKpi(kpi)).toBe(metric)
      expect(KPI_TEMPLATES.find(({ name }) => name === kpi)?.unit).toBe(unit)
    }
    expect(seriesOfKpi('views')).toBeNull()
  })

  test('whose series: as the KPI says, else the brand’s, and the product’s for what is sold', () => {
    const campaign = makeCampaign()
    expect(subjectsOfKpi(makeKpi({ subjects: ['xiaohongshu:own'] }), campaign)).toEqual(['xiaohongshu:own'])
    expect(subjectsOfKpi(makeKpi({ name: 'newFollowers' }), campaign)).toEqual(['brand:Alpensee', 'Alpensee'])
    expect(subjectsOfKpi(makeKpi({ name: 'sales', subjects: [] }), campaign)).toEqual(['product:Lakeside cream', 'Lakeside cream', 'shop'])
    expect(subjectsOfKpi(makeKpi({ name: 'mentions' }), makeCampaign({ product: { ...campaign.product, name: '' } }))).toEqual([
      'brand:Alpensee',
      'Alpensee',
    ])
  })
})

describe('guard-rails of a set do not contradict each other', () => {
  const limitsOf = (set: (typeof TEMPLATE_SETS)[number]) => {
    const rails = guardsOfSet(set, 'en')
    return (metric: (typeof rails)[number]['metric']) => rails.find((rail) => rail.metric === metric)?.value ?? null
  }

  test.each(TEMPLATE_SETS)('$id', (set) => {
    const limit = limitsOf(set)
    const [cpm, cpv, cpe] = [limit('cpm'), limit('cpv'), limit('cpe')]
    // A thousand views at the price of one say the same as the price of a thousand.
    if (cpm !== null && cpv !== null) {
      expect(cpm / (cpv * 1000)).toBeGreaterThanOrEqual(0.5)
      expect(cpm / (cpv * 1000)).toBeLessThanOrEqual(2)
    }
    // Both kept at their limits means so many interactions per view: from the rate of an account nobody watches to the best that was told of (science.md §1.2).
    const perView = cpv ?? (cpm === null ? null : cpm / 1000)
    if (perView !== null && cpe !== null) {
      expect(perView / cpe).toBeGreaterThan(0.004)
      expect(perView / cpe).toBeLessThanOrEqual(0.25)
    }
  })

  test('the sets that hold a price of a view and of a thousand are among them', () => {
    const both = TEMPLATE_SETS.filter((set) => limitsOf(set)('cpm') !== null && limitsOf(set)('cpv') !== null)
    expect(both.map(({ platform }) => platform)).toEqual(expect.arrayContaining(['xiaohongshu', 'wechat_oa']))
  })
})

describe('what a guard-rail is called', () => {
  test.each(['cpm', 'cpe', 'cpv'] as const)('%s is a cost: its two bases never share a name, in either language', (metric) => {
    const told = (['agreed', 'asked', 'forecast'] as const).map((basis) => nameGuard(metric, basis))
    expect(new Set(told.map(({ en }) => en)).size).toBe(3)
    expect(new Set(told.map(({ zh }) => zh)).size).toBe(3)
    for (const { en, zh } of told) {
      expect(en.startsWith(GUARDS[metric].name.en)).toBe(true)
      expect(zh.startsWith(GUARDS[metric].name.zh)).toBe(true)
    }
  })
  test.each(['refundShare', 'positiveShare', 'roi', 'views', 'reach'] as const)('%s is none and has no basis', (metric) => {
    expect(nameGuard(metric, 'forecast')).toEqual(GUARDS[metric].name)
  })
  test('in the words of the field', () => {
    expect(nameGuard('cpe', 'forecast')).toEqual({
      en: 'Cost per interaction (CPE), forecast, by those who say yes',
      zh: '单次互动成本（CPE），预估，按接受邀约者计',
    })
  })
})
