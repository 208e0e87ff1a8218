import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeBrief } from './test/brief-fixture.ts'
import { diffBriefs, type BriefInput } from './index.ts'

const line = (zh: string, en = zh) => ({ zh, en })
const point = (id: string, zh: string, weight: 'must' | 'should' = 'must') => ({ id, weight, text: line(zh) })
const [slot] = makeBrief().deliverables
const posts = (change: object) => (slot === undefined ? [] : [{ ...slot, ...change }])
const diff = (before: Partial<BriefInput>, after: Partial<BriefInput>) =>
  diffBriefs(makeBrief(before), makeBrief(after)).map(({ kind, id, fields }) => [kind, id, ...fields.map(({ path }) => path)].join(' '))

describe('what changed between two versions', () => {
  test.each<{ why: string; before: Partial<BriefInput>; after: Partial<BriefInput>; told: string[] }>([
    { why: 'nothing', before: {}, after: {}, told: [] },
    { why: 'one side of a sentence', before: {}, after: { goal: line('让大家认识品牌。', 'Known.') }, told: ['changed goal text.en'] },
    {
      why: 'a point came',
      before: { mustSay: [point('a', '一')] },
      after: { mustSay: [point('a', '一'), point('b', '二')] },
      told: ['added b'],
    },
    {
      why: 'a point went',
      before: { mustSay: [point('a', '一'), point('b', '二')] },
      after: { mustSay: [point('b', '二')] },
      told: ['removed a'],
    },
    {
      why: 'the order is no change',
      before: { mustSay: [point('a', '一'), point('b', '二')] },
      after: { mustSay: [point('b', '二'), point('a', '一')] },
      told: [],
    },
    {
      why: 'only the weight',
      before: { mustSay: [point('a', '一')] },
      after: { mustSay: [point('a', '一', 'should')] },
      told: ['reweighted a weight'],
    },
    {
      why: 'weight and words',
      before: { mustSay: [point('a', '一')] },
      after: { mustSay: [{ ...point('a', '一', 'should'), text: line('二', '一') }] },
      told: ['changed a text.zh weight'],
    },
    {
      why: 'count and window of a post',
      before: {},
      after: { deliverables: posts({ count: 2, windowTo: '2027-02-07' }) },
      told: ['changed d1 count windowTo'],
    },
    { why: 'clocks', before: {}, after: { reviewHours: 48, autoApproveDays: 3 }, told: ['changed review reviewHours autoApproveDays'] },
    {
      why: 'another language',
      before: {},
      after: { goal: { ...makeBrief().goal, de: 'Bekannt werden.' } },
      told: ['changed goal text.de'],
    },
    { why: 'near miss: an empty line never came', before: {}, after: { shots: [point('h', ' ')] }, told: [] },
    {
      why: 'one platform’s filing',
      before: {},
      after: { disclosure: { ...makeBrief().disclosure, platforms: [{ platform: 'weibo', note: line('微任务') }] } },
      told: ['added p1'],
    },
  ])('$why', ({ before, after, told }) => expect(diff(before, after)).toEqual(told))

  test('a changed field tells what it was and is', () => {
    const [change] = diffBriefs(makeBrief(), makeBrief({ revisionRounds: 3 }))
    expect(change?.fields).toEqual([{ path: 'revisionRounds', before: 1, after: 3 }])
  })

  const points = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })
    .chain((ids) => fc.tuple(...ids.map((id) => fc.constantFrom('一', '二').map((zh) => point(id, zh)))))

  test('property: a version differs from itself by nothing, and turning two versions round turns coming and going', () => {
    fc.assert(
      fc.property(points, points, (left, right) => {
        const [before, after] = [makeBrief({ mustSay: left }), makeBrief({ mustSay: right })]
        expect(diffBriefs(before, before)).toEqual([])
        const [there, back] = [diffBriefs(before, after), diffBriefs(after, before)]
        const ids = (changes: typeof there, kind: string) =>
          changes
            .filter((change) => change.kind === kind)
            .map(({ id }) => id)
            .toSorted()
        expect(ids(back, 'removed')).toEqual(ids(there, 'added'))
        expect(ids(back, 'added')).toEqual(ids(there, 'removed'))
        expect(ids(back, 'changed')).toEqual(ids(there, 'changed'))
      }),
    )
  })
})
