import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../shared/index.ts'
import {
  baselineOfKpi,
  measureKpiBySeries,
  SERIES_METRICS,
  SERIES_NAMES,
  seriesNeeded,
  seriesOf,
  settleDays,
  subjectsOfSeries,
  typedDaysSchema,
  type SeriesValue,
} from './index.ts'
import { makeCampaign, makeKpi } from './test/campaign-fixture.ts'

const ID = '01a20000-0000-7000-8000-000000000001'
const value = (change: Partial<SeriesValue> = {}): SeriesValue => ({
  id: ID,
  subject: 'brand:Alpensee',
  metric: 'mentions',
  unit: 'posts',
  day: '2026-12-01',
  value: 10,
  source: 'listening tool',
  enteredAt: '2026-12-02T00:00:00.000Z',
  enteredBy: 'Owner',
  importId: null,
  withdrawnAt: null,
  ...change,
})
const later = (minutes: number) => new Date(Date.parse('2026-12-02T00:00:00.000Z') + minutes * 60_000).toISOString()
const run = (from: string, count: number, change: (at: number) => Partial<SeriesValue> = () => ({})): SeriesValue[] =>
  Array.from({ length: count }, (_, at) => value({ day: addDays(from, at), ...change(at) }))
const campaign = makeCampaign()
const mentions = makeKpi({ name: 'mentions' })

describe('which number of a day stands', () => {
  test('the newest, with what it corrected beside it', () => {
    const [first, second] = [value({ value: 10 }), value({ value: 12, enteredAt: later(5) })]
    expect(settleDays([second, first])).toEqual([{ day: '2026-12-01', stands: second, others: [first] }])
  })

  test('of two of one moment the one that was minted later', () => {
    const second = value({ id: ID.replace('0001', '0002'), value: 12 })
    for (const said of [
      [value(), second],
      [second, value()],
    ])
      expect(settleDays(said)[0]?.stands.value).toBe(12)
  })

  test('a withdrawn one does not stand, but is kept; with nothing else the day is unknown', () => {
    const gone = value({ value: 12, enteredAt: later(5), withdrawnAt: later(6) })
    expect(settleDays([value(), gone])[0]).toMatchObject({ stands: { value: 10 }, others: [{ value: 12 }] })
    expect(settleDays([gone])).toEqual([])
  })

  test('days are in order, and nothing that was said is lost', () => {
    const any = fc.record({ day: fc.integer({ min: 0, max: 9 }), at: fc.integer({ min: 0, max: 99 }), gone: fc.boolean() })
    fc.assert(
      fc.property(fc.array(any), (said) => {
        const values = said.map(({ day, at, gone }) =>
          value({ day: addDays('2026-12-01', day), enteredAt: later(at), withdrawnAt: gone ? later(200) : null }),
        )
        const settled = settleDays(values)
        const open = new Set(values.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ day }) => day))
        expect(settled.map(({ day }) => day)).toEqual([...open].toSorted())
        for (const { day, stands, others } of settled) {
          expect(others.length + 1).toBe(values.filter((each) => each.day === day).length)
          for (const other of others) if (other.withdrawnAt === null) expect(other.enteredAt <= stands.enteredAt).toBe(true)
        }
      }),
    )
  })
})

describe('the series of a KPI', () => {
  test('posts measure views: no series', () => expect(seriesOf(makeKpi({ name: 'views' }), campaign, [value()])).toBeNull())

  test('without named subjects only the first usual one counts: brand and product are not added up', () => {
    const both = [value({ value: 10 }), value({ subject: 'product:Lakeside cream', value: 7 })]
    expect(seriesOf(mentions, campaign, both)).toMatchObject({ subjects: ['brand:Alpensee'], days: [{ day: '2026-12-01', value: 10 }] })
  })

  test('named subjects are added up; a day that one of them leaves out is unknown', () => {
    const kpi = makeKpi({ name: 'newFollowers', subjects: ['weibo:a', 'douyin:b'] })
    const follow = (subject: string, day: string, count: number) =>
      value({ subject, metric: 'followers', unit: 'followers', day, value: count })
    const series = seriesOf(kpi, campaign, [
      follow('weibo:a', '2026-12-01', 5),
      follow('douyin:b', '2026-12-01', 6),
      follow('weibo:a', '2026-12-02', 5),
    ])
    expect(series?.days).toEqual([{ day: '2026-12-01', value: 11 }])
    expect(series?.because.map(({ en }) => en)).toEqual(['1 days are known of some subjects only and were left out'])
  })

  test('a subject of which nothing is known is named', () => {
    const kpi = makeKpi({ name: 'mentions', subjects: ['brand:Alpensee', 'brand:Other'] })
    expect(seriesOf(kpi, campaign, [value()])?.because[0]?.zh).toBe('没有「brand:Other」的数据')
  })

  test('fen become CNY, a unit of something else is left out and named', () => {
    const sales = makeKpi({ name: 'sales' })
    const sold = (unit: string, day: string) => value({ subject: 'product:Lakeside cream', metric: 'sales', unit, day, value: 12_345 })
    const series = seriesOf(sales, campaign, [sold('fen', '2026-12-01'), sold('CNY', '2026-12-02'), sold('EUR', '2026-12-03')])
    expect(series?.days.map((each) => each.value)).toEqual([123.45, 12_345])
    expect(series?.because[0]?.en).toContain('values in EUR are not CNY')
  })
})

