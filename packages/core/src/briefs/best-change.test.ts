import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { computeFreedom, findContradictions, FREEDOM_TABLE, listCountedVerbatim, type Brief, type FreedomDemand } from './index.ts'
import { makeBrief } from './test/brief-fixture.ts'

const [slot] = makeBrief().deliverables
const onPlatform = (change: Partial<Brief['deliverables'][number]>) => (slot === undefined ? [] : [{ ...slot, ...change }])

/** What striking one demand means for the brief itself: the property recomputes instead of trusting the gain. */
const STRIKE: Readonly<Record<FreedomDemand, (brief: Brief) => Brief>> = {
  verbatim: (brief) => ({ ...brief, verbatim: [] }),
  mustSay: (brief) => ({ ...brief, mustSay: brief.mustSay.map((item) => ({ ...item, weight: 'should' as const })) }),
  fixedCaption: (brief) => ({ ...brief, deliverables: brief.deliverables.map((one) => ({ ...one, fixedCaption: null })) }),
  fixedTime: (brief) => ({ ...brief, deliverables: brief.deliverables.map((one) => ({ ...one, fixedTime: null })) }),
  rounds: (brief) => ({ ...brief, revisionRounds: 0 }),
  shots: (brief) => ({ ...brief, shots: [] }),
  toneApproval: (brief) => ({ ...brief, toneApproval: false }),
}

const anyBrief = fc
  .record({
    points: fc.nat(10),
    words: fc.array(fc.nat(200), { maxLength: 3 }),
    rounds: fc.nat(6),
    shots: fc.nat(6),
    toneApproval: fc.boolean(),
    caption: fc.constantFrom(null, '', '统一文案'),
    time: fc.constantFrom(null, '', '20:00'),
    platform: fc.constantFrom('weibo' as const, 'xiaohongshu' as const, 'douyin' as const, 'zhihu' as const),
  })
  .map(({ points, words, rounds, shots, toneApproval, caption, time, platform }) =>
    makeBrief({
      mustSay: Array.from({ length: points }, () => ({ weight: 'must' as const, text: { zh: '说', en: 'say' } })),
      verbatim: words.map((count) => '字'.repeat(count)),
      revisionRounds: rounds,
      toneApproval,
      shots: Array.from({ length: shots }, () => ({ text: { zh: '拍', en: 'show' } })),
      deliverables: onPlatform({ fixedCaption: caption, fixedTime: time, platform }),
    }),
  )

describe('the best single change', () => {
  test('property: striking it really gains that much, and no other demand gains more', () => {
    fc.assert(
      fc.property(anyBrief, (brief) => {
        const { score, bestSingleChange } = computeFreedom(brief)
        const gains = FREEDOM_TABLE.costs.map(({ name }) => ({ name, gain: computeFreedom(STRIKE[name](brief)).score - score }))
        const most = Math.max(...gains.map(({ gain }) => gain))
        if (bestSingleChange === null) expect(most).toBeCloseTo(0, 9)
        else {
          const told = gains.find(({ name }) => name === bestSingleChange.name)?.gain ?? Number.NaN
          expect(Math.abs(told - bestSingleChange.gain)).toBeLessThanOrEqual(0.011)
          expect(told).toBeGreaterThanOrEqual(most - 0.011)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('property: striking every demand leaves 100', () => {
    fc.assert(
      fc.property(anyBrief, (brief) => {
        const bare = Object.values(STRIKE).reduce((rest, strike) => strike(rest), brief)
        expect(computeFreedom(bare)).toMatchObject({ score: 100, bestSingleChange: null })
      }),
    )
  })

  test('property: parts and score add up to 100, and no part is dearer than its cap', () => {
    fc.assert(
      fc.property(anyBrief, (brief) => {
        const { score, parts } = computeFreedom(brief)
        expect(score + parts.reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(100, 1)
        expect(parts.map(({ name }) => name)).toEqual(FREEDOM_TABLE.costs.map(({ name }) => name))
        FREEDOM_TABLE.costs.forEach(({ cap }, index) => {
          expect(parts[index]?.cost).toBeGreaterThanOrEqual(0)
          expect(parts[index]?.cost).toBeLessThanOrEqual(cap)
        })
      }),
    )
  })
})

describe('what fixes nothing', () => {
  test.each([
    { why: 'a caption of spaces', change: onPlatform({ fixedCaption: '  ' }), score: 100 },
    { why: 'a time of spaces', change: onPlatform({ fixedTime: ' ' }), score: 100 },
    { why: 'near miss: a caption of one sign', change: onPlatform({ fixedCaption: '。' }), score: 85 },
    {
      why: 'two captions cost no more than one',
      change: [...onPlatform({ fixedCaption: 'a' }), ...onPlatform({ id: 'other', fixedCaption: 'b' })],
      score: 85,
    },
    { why: 'no deliverables', change: [], score: 100 },
  ])('$why', ({ change, score }) => {
    expect(computeFreedom(makeBrief({ deliverables: change })).score).toBe(score)
  })

  test('the label is the law’s word, blanks are none, everything else counts', () => {
    expect(listCountedVerbatim(makeBrief({ verbatim: ['广告', ' 广告 ', '', '\n', '#广告#', '照念', '广告照念'] }))).toEqual([
      '照念',
      '广告照念',
    ])
  })

  test('without deliverables a Xiaohongshu note is assumed', () => {
    const verbatim = ['字'.repeat(200)]
    expect(computeFreedom(makeBrief({ deliverables: [], verbatim })).score).toBe(82.5)
  })

  test('an emoji is one character, however many code units it has', () => {
    const of = (text: string) => computeFreedom(makeBrief({ verbatim: [text.repeat(40)] })).score
    expect(of('😀')).toBe(of('字'))
  })
})

describe('words that forbid', () => {
  const demandsOf = (zh: string, en: string, demand: string) =>
    findContradictions(makeBrief({ mustNot: [{ zh, en }], verbatim: [demand] })).map(({ term }) => term)
  test.each([
    { why: '不要提', zh: '不要提竞品', en: '', demand: '对比竞品', terms: ['竞品'] },
    { why: '切勿', zh: '切勿夸大功效。', en: '', demand: '夸大功效', terms: ['夸大功效'] },
    { why: '别说', zh: '别说药妆', en: '', demand: '药妆级', terms: ['药妆'] },
    { why: '严禁', zh: '严禁使用药妆', en: '', demand: '药妆级', terms: ['药妆'] },
    { why: 'a straight apostrophe', zh: '', en: "Don't mention rivals.", demand: 'better than RIVALS', terms: ['rivals'] },
    { why: 'a curly apostrophe', zh: '', en: 'Don’t mention rivals.', demand: 'better than rivals', terms: ['rivals'] },
    { why: 'no', zh: '', en: 'No discounts', demand: 'discounts today', terms: ['discounts'] },
    { why: 'two quoted words', zh: '不要说「药妆」或「医美」', en: '', demand: '医美药妆', terms: ['药妆', '医美'] },
    { why: 'near miss: only the quoted word is forbidden', zh: '不要说「药妆」，可说护肤', en: '', demand: '护肤', terms: [] },
    { why: 'the same word in both languages is told once', zh: '不要说“SPA”', en: 'Do not say “SPA”', demand: 'SPA 感', terms: ['SPA'] },
  ])('$why', ({ zh, en, demand, terms }) => {
    expect(demandsOf(zh, en, demand)).toEqual(terms)
  })
})
