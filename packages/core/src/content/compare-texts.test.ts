import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTexts, countRewritten, findDuplicates, indexText, measureBrieflike } from './index.ts'

const chinese = fc.array(fc.constantFrom(...'这瓶面霜真的很好用早晚都在'), { maxLength: 40 }).map((characters) => characters.join(''))

describe('likeness by character bigrams', () => {
  test('the worked number of the reference: 4/7', () => {
    expect(compareTexts('这个真的好用', '这个真的很好用')).toBeCloseTo(0.5714285714285714, 12)
  })

  test.each([
    { why: 'same', a: '早晚都在用', b: '早晚都在用', likeness: 1 },
    { why: 'same but for signs, space and emoji', a: '早晚,都在用!', b: '早晚 都在用✨', likeness: 1 },
    { why: 'full width and case', a: 'ＡＢc面霜', b: 'abC面霜', likeness: 1 },
    { why: 'nothing shared', a: '早晚都在用', b: '质地很轻薄', likeness: 0 },
    { why: 'too short to compare', a: '好', b: '好', likeness: 0 },
    { why: 'empty', a: '', b: '', likeness: 0 },
  ])('$why', ({ a, b, likeness }) => {
    expect(compareTexts(a, b)).toBe(likeness)
  })

  test('property: symmetric, within 0–1, and 1 with itself', () => {
    fc.assert(
      fc.property(chinese, chinese, (a, b) => {
        const likeness = compareTexts(a, b)
        expect(likeness).toBe(compareTexts(b, a))
        expect(likeness).toBeGreaterThanOrEqual(0)
        expect(likeness).toBeLessThanOrEqual(1)
        expect(compareTexts(a, a)).toBe(a.length < 2 ? 0 : 1)
      }),
    )
  })
})

describe('share of the creator’s own text rewritten', () => {
  test.each([
    { why: 'nothing', original: '早晚都在用', edited: '早晚都在用', share: 0 },
    { why: 'only added', original: '早晚都在用', edited: '我早晚都在用它', share: 0 },
    { why: 'one of five', original: '早晚都在用', edited: '早晚都会用', share: 0.2 },
    { why: 'all', original: '早晚都在用', edited: '质地很轻薄', share: 1 },
    { why: 'struck', original: '早晚都在用', edited: '', share: 1 },
    { why: 'signs are not words', original: '早晚,都在用!', edited: '早晚都在用', share: 0 },
    { why: 'no own text: not known, not zero', original: ' !', edited: '早晚都在用', share: null },
  ])('$why', ({ original, edited, share }) => {
    const rewritten = countRewritten(original, edited)
    if (share === null) expect(rewritten).toBeNull()
    else expect(rewritten).toBeCloseTo(share, 12)
  })

  test('property: adding words around the own text rewrites nothing', () => {
    fc.assert(
      fc.property(
        chinese.filter((text) => text !== ''),
        chinese,
        chinese,
        (own, before, after) => {
          expect(countRewritten(own, `${before}${own}${after}`)).toBe(0)
        },
      ),
    )
  })
})

describe('share of the draft that stands in the brief', () => {
  const brief = ['换季脸干的时候,一瓶清爽不黏的面霜']
  test.each([
    { why: 'own words', draft: '我皮肤一到冬天就起皮', share: 0 },
    { why: 'the whole draft', draft: '换季脸干的时候', share: 1 },
    { why: 'half', draft: '换季脸干的时我自己去买来', share: 0.5 },
    { why: 'near miss: five characters in a row are language, not copy', draft: '换季脸干的', share: 0 },
    { why: 'an empty draft is not known', draft: '。', share: null },
  ])('$why', ({ draft, share }) => {
    expect(measureBrieflike(draft, brief)).toBe(share)
  })
})

describe('duplicates', () => {
  const own = indexText('d1', '这个真的好用')
  test('lists the others at or above the threshold, most alike first, never itself', () => {
    const others = [own, indexText('d2', '这个真的很好用'), indexText('d3', '这个真的好用'), indexText('d4', '质地很轻薄')]
    expect(findDuplicates(own, others, 0.57)).toEqual([
      { id: 'd3', likeness: 1 },
      { id: 'd2', likeness: 0.57 },
    ])
    expect(findDuplicates(own, others, 0.58)).toEqual([{ id: 'd3', likeness: 1 }])
  })

  test('equal likeness is ordered by id, so that a hash of the list is calm', () => {
    const twins = [indexText('d9', '这个真的好用'), indexText('d3', '这个真的好用')]
    expect(findDuplicates(own, twins, 0.5).map(({ id }) => id)).toEqual(['d3', 'd9'])
  })
})
