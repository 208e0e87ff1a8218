import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeBrief } from './test/brief-fixture.ts'
import type { Platform } from '../shared/index.ts'
import { computeFreedom, FREEDOM_COSTS, FREEDOM_FORMULA, type Brief, type BriefInput } from './index.ts'

const must = (count: number) => Array.from({ length: count }, () => ({ weight: 'must' as const, text: { zh: '说', en: 'say' } }))
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
    {
      why: 'everything at once',
      brief: {
        mustSay: must(9),
        verbatim: ['字'.repeat(400)],
        revisionRounds: 5,
        deliverables: [slot('xiaohongshu', { fixedCaption: '统一', fixedTime: '20:00' })],
      },
      score: 15,
      best: 'verbatim +35',
    },
  ]
  test.each(cases)('$why: $score', ({ brief, score, best }) => {
    const freedom = computeFreedom(makeBrief(brief))
    expect(freedom.score).toBe(score)
    expect(freedom.bestSingleChange && `${freedom.bestSingleChange.name} +${freedom.bestSingleChange.gain}`).toBe(best)
  })

  test('the printed formula names every weight of the table', () => {
    const written = FREEDOM_COSTS.filter(({ name, weight }) => !new RegExp(`${weight}·[^−]*${name}`).test(FREEDOM_FORMULA.en))
    expect(written).toEqual([])
    expect(FREEDOM_FORMULA.zh.match(/\d+/g)).toEqual(FREEDOM_FORMULA.en.match(/\d+/g))
  })
})

const anyBrief = fc
  .record({
    points: fc.nat(12),
    characters: fc.nat(600),
    rounds: fc.nat(6),
    caption: fc.option(fc.constant('统一文案')),
    time: fc.option(fc.constant('20:00')),
  })
  .map(({ points, characters, rounds, caption, time }) =>
    makeBrief({
      mustSay: must(points),
      verbatim: ['字'.repeat(characters)],
      revisionRounds: rounds,
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
        expect(computeFreedom({ ...brief, revisionRounds: brief.revisionRounds + 1 }).score).toBeLessThanOrEqual(before)
      }),
    )
  })
})
