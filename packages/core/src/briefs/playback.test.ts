import { describe, expect, test } from 'vitest'
import { sha256 } from '../../test/sha256.ts'
import {
  askForPlayback,
  comparePlayback,
  isAnswered,
  listAsked,
  listStrangeIds,
  mergePlayback,
  playbackSchema,
  settleDifference,
  type Brief,
  type Playback,
  type PlayedDeliverable,
} from './index.ts'
import { makeBrief } from './test/brief-fixture.ts'

const NOTE = {
  id: 'd1',
  platform: 'xiaohongshu' as const,
  format: 'note_picture',
  count: 1,
  windowFrom: '2027-01-11',
  windowTo: '2027-01-31',
}
const VIDEO = { ...NOTE, id: 'd2', platform: 'douyin' as const, format: 'video_21_60s' }
const LONG = { ...VIDEO, id: 'd3', format: 'video_over_60s' }
const SAY = { id: 's1', weight: 'must' as const, text: { zh: '持妆 12 小时。', en: 'It stays on for 12 hours.' } }
const NOT = { id: 'n1', text: { zh: '不要说「药妆」。', en: 'Do not say “cosmeceutical”.' } }
const BRIEF = makeBrief({ deliverables: [NOTE], mustSay: [SAY], mustNot: [NOT] })

const WORDS = '我会讲早上上妆，过了 12 小时还持妆'
const said = (change: Partial<PlayedDeliverable> = {}): PlayedDeliverable => ({
  itemId: 'd1',
  platform: 'xiaohongshu',
  format: 'note_picture',
  count: 1,
  from: '2027-01-15',
  to: null,
  time: null,
  words: WORDS,
  ...change,
})
const playback = (change: Partial<PlayedDeliverable> = {}, more: Partial<Playback> = {}): Playback => ({
  deliverables: [said(change)],
  mustNot: ['n1'],
  ...more,
})
const compare = (one: Playback, brief: Brief = BRIEF) => comparePlayback(one, { brief, question: askForPlayback(brief, null), sha256 })
const shown = (one: Playback, brief?: Brief) =>
  compare(one, brief).map(({ field, itemId, expected, said: own }) => `${itemId} ${field}: ${expected.join(' ')} | ${own.join(' ')}`)

describe('a brief and its playback, field by field', () => {
  const fixed = makeBrief({ deliverables: [{ ...NOTE, fixedTime: '20:00' }], mustSay: [SAY], mustNot: [NOT] })
  const cases: readonly { why: string; playback: Playback; brief?: Brief; differs: string[] }[] = [
    { why: 'understood', playback: playback(), differs: [] },
    { why: 'another platform', playback: playback({ platform: 'douyin' }), differs: ['d1 platform: xiaohongshu | douyin'] },
    { why: 'another format', playback: playback({ format: 'note_video' }), differs: ['d1 format: note_picture | note_video'] },
    { why: 'another count', playback: playback({ count: 2 }), differs: ['d1 count: 1 | 2'] },
    { why: 'a count nobody said is not nought', playback: playback({ count: null }), differs: ['d1 count: 1 | '] },
    { why: 'nought is said', playback: playback({ count: 0 }), differs: ['d1 count: 1 | 0'] },
    {
      why: 'a day after the window',
      playback: playback({ from: '2027-02-01' }),
      differs: ['d1 window: 2027-01-11 2027-01-31 | 2027-02-01'],
    },
    {
      why: 'ends after the window',
      playback: playback({ from: '2027-01-31', to: '2027-02-01' }),
      differs: ['d1 window: 2027-01-11 2027-01-31 | 2027-01-31 2027-02-01'],
    },
    { why: 'near miss: the last day', playback: playback({ from: '2027-01-31' }), differs: [] },
    { why: 'no day said', playback: playback({ from: null }), differs: ['d1 window: 2027-01-11 2027-01-31 | '] },
    { why: 'a demanded time', brief: fixed, playback: playback({ time: '21:00' }), differs: ['d1 time: 20:00 | 21:00'] },
    { why: 'near miss: the time is free', playback: playback({ time: '21:00' }), differs: [] },
    {
      why: 'the row is not played back',
      playback: playback({}, { deliverables: [] }),
      differs: ['d1 missing: xiaohongshu note_picture | '],
    },
    { why: 'no words', playback: playback({ words: '' }), differs: ['d1 words:  | '] },
    {
      why: 'a number that is not the brief’s',
      playback: playback({ words: '持妆 24 小时' }),
      differs: ['d1 number:  | 24', 's1 mustSay: 12 | '],
    },
    { why: 'near miss: a small number is talk', playback: playback({ words: `${WORDS}，拍 3 个镜头` }), differs: [] },
    { why: 'a point is left out', playback: playback({ words: '质地清爽' }), differs: ['s1 mustSay: 12 持妆 小时 | '] },
    { why: 'a “do not” is not confirmed', playback: playback({}, { mustNot: [] }), differs: ['n1 mustNot:  | '] },
    {
      why: 'and one is broken',
      playback: playback({ words: `${WORDS}，药妆级别` }),
      differs: ['n1 forbidden:  | 药妆级别'],
    },
  ]
  test.each(cases)('$why', ({ playback: one, brief, differs }) => {
    expect(shown(one, brief)).toEqual(differs)
  })

  test('a point that only should be made is not asked back', () => {
    const brief = makeBrief({ deliverables: [NOTE], mustSay: [{ ...SAY, weight: 'should' }], mustNot: [NOT] })
    expect(shown(playback({ words: '质地清爽' }), brief)).toEqual([])
  })

  test('the key holds both sides: what changes on one of them is another difference', () => {
    const [one, same, other] = [compare(playback({ count: 2 })), compare(playback({ count: 2 })), compare(playback({ count: 3 }))]
    expect(one[0]?.key).toBe(same[0]?.key)
    expect(one[0]?.key).not.toBe(other[0]?.key)
  })
})