describe('the baseline of a KPI', () => {
  const ask = (values: readonly SeriesValue[], today = '2026-12-20') => baselineOfKpi(mentions, { campaign, values, today })

  test('the 28 days before today, over the days from start to deadline', () => {
    const { baseline } = ask(run('2026-11-22', 28))
    // 2027-01-11 to 2027-02-28 are 49 days of 10.
    expect(baseline).toMatchObject({ n: 28, from: '2026-11-22', to: '2026-12-19', perDay: 10 })
    expect(baseline?.value).toBeCloseTo(490, 6)
  })

  test('days of the campaign itself are never part of its baseline', () => {
    const values = [...run('2026-12-14', 28), ...run('2027-01-11', 10, () => ({ value: 9999 }))]
    expect(ask(values, '2027-01-21').baseline).toMatchObject({ perDay: 10, to: '2027-01-10' })
  })

  test('a series that ended early is looked at from its end, and that is said', () => {
    const { baseline } = ask(run('2026-10-01', 28))
    expect(baseline).toMatchObject({ n: 28, to: '2026-10-28' })
    expect(baseline?.because.map(({ en }) => en)).toContain('the series ends 2026-10-28, 52 days before it could')
  })

  test('no series: unknown; a KPI of posts: none at all', () => {
    expect(ask([]).baseline).toMatchObject({ value: null, n: 0 })
    expect(baselineOfKpi(makeKpi(), { campaign, values: [], today: '2026-12-20' }).baseline).toBeNull()
  })
})

describe('what a series says a KPI came to', () => {
  const kpi = makeKpi({ name: 'mentions', deadline: '2027-01-20' })
  test('a flow is added up from start to deadline, both included', () => {
    const values = run('2027-01-10', 12)
    expect(measureKpiBySeries(kpi, campaign, values)).toMatchObject({ value: 100, isWhole: true, lastDay: '2027-01-20', because: null })
  })
  test('a day that lacks makes it at least this much', () => {
    expect(measureKpiBySeries(kpi, campaign, run('2027-01-11', 9))).toMatchObject({
      value: 90,
      isWhole: false,
      because: { en: '1 days from start to deadline carry no number' },
    })
  })
  test('a stock is the end less the start', () => {
    const followers = makeKpi({ name: 'newFollowers', deadline: '2027-01-20' })
    const heights = run('2027-01-10', 15, (at) => ({ metric: 'followers', unit: 'followers', value: 1000 + at * 10 }))
    expect(measureKpiBySeries(followers, campaign, heights)).toMatchObject({ value: 90, isWhole: true })
    expect(measureKpiBySeries(followers, campaign, heights.slice(0, 6))).toMatchObject({ value: 40, isWhole: false })
    expect(measureKpiBySeries(followers, campaign, heights.slice(3, 4))).toMatchObject({ value: null })
  })
  test('a level is a mean', () => {
    const index = makeKpi({ name: 'searchIndex', deadline: '2027-01-12' })
    const days = run('2027-01-11', 2, (at) => ({ metric: 'searchIndex', unit: 'index points', value: 100 + at }))
    expect(measureKpiBySeries(index, campaign, days)).toMatchObject({ value: 100.5, isWhole: true })
  })
  describe('of two named accounts', () => {
    const both = makeKpi({ name: 'newFollowers', subjects: ['xiaohongshu:a', 'douyin:b'], deadline: '2027-01-20' })
    const grow = (subject: string, step: number, count = 15) =>
      run('2027-01-10', count, (at) => ({ subject, metric: 'followers', unit: 'followers', value: 1000 + at * step }))

    test('of which one is silent: unknown, whatever the other says, and the silent one is named', () => {
      expect(measureKpiBySeries(both, campaign, grow('xiaohongshu:a', 400))).toMatchObject({
        value: null,
        isWhole: false,
        because: {
          en: 'the series has no day from 2027-01-11 to 2027-01-20; nothing is known of douyin:b',
          zh: '数据中没有 2027-01-11 至 2027-01-20 的日期；没有「douyin:b」的数据',
        },
      })
    })
    test('of which one ends early: as far as both are known, with the reason', () => {
      const measured = measureKpiBySeries(both, campaign, [...grow('xiaohongshu:a', 10), ...grow('douyin:b', 1, 6)])
      expect(measured).toMatchObject({ value: 44, isWhole: false })
      expect(measured?.because?.en).toContain('9 days are known of some subjects only')
    })
    test('near miss: both known to the end are added up and whole', () => {
      expect(measureKpiBySeries(both, campaign, [...grow('xiaohongshu:a', 10), ...grow('douyin:b', 1)])).toMatchObject({
        value: 99,
        isWhole: true,
        because: null,
      })
    })
    test('a flow with a silent account is not its part', () => {
      const flow = makeKpi({ name: 'mentions', subjects: ['brand:Alpensee', 'brand:Other'], deadline: '2027-01-20' })
      expect(measureKpiBySeries(flow, campaign, run('2027-01-11', 10))).toMatchObject({ value: null, isWhole: false })
    })
    test('the baseline with a silent account is unknown too, and says of whom nothing is known', () => {
      const values = run('2026-11-01', 45, () => ({ subject: 'xiaohongshu:a', metric: 'followers', unit: 'followers' }))
      const { baseline } = baselineOfKpi(both, { campaign, values, today: '2026-12-20' })
      expect(baseline).toMatchObject({ value: null, perDay: null, n: 0 })
      expect(baseline?.because.map(({ en }) => en)).toContain('nothing is known of douyin:b')
    })
  })

  test('nothing known is null; only other days is unknown with its reason', () => {
    expect(measureKpiBySeries(kpi, campaign, [])).toBeNull()
    expect(measureKpiBySeries(kpi, campaign, run('2026-12-01', 5))).toMatchObject({
      value: null,
      because: { en: 'the series has no day from 2027-01-11 to 2027-01-20' },
    })
  })
})

