import { describe, expect, test } from 'vitest'
import { pastResultSchema } from '../campaigns/index.ts'
import { makeKpi } from '../gates/test/gate-fixture.ts'
import { say } from '../shared/index.ts'
import { isResultKept, proposeResult, reported, type Report } from './index.ts'

const NOW = '2027-03-20T20:00:00.000Z'
const number = (value: number | null, unit: string, gap = false) =>
  reported({
    label: say('x', '某'),
    value,
    unit,
    source: say('export', '导出'),
    formula: say('sum', '合计'),
    asOf: NOW,
    ...((value === null || gap) && { because: say('1 of 2 known', '2 项中已知 1 项') }),
  })
const kpi = (name: string, actual: Report['numbers'][number]): Report['kpis'][number] => ({
  name,
  unit: actual.unit,
  target: number(1, actual.unit),
  p10: null,
  p50: null,
  p90: null,
  actual,
  verdict: 'unknown',
})
const post = (views: number | null): Report['posts'][number] => ({
  creatorId: 'c1',
  creatorName: '示例·小鹿',
  platform: 'douyin',
  url: null,
  publishedAt: NOW,
  forecastP10: null,
  forecastP50: null,
  forecastP90: null,
  views: number(views, 'views'),
  interactions: number(null, 'interactions'),
  costFen: number(null, 'fen'),
})
const goal = (baseline: number | null) => ({
  primary: 'awareness' as const,
  reasonForOtherGoal: null,
  kpis: [makeKpi({ name: 'newFollowers', unit: 'followers', baseline }), makeKpi({ name: 'mentions', unit: 'posts', baseline: 40 })],
})
const report = (known: Partial<Report> = {}) => ({
  campaign: 'First snow',
  generatedAt: NOW,
  numbers: [number(200_000, 'views')],
  kpis: [kpi('newFollowers', number(1_500, 'followers')), kpi('mentions', number(30, 'posts'))],
  posts: [post(120_000), post(80_000), post(null)],
  ...known,
})

describe('what views brought, for the next campaign', () => {
  test('by hand: 1,500 followers of whom 300 would have come anyway; fewer mentions than before are none', () => {
    const proposed = proposeResult(report(), goal(300))
    expect(proposed).toEqual({
      source: say('First snow, report of 2027-03-21, 2 posts', 'First snow，2027-03-21 报告，2 条内容'),
      views: 200_000,
      newFollowers: 1_200,
      mentions: 0,
    })
    expect(pastResultSchema.safeParse({ ...proposed, source: proposed?.source.zh }).success).toBe(true)
  })

  test('what would have come anyway is not known: the count is left out, not taken whole', () => {
    expect(proposeResult(report(), goal(null))).not.toHaveProperty('newFollowers')
  })

  test.each([
    ['views that are not known', report({ numbers: [number(null, 'views')] })],
    ['views with a gap', report({ numbers: [number(200_000, 'views', true)] })],
    ['no views at all', report({ numbers: [number(0, 'views')] })],
    ['nothing counted', report({ kpis: [] })],
    ['counts with a gap only', report({ kpis: [kpi('newFollowers', number(9, 'followers', true))] })],
  ])('%s propose nothing', (_, given) => expect(proposeResult(given, goal(300))).toBeNull())

  test('a goal that was never stated proposes nothing', () => expect(proposeResult(report(), null)).toBeNull())
})

test.each([
  ['the same report', 'First snow, report of 2027-03-21, 2 posts', true],
  ['an earlier day of it in the other language', 'First snow，2027-03-01 报告，1 条内容', true],
  ['another campaign', 'First snow 2, report of 2027-03-21, 2 posts', false],
  ['what a person typed of it', 'First snow', false],
])('%s: kept already is %s', (_, source, isKept) => {
  const proposed = { source: say('First snow, report of 2027-03-21, 2 posts', 'First snow，2027-03-21 报告，2 条内容') }
  expect(isResultKept([{ source }], proposed)).toBe(isKept)
})
