import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likeness, listBigrams, shareOfNearDuplicates } from './near-duplicates.ts'

describe('comments that repeat each other', () => {
  const varied = [
    '今天用了觉得很清爽',
    '味道有点重但是效果可以',
    '请问敏感肌能用吗',
    '冬天够不够滋润呢',
    '已经回购第二瓶了呢',
    '包装比想象中小很多',
    '晚上用第二天不油',
    '和之前那款比哪个好',
  ]
  test.each([
    { why: 'all different', texts: varied, share: 0 },
    {
      why: 'a template with changed signs',
      texts: [...varied, '真的超级好用推荐给大家！', '真的超级好用推荐给大家～', '真的超级好用推荐给大家🎉', '真的超级好用，推荐给大家'],
      share: 4 / 12,
    },
    { why: 'two alike are no cluster', texts: [...varied, '真的超级好用推荐给大家', '真的超级好用推荐给大家！'], share: 0 },
    { why: 'too short to tell', texts: ['好', '棒', '👍', '好'], share: 0 },
    { why: 'nothing', texts: [], share: 0 },
  ])('$why', ({ texts, share }) => {
    expect(shareOfNearDuplicates(texts).share).toBeCloseTo(share, 12)
  })

  test('pairs meet as often as the bands promise', () => {
    // Two sets that share 80 % of their bigrams meet in 99.98 % of cases, 30 % in 12 % (science.md §5).
    const signs = Array.from({ length: 4000 }, (_, n) => String.fromCodePoint(0x4e00 + n))
    const meets = (shared: number, from: number) => {
      const text = (own: number) =>
        [...Array(shared).keys()].map((n) => signs[from + n]).join('') +
        [...Array(20 - shared).keys()].map((n) => signs[from + 100 * own + n]).join('')
      return shareOfNearDuplicates([text(1), text(2), text(1)]).share === 1
    }
    const count = (shared: number) => Array.from({ length: 60 }, (_, n) => meets(shared, n * 30)).filter(Boolean).length
    expect(count(19)).toBe(60)
    expect(count(4)).toBeLessThan(20)
  })

  test('likeness is symmetric, 1 of itself and between 0 and 1', () => {
    const text = fc.string({ minLength: 3, maxLength: 20 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = [listBigrams(a), listBigrams(b)]
        expect(likeness(x, y)).toBe(likeness(y, x))
        expect(likeness(x, x)).toBe(x.size === 0 ? 0 : 1)
        expect(likeness(x, y)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
