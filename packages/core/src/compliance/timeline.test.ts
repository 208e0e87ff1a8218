import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../shared/index.ts'
import { diffRulebook, timeline, type TimelineChange } from './index.ts'
import changes from './fixtures/dated-changes.json' with { type: 'json' }
import { makeRule, makeRulebook } from '../../test/compliance/small-rulebook.ts'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'

const from = (title: string) => ({
  source: { title, number: null, article: null, url: null, checkedOn: null, readKind: 'full_text_copy' },
})
const small = makeRulebook(
  makeRule('old', { ...from('办法'), validFrom: '2016-09-01', validTo: '2023-04-30' }),
  makeRule('new', { ...from('新办法'), validFrom: '2023-05-01', supersedes: ['old'] }),
  makeRule('later', { ...from('新办法'), validFrom: '2023-05-01' }),
  makeRule('page', {
    ...from('公约'),
    validFrom: '2020-08-01',
    validTo: '2023-04-30',
    validFromConfidence: 'read (month only)',
    appliesTo: { who: ['creator'], categories: ['*'], platforms: ['weibo'], formats: ['*'] },
  }),
  makeRule('undated', { ...from('无日期'), validFrom: null }),
)
const short = ({ date, source, started, ended }: TimelineChange) => [date, source, started.map(({ id }) => id), ended.map(({ id }) => id)]

describe('the timeline of a rulebook', () => {
  test('tells what starts, with what it replaces, and what ends without heir; a start nobody recorded is no change', () => {
    expect(timeline(small).map(short)).toEqual([
      ['2016-09-01', '办法', ['old'], []],
      ['2020-08-01', '公约', ['page'], []],
      ['2023-05-01', '新办法', ['new', 'later'], ['old']],
      ['2023-05-01', '公约', [], ['page']],
    ])
  })

  test('an heir that starts later takes the end of the old one to nobody', () => {
    const gap = makeRulebook(
      makeRule('old', { ...from('办法'), validTo: '2023-04-30' }),
      makeRule('new', { ...from('新办法'), validFrom: '2023-06-01', supersedes: ['old'] }),
    )
    expect(timeline(gap, { from: '2023-01-01' }).map(short)).toEqual([
      ['2023-05-01', '办法', [], ['old']],
      ['2023-06-01', '新办法', ['new'], []],
    ])
  })

  test.each([
    [{ from: '2020-08-01', to: '2020-08-01' }, ['2020-08-01']],
    [{ from: '2020-08-02' }, ['2023-05-01', '2023-05-01']],
    [{ to: '2020-07-31' }, ['2016-09-01']],
    [{ platform: 'weibo' }, ['2016-09-01', '2020-08-01', '2023-05-01', '2023-05-01']],
    [{ platform: 'douyin' }, ['2016-09-01', '2023-05-01']],
  ])('%j', (request, dates) => expect(timeline(small, request).map(({ date }) => date)).toEqual(dates))

  test.each([
    ['read', true],
    ['read (announcement date)', true],
    ['read (month only)', false],
    ['read (day); year inferred', false],
    ['copy date; effective date unknown', false],
    ['memory', false],
  ])('a start known as "%s" is certain: %s', (validFromConfidence, isDayKnown) => {
    const rulebook = makeRulebook(makeRule('a', { validFromConfidence }), makeRule('b'))
    expect(timeline(rulebook)).toMatchObject([{ isDayKnown, started: [{ id: 'a' }, { id: 'b' }] }])
  })

  test('property: between two days the timeline holds what the difference of the days holds', () => {
    const shipped = openShippedRulebook()
    const day = fc.integer({ min: 0, max: 4500 }).map((days) => addDays('2015-01-01', days))
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [start, end] = one < other ? [one, other] : [other, one]
        const { started, ended } = diffRulebook(shipped, start, end)
        const told = timeline(shipped, { from: addDays(start, 1), to: end })
        const ids = (side: 'started' | 'ended') => told.flatMap((change) => change[side].map(({ id }) => id))
        for (const { id } of started) expect(ids('started')).toContain(id)
        for (const { id } of ended) expect(ids('ended')).toContain(id)
      }),
      { numRuns: 25 },
    )
  })
})

describe('the shipped timeline', () => {
  const shipped = openShippedRulebook()
  const known = new Set(shipped.entries.map(({ id }) => id))
  const told = new Map(
    timeline(shipped)
      .map(short)
      .map(([date, , started, ended]) => [`${String(date)} ${String(started)} ${String(ended)}`, date]),
  )
  test('there are 55 dated changes that a source tells', () => expect(changes).toHaveLength(55))
  test.each(changes.filter(({ starts, ends }) => [...starts, ...ends].every((id) => known.has(id))))(
    '$date $subject',
    ({ date, starts, ends }) => {
      const day = timeline(shipped, { from: date, to: date })
      expect(day.flatMap(({ started }) => started.map(({ id }) => id))).toEqual(expect.arrayContaining(starts))
      expect(day.flatMap(({ ended }) => ended.map(({ id }) => id))).toEqual(expect.arrayContaining(ends))
    },
  )
  test('nothing is told twice', () => expect(told.size).toBe(timeline(shipped).length))
})
