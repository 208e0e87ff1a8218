import { describe, expect, test } from 'vitest'
import { listTemplateSets } from '@kolibra/core/campaigns'
import {
  applyTemplate,
  blankCampaign,
  blankKpi,
  campaignOf,
  formOfGoal,
  goalFor,
  goalOf,
  leadGoal,
  moveEnds,
  readNumber,
  type CampaignForm,
  type GoalForm,
} from './campaign-form.ts'

const frame = { language: 'en', deadline: '2027-03-31' } as const
const blank = blankCampaign({ language: 'zh', starts: '2027-03-01', ends: '2027-03-31' })
const filled: CampaignForm = { ...blank, name: ' 春季 ', brand: 'Schneelinie', budgetYuan: '20万', competitors: '甲,乙、丙' }

describe('the stage leads', () => {
  test('new to China: awareness, interactions and new followers', () => {
    const goal = goalFor('new', frame)
    expect(goal.primary).toBe('awareness')
    expect(goal.kpis.map(({ name }) => name)).toEqual(['interactions', 'newFollowers'])
  })
  test('established: a product, mentions up to sales', () => {
    const goal = goalFor('established', frame)
    expect(goal.primary).toBe('product')
    expect(goal.kpis.map(({ name }) => name)).toEqual(['mentions', 'sales'])
  })
  test('a KPI comes with unit, definition and who delivers it, in the language of the person', () => {
    expect(blankKpi('sales', frame)).toMatchObject({
      unit: 'CNY',
      deadline: '2027-03-31',
      deliveredWhen: 'day 45',
      target: '',
      baseline: '',
    })
    expect(blankKpi('views', { ...frame, language: 'zh' }).definition).toMatch(/播放/)
  })
})

describe('goalOf', () => {
  const goal = goalFor('new', frame)
  const withTargets = { ...goal, kpis: goal.kpis.map((kpi) => ({ ...kpi, target: '1,000' })) }
  test('a KPI without target is no goal yet', () => expect(goalOf(goal, 'new')).toBeNull())
  test('an unknown baseline stays unknown', () =>
    expect(goalOf(withTargets, 'new')?.kpis[0]).toMatchObject({ target: 1000, baseline: null }))
  test('a baseline that is no number is refused, not dropped', () =>
    expect(goalOf({ ...withTargets, kpis: withTargets.kpis.map((kpi) => ({ ...kpi, baseline: 'a few' })) }, 'new')).toBeNull())
  test('the reason is kept only when another goal was chosen', () => {
    expect(goalOf({ ...withTargets, reason: 'habit' }, 'new')?.reasonForOtherGoal).toBeNull()
    expect(goalOf({ ...withTargets, primary: 'product', reason: 'we sell by mail already' }, 'new')?.reasonForOtherGoal).toBe(
      'we sell by mail already',
    )
    expect(goalOf({ ...withTargets, primary: 'product', reason: ' ' }, 'new')?.reasonForOtherGoal).toBeNull()
  })
  test('there and back', () => {
    const once = goalOf({ ...withTargets, kpis: withTargets.kpis.map((kpi) => ({ ...kpi, baseline: '5' })) }, 'new')
    expect(once && goalOf(formOfGoal(once), 'new')).toEqual(once)
  })
})