describe('what a party is asked', () => {
  const brief = makeBrief({ deliverables: [NOTE, VIDEO, LONG], mustSay: [SAY], mustNot: [NOT] })
  const rows = (own: Parameters<typeof askForPlayback>[1]) => askForPlayback(brief, own).deliverables.map(({ id }) => id)
  test('a company everything, a creator their platforms and, where it is named, their format', () => {
    expect(rows(null)).toEqual(['d1', 'd2', 'd3'])
    expect(rows([{ platform: 'douyin', format: 'video_21_60s' }])).toEqual(['d2'])
    expect(rows([{ platform: 'douyin', format: 'live' }])).toEqual(['d2', 'd3'])
    expect(rows([{ platform: 'weibo', format: 'post' }])).toEqual([])
  })

  test('at first everything, later what changed, nothing when nothing did', () => {
    const question = askForPlayback(brief, null)
    expect(listAsked(question, null)).toEqual({ deliverables: ['d1', 'd2', 'd3'], mustSay: ['s1'], mustNot: ['n1'] })
    expect(isAnswered(listAsked(question, question))).toBe(true)
    const later = makeBrief({ deliverables: [NOTE, { ...VIDEO, count: 2 }], mustSay: [SAY], mustNot: [NOT, { ...NOT, id: 'n2' }] })
    const asked = listAsked(askForPlayback(later, null), question)
    expect(asked).toEqual({ deliverables: ['d2'], mustSay: [], mustNot: ['n2'] })
    expect(isAnswered(asked)).toBe(false)
  })
})

describe('a playback of a later version', () => {
  const [first, second] = [
    askForPlayback(BRIEF, null),
    askForPlayback(makeBrief({ deliverables: [NOTE, VIDEO], mustSay: [SAY], mustNot: [NOT] }), null),
  ]
  const sent = { deliverables: [said({ itemId: 'd2', platform: 'douyin', format: 'video_21_60s' })], mustNot: [] }
  test('keeps what did not change and takes what is sent', () => {
    const merged = mergePlayback(second, { sent, earlier: playback(), asked: listAsked(second, first) })
    expect(merged.deliverables.map(({ itemId }) => itemId)).toEqual(['d1', 'd2'])
    expect(merged.mustNot).toEqual(['n1'])
  })
  test('does not keep what changed, nor what the brief no longer asks', () => {
    const changed = askForPlayback(
      makeBrief({ deliverables: [{ ...NOTE, count: 2 }], mustSay: [SAY], mustNot: [{ ...NOT, id: 'n9' }] }),
      null,
    )
    expect(
      mergePlayback(changed, { sent: { deliverables: [], mustNot: [] }, earlier: playback(), asked: listAsked(changed, first) }),
    ).toEqual({
      deliverables: [],
      mustNot: [],
    })
  })
  test('without an earlier one is what is sent', () => {
    expect(mergePlayback(first, { sent: playback(), earlier: null, asked: listAsked(first, null) })).toEqual(playback())
  })
  test('names ids that the brief does not have', () => {
    expect(listStrangeIds(BRIEF, playback({ itemId: 'd7' }, { mustNot: ['n1', 'n7'] }))).toEqual(['d7', 'n7'])
    expect(playbackSchema.safeParse({ ...playback(), secret: 1 }).success).toBe(false)
  })
})

