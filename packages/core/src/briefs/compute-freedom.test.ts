import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeBrief } from './test/brief-fixture.ts'
import type { Platform } from '../shared/index.ts'
import { computeFreedom, FREEDOM_DEMANDS, FREEDOM_TABLE, freedomTableSchema, writeFormula, type Brief, type BriefInput } from './index.ts'

const must = (count: number) => Array.from({ length: count }, () => ({ weight: 'must' as const, text: { zh: '说', en: 'say' } }))
const shots = (count: number, weight: 'must' | 'should' = 'must') =>
  Array.from({ length: count }, () => ({ weight, text: { zh: '拍', en: 'show' } }))
const slot = (platform: Platform, change: Partial<Brief['deliverables'][number]> = {}) => ({
  platform,
  format: 'post',
  count: 1,
  windowFrom: '2027-01-11',
  windowTo: '2027-01-31',
  fixedTime: null,
  fixedCaption: null,
  ...change,
})

describe('freedom index, worked by hand', () => {
  const cases: readonly { why: string; brief: Partial<BriefInput>; score: number; best: string | null }[] = [
    { why: 'no demand', brief: {}, score: 100, best: null },
    { why: 'two must-say points are free', brief: { mustSay: must(2) }, score: 100, best: null },
    { why: 'the third costs 4', brief: { mustSay: must(3) }, score: 96, best: 'mustSay +4' },
    { why: 'capped at 20', brief: { mustSay: must(40) }, score: 80, best: 'mustSay +20' },
    {
      why: 'should and free are no demands',
      brief: { mustSay: must(9).map((item) => ({ ...item, weight: 'should' as const })) },
      score: 100,
      best: null,
    },
    {
      why: '100 of 400 characters verbatim',
      brief: { verbatim: ['字'.repeat(60), '字'.repeat(40)] },
      score: 91.25,
      best: 'verbatim +8.75',
    },
    { why: 'spaces are not words', brief: { verbatim: [`${'字 '.repeat(50)}${'\n字'.repeat(50)}`] }, score: 91.25, best: 'verbatim +8.75' },
    { why: 'the whole post verbatim and more', brief: { verbatim: ['字'.repeat(900)] }, score: 65, best: 'verbatim +35' },
    { why: 'the label is the law’s word', brief: { verbatim: ['广告'] }, score: 100, best: null },
    {
      why: 'a fixed caption',
      brief: { deliverables: [slot('xiaohongshu', { fixedCaption: '统一文案' })] },
      score: 85,
      best: 'fixedCaption +15',
    },
    {
      why: 'near miss: an empty caption fixes nothing',
      brief: { deliverables: [slot('xiaohongshu', { fixedCaption: '' })] },
      score: 100,
      best: null,
    },
    { why: 'a fixed time', brief: { deliverables: [slot('xiaohongshu', { fixedTime: '20:00' })] }, score: 90, best: 'fixedTime +10' },
    { why: 'two rounds are usual', brief: { revisionRounds: 2 }, score: 100, best: null },
    { why: 'the third round costs 5, and so does the tenth', brief: { revisionRounds: 10 }, score: 95, best: 'rounds +5' },
    {
      why: '35 characters on Weibo are a quarter',
      brief: { deliverables: [slot('weibo')], verbatim: ['字'.repeat(35)] },
      score: 91.25,
      best: 'verbatim +8.75',
    },
    {
      why: 'the shortest post counts',
      brief: { deliverables: [slot('zhihu'), slot('weibo')], verbatim: ['字'.repeat(35)] },
      score: 91.25,
      best: 'verbatim +8.75',
    },
    { why: 'a shot costs 3', brief: { shots: shots(1) }, score: 97, best: 'shots +3' },
    { why: 'four shots are capped at 10', brief: { shots: shots(4) }, score: 90, best: 'shots +10' },
    { why: 'near miss: shots that are suggested', brief: { shots: shots(4, 'should') }, score: 100, best: null },
    { why: 'tone approval', brief: { toneApproval: true }, score: 95, best: 'toneApproval +5' },
    {
      why: 'everything at once',
      brief: {
        mustSay: must(9),
        verbatim: ['字'.repeat(400)],
        shots: shots(5),
        toneApproval: true,
        revisionRounds: 5,
        deliverables: [slot('xiaohongshu', { fixedCaption: '统一', fixedTime: '20:00' })],
      },
      score: 0,
      best: 'verbatim +35',
    },
  ]
  test.each(cases)('$why: $score', ({ brief, score, best }) => {
    const freedom = computeFreedom(makeBrief(brief))
    expect(freedom.score).toBe(score)
    expect(freedom.bestSingleChange && `${freedom.bestSingleChange.name} +${freedom.bestSingleChange.gain}`).toBe(best)
  })

  test('the printed formula is the shipped one, number by number', () => {
    expect(writeFormula(FREEDOM_TABLE).en).toBe(
      'F = 100 − 35·min(1, verbatim/usual) − 4·max(0, mustSay − 2) (≤ 20) − 15·fixedCaption − 10·fixedTime − 3·shots (≤ 10) − 5·max(0, rounds − 2) (≤ 5) − 5·toneApproval, floor 0',
    )
    const { en, zh } = writeFormula(FREEDOM_TABLE)
    expect(zh.match(/\d+/g)).toEqual(en.match(/\d+/g))
  })
})