describe('baseline, formulas, series and guard-rails', () => {
  const [kpi] = goalFor('new', frame).kpis
  const goalWith = (change: object, guardRails: GoalForm['guardRails'] = []) => {
    const goal = goalFor('new', frame)
    return goalOf({ ...goal, guardRails, kpis: kpi === undefined ? [] : [{ ...kpi, target: '10', ...change }] }, 'new')
  }
  const measured = { source: 'listening tool', n: 28, from: '2027-01-01', to: '2027-01-28' }
  const rail = {
    metric: 'cpe',
    bound: 'atMost',
    value: '10',
    unit: 'CNY per interaction',
    source: 'agreed',
    deliveredBy: '',
    deliveredWhen: 'T+7',
  } as const

  test('a typed baseline keeps the source that was typed', () =>
    expect(goalWith({ baseline: '5', baselineSource: ' own count ' })?.kpis[0]?.baselineBasis).toEqual({ source: 'own count' }))
  test('what a series said wins over the typed source', () =>
    expect(goalWith({ baseline: '5', baselineSource: 'x', measured })?.kpis[0]?.baselineBasis).toEqual(measured))
  test('no baseline has no source', () => expect(goalWith({ baselineSource: 'x', measured })?.kpis[0]?.baselineBasis).toBeNull())
  test('a falling stock has a baseline below zero', () => expect(goalWith({ baseline: '-28' })?.kpis[0]?.baseline).toBe(-28))
  test('blank formulas and subjects are none', () => {
    expect(goalWith({ formulas: { weibo: ' ' }, subjects: ' , ' })?.kpis[0]).toMatchObject({ formulas: null, subjects: null })
    expect(goalWith({ formulas: { weibo: 'likes' }, subjects: 'weibo:a，douyin:b' })?.kpis[0]).toMatchObject({
      formulas: { weibo: 'likes' },
      subjects: ['weibo:a', 'douyin:b'],
    })
  })
  test('a guard-rail without limit or source is no goal yet', () => {
    expect(goalWith({}, [rail])?.guardRails).toEqual([{ ...rail, value: 10 }])
    expect(goalWith({}, [{ ...rail, value: '' }])).toBeNull()
    expect(goalWith({}, [{ ...rail, source: ' ' }])).toBeNull()
  })
  test('there and back with all of it', () => {
    const once = goalWith({ baseline: '5', measured, formulas: { weibo: 'likes' }, subjects: 'weibo:a' }, [rail])
    expect(once && goalOf(formOfGoal(once), 'new')).toEqual(once)
  })
  test('a template brings its KPIs and limits, and what was typed stays', () => {
    const [, douyin] = listTemplateSets({ primary: 'awareness', stage: 'new', platforms: ['douyin'] })
    const goal = goalFor('new', frame)
    const typed = { ...goal, kpis: goal.kpis.map((each) => ({ ...each, target: '77' })) }
    const applied = douyin && applyTemplate(typed, douyin, frame)
    expect(applied?.kpis.map(({ name, target }) => [name, target])).toEqual([
      ['interactions', '77'],
      ['newFollowers', '77'],
      ['views', ''],
    ])
    expect(applied?.guardRails.find(({ metric }) => metric === 'cpm')).toMatchObject({ value: '49', bound: 'atMost' })
  })
  test('a template takes no KPI and no limit away that a person wrote; what nobody touched goes', () => {
    const [set] = listTemplateSets({ primary: 'awareness', stage: 'new', platforms: [] })
    const kpis = [{ ...blankKpi('sales', frame), target: '9' }, blankKpi('mentions', frame)]
    const applied = set && applyTemplate({ ...goalFor('new', frame), kpis, guardRails: [{ ...rail, value: '4' }] }, set, frame)
    expect(applied?.kpis.map(({ name }) => name)).toEqual(['interactions', 'newFollowers', 'sales'])
    expect(applied?.guardRails.filter(({ metric }) => metric === 'cpe')).toEqual([{ ...rail, value: '4' }])
    expect(applied?.guardRails.length).toBeGreaterThan(1)
  })
  test('another stage leads elsewhere and keeps what was typed', () => {
    const goal = goalFor('new', frame)
    const typed = { ...goal, kpis: goal.kpis.map((each, at) => (at === 0 ? { ...each, target: '5' } : each)) }
    const led = leadGoal(typed, 'established', frame)
    expect([led.primary, led.kpis.map(({ name, target }) => [name, target])]).toEqual([
      'product',
      [
        ['mentions', ''],
        ['sales', ''],
        ['interactions', '5'],
      ],
    ])
  })
})

test('another last day moves the KPIs that were due on it, and no other', () => {
  const [first, ...rest] = blank.goal.kpis
  const goal = { ...blank.goal, kpis: first ? [{ ...first, deadline: '2027-03-10' }, ...rest] : [] }
  const moved = moveEnds({ ...blank, goal }, '2027-04-30')
  expect([moved.ends, ...moved.goal.kpis.map(({ deadline }) => deadline)]).toEqual(['2027-04-30', '2027-03-10', '2027-04-30'])
})

describe('campaignOf', () => {
  test('money is fen, names are trimmed, lists are split', () =>
    expect(campaignOf(filled)).toMatchObject({
      name: '春季',
      budgetFen: 20_000_000,
      competitors: ['甲', '乙', '丙'],
      goal: null,
      localAgency: null,
    }))
  test.each([{ budgetYuan: '' }, { budgetYuan: '0' }, { budgetYuan: 'much' }, { platforms: [] }])('%j is not a campaign', (wrong) =>
    expect(campaignOf({ ...filled, ...wrong })).toBeNull(),
  )
  test.each(['much', '-5', '0'])('a target of %j loses no goal: nothing is sent until it is mended', (target) => {
    const kpis = filled.goal.kpis.map((kpi) => ({ ...kpi, target }))
    expect(campaignOf({ ...filled, goal: { ...filled.goal, kpis } })).toBeNull()
  })
  test('targets are read in 万', () => {
    const kpis = filled.goal.kpis.map((kpi) => ({ ...kpi, target: '3万' }))
    expect(campaignOf({ ...filled, goal: { ...filled.goal, kpis } })?.goal?.kpis[0]?.target).toBe(30_000)
  })
  test('a cosmetic class belongs to cosmetics only', () =>
    expect(campaignOf({ ...filled, category: 'food' })?.product.cosmeticClass).toBeNull())
})

test.each([
  ['1,000', 1000],
  ['2.5', 2.5],
  ['', null],
  ['1.5万', 15_000],
  ['1e3', null],
  ['-1', null],
])('readNumber(%j) is %s', (text, value) => expect(readNumber(text)).toBe(value))