describe('typed days', () => {
  const typed = (change: object) =>
    typedDaysSchema.safeParse({
      subject: 'brand:Alpensee',
      metric: 'mentions',
      source: 'own count',
      values: [{ day: '2026-12-01', value: 3 }],
      ...change,
    })
  test.each([
    { why: 'as it stands', change: {} },
    { why: 'an account of the brand', change: { subject: 'xiaohongshu:abc', metric: 'followers' } },
    { why: 'a day of more refunds than sales', change: { metric: 'sales', values: [{ day: '2026-12-01', value: -12.5 }] } },
    { why: 'none that day', change: { values: [{ day: '2026-12-01', value: 0 }] } },
  ])('accepted: $why', ({ change }) => expect(typed(change).success).toBe(true))
  test.each([
    {
      why: 'followers below zero',
      change: { metric: 'followers', values: [{ day: '2026-12-01', value: -1 }] },
      says: 'cannot be below 0 (2026-12-01)',
    },
    { why: 'half a post', change: { values: [{ day: '2026-12-01', value: 0.5 }] }, says: 'is a whole number' },
    { why: 'no number', change: { values: [{ day: '2026-12-01', value: Number.NaN }] }, says: 'NaN' },
    {
      why: 'one day twice',
      change: {
        values: [
          { day: '2026-12-01', value: 1 },
          { day: '2026-12-01', value: 2 },
        ],
      },
      says: '2026-12-01 is given twice',
    },
    { why: 'no source', change: { source: ' ' }, says: '>=1' },
    { why: 'nobody named', change: { subject: 'Alpensee' }, says: 'Begin with brand:' },
    { why: 'a day that does not exist', change: { values: [{ day: '2026-02-30', value: 1 }] }, says: '' },
  ])('refused: $why', ({ change, says }) => {
    const { success, error } = typed(change)
    expect(success).toBe(false)
    expect(error?.issues.map(({ message }) => message).join(' ')).toContain(says)
  })
})

describe('whose days are typed in for a campaign', () => {
  const goal = {
    primary: 'awareness',
    reasonForOtherGoal: null,
    kpis: [makeKpi(), makeKpi({ name: 'newFollowers', subjects: ['xiaohongshu:alpensee'] })],
  } as const
  const withGoal = makeCampaign({ goal: { ...goal, kpis: [...goal.kpis] } })

  test('those the KPI names come before the brand', () => expect(subjectsOfSeries('followers', withGoal)).toEqual(['xiaohongshu:alpensee']))
  test('without a KPI those that one would read', () => expect(subjectsOfSeries('mentions', withGoal)[0]).toBe(`brand:${withGoal.brand}`))
  test('only the series of the goal are needed', () => {
    expect(seriesNeeded(withGoal)).toEqual(['followers'])
    expect(seriesNeeded(makeCampaign({ goal: null }))).toEqual([])
  })
  test('whatever is typed for the first of them, its KPI reads', () => {
    for (const metric of SERIES_NAMES)
      for (const subject of subjectsOfSeries(metric, withGoal)) {
        const days = [value({ subject, metric, unit: SERIES_METRICS[metric].unit })]
        const kpi = withGoal.goal?.kpis.find(({ name }) => name === SERIES_METRICS[metric].kpi)
        expect(seriesOf(kpi ?? { name: SERIES_METRICS[metric].kpi }, withGoal, days)?.days).toHaveLength(1)
      }
  })
})