describe('a table of one’s own', () => {
  const own = {
    ...FREEDOM_TABLE,
    version: 'ours',
    costs: FREEDOM_TABLE.costs.map((row) => (row.name === 'fixedTime' ? { ...row, weight: 12, cap: 8 } : row)),
    usual: [{ platform: null, characters: 100, source: '自行核定' }],
  }

  test('its weights, caps and lengths count, and its numbers are printed', () => {
    const brief = makeBrief({ deliverables: [slot('zhihu', { fixedTime: '20:00' })], verbatim: ['字'.repeat(50)] })
    const { score, formula, tableVersion } = computeFreedom(brief, own)
    expect(score).toBe(100 - 8 - 17.5)
    expect(formula.en).toContain('12·fixedTime (≤ 8)')
    expect(tableVersion).toBe('ours')
  })

  test.each([
    { why: 'the shipped one', table: FREEDOM_TABLE, isFine: true },
    { why: 'a demand is missing', table: { ...own, costs: own.costs.slice(1) }, isFine: false },
    { why: 'a demand stands twice', table: { ...own, costs: [...own.costs, ...own.costs.slice(0, 1)] }, isFine: false },
    { why: 'no row for the other platforms', table: { ...own, usual: [] }, isFine: false },
    { why: 'a platform twice', table: { ...own, usual: [...own.usual, ...own.usual] }, isFine: false },
    { why: 'a length of nothing', table: { ...own, usual: [{ platform: null, characters: 0, source: 'x' }] }, isFine: false },
  ])('read: $why', ({ table, isFine }) => expect(freedomTableSchema.safeParse(table).success).toBe(isFine))

  test('every demand has a row in the order of the formula', () => {
    expect(FREEDOM_TABLE.costs.map(({ name }) => name)).toEqual([...FREEDOM_DEMANDS])
  })
})

const anyBrief = fc
  .record({
    points: fc.nat(12),
    characters: fc.nat(600),
    rounds: fc.nat(6),
    scenes: fc.nat(6),
    toneApproval: fc.boolean(),
    caption: fc.option(fc.constant('统一文案')),
    time: fc.option(fc.constant('20:00')),
  })
  .map(({ points, characters, rounds, scenes, toneApproval, caption, time }) =>
    makeBrief({
      mustSay: must(points),
      verbatim: ['字'.repeat(characters)],
      revisionRounds: rounds,
      shots: shots(scenes),
      toneApproval,
      deliverables: [slot('xiaohongshu', { fixedCaption: caption, fixedTime: time })],
    }),
  )

describe('freedom index, properties', () => {
  test('stays within 0–100, and the parts explain the score', () => {
    fc.assert(
      fc.property(anyBrief, (brief) => {
        const { score, parts } = computeFreedom(brief)
        const explained = 100 - parts.reduce((sum, { cost }) => sum + cost, 0)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        expect(Math.abs(score - Math.max(0, explained))).toBeLessThan(0.03)
      }),
    )
  })

  test('one demand more never raises it', () => {
    fc.assert(
      fc.property(anyBrief, (brief) => {
        const before = computeFreedom(brief).score
        expect(computeFreedom(makeBrief({ ...brief, mustSay: [...brief.mustSay, ...must(1)] })).score).toBeLessThanOrEqual(before)
        expect(computeFreedom(makeBrief({ ...brief, verbatim: [...brief.verbatim, '再说一句'] })).score).toBeLessThanOrEqual(before)
        expect(computeFreedom(makeBrief({ ...brief, shots: [...brief.shots, ...shots(1)] })).score).toBeLessThanOrEqual(before)
        expect(computeFreedom({ ...brief, toneApproval: true }).score).toBeLessThanOrEqual(before)
        expect(computeFreedom({ ...brief, revisionRounds: brief.revisionRounds + 1 }).score).toBeLessThanOrEqual(before)
      }),
    )
  })
})