describe('settling a difference', () => {
  const differences = compare(playback({ count: 2 }))
  const key = differences[0]?.key ?? ''
  test.each([
    ['brief_stands', 'receiver', null],
    ['brief_stands', 'issuer', 'playback.wrong_side'],
    ['playback_stands', 'issuer', null],
    ['playback_stands', 'receiver', 'playback.wrong_side'],
  ] as const)('%s by the %s', (how, side, code) => {
    const outcome = settleDifference(differences, { key, how, side })
    expect(outcome.ok ? null : outcome.refusals[0]?.code).toBe(code)
  })
  test('what does not differ is not settled', () => {
    const outcome = settleDifference(differences, { key: 'gone', how: 'brief_stands', side: 'receiver' })
    expect(outcome).toEqual({ ok: false, refusals: [{ code: 'playback.no_difference', key: 'gone' }] })
  })
})

describe('whatever a brief asks', () => {
  const rows = [NOTE, VIDEO, LONG]
  const points = [SAY, { ...SAY, id: 's2', text: { zh: '说出 Alpensee 冰川面霜。', en: 'Name the Alpensee glacier cream.' } }]
  const lines = [NOT, { ...NOT, id: 'n2', text: { zh: '不提及竞品 Bergquell', en: 'Do not mention Bergquell' } }]
  // Every choice of rows, points and lines: 8 × 4 × 4 briefs.
  const subsets = <T>(list: readonly T[]): T[][] => list.reduce<T[][]>((sets, one) => [...sets, ...sets.map((set) => [...set, one])], [[]])
  const briefs = subsets(rows).flatMap((deliverables) =>
    subsets(points).flatMap((mustSay) => subsets(lines).map((mustNot) => makeBrief({ deliverables, mustSay, mustNot }))),
  )
  const faithful = ({ deliverables, mustSay, mustNot }: Brief): Playback => ({
    deliverables: deliverables.map(({ id, platform, format, count, windowFrom }) =>
      said({ itemId: id, platform, format, count, from: windowFrom, words: mustSay.map(({ text }) => text.zh).join('') || '自己说' }),
    ),
    mustNot: mustNot.map(({ id }) => id),
  })

  test('who repeats it to the letter differs in nothing', () => {
    expect(briefs.length).toBe(128)
    for (const brief of briefs) expect(shown(faithful(brief), brief)).toEqual([])
  })

  test('one field more that differs is one difference more', () => {
    for (const brief of briefs.filter(({ deliverables }) => deliverables.length > 0)) {
      const [first, ...others] = faithful(brief).deliverables
      if (first === undefined) throw new Error('no row')
      const wrong = { ...faithful(brief), deliverables: [{ ...first, count: 7, from: '2028-01-01', to: null }, ...others] }
      expect(shown(wrong, brief).map((line) => line.split(' ')[1])).toEqual(['count:', 'window:'])
    }
  })

  test('silence is a difference in every row and every line, and never taken for consent', () => {
    for (const brief of briefs) {
      const silent = compare({ deliverables: [], mustNot: [] }, brief)
      expect(silent.map(({ itemId }) => itemId)).toEqual([...brief.deliverables, ...brief.mustNot].map(({ id }) => id))
    }
  })

  test('keys are different for different differences', () => {
    for (const brief of briefs) {
      const keys = compare({ deliverables: [], mustNot: [] }, brief).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test('a second look asks nothing, and merging nothing changes nothing', () => {
    for (const brief of briefs) {
      const question = askForPlayback(brief, null)
      const asked = listAsked(question, question)
      expect(isAnswered(asked)).toBe(true)
      const nothing = { deliverables: [], mustNot: [] }
      expect(mergePlayback(question, { sent: nothing, earlier: faithful(brief), asked })).toEqual(faithful(brief))
    }
  })

  test('from any version to any other, what is asked and what is kept make up the whole question', () => {
    const some = briefs.filter((_, index) => index % 9 === 0)
    for (const then of some)
      for (const now of some) {
        const question = askForPlayback(now, null)
        const asked = listAsked(question, askForPlayback(then, null))
        const nothing = { deliverables: [], mustNot: [] }
        const kept = mergePlayback(question, { sent: nothing, earlier: faithful(then), asked })
        const rowsOf = [...kept.deliverables.map(({ itemId }) => itemId), ...asked.deliverables]
        expect(rowsOf.toSorted()).toEqual(question.deliverables.map(({ id }) => id).toSorted())
        expect([...kept.mustNot, ...asked.mustNot].toSorted()).toEqual(question.mustNot.map(({ id }) => id).toSorted())
        expect(mergePlayback(question, { sent: faithful(now), earlier: faithful(then), asked })).toEqual(faithful(now))
      }
  })
})
