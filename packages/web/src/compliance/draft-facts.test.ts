import { describe, expect, test } from 'vitest'
import { BLANK_DRAFT, factsOf } from './draft-facts.ts'

describe('factsOf', () => {
  test('what was not said is not known, never "none"', () => {
    const facts = factsOf({ ...BLANK_DRAFT, text: '面霜' }, 'd1')
    expect(facts).toMatchObject({
      id: 'd1',
      text: '面霜',
      platform: null,
      commission: null,
      commissioned: null,
      purchasePath: null,
      filing: null,
    })
    expect(facts.product?.ownBrandWords).toBeNull()
    expect(facts.creator?.usedProduct).toBeNull()
  })

  test.each([
    ['none', false],
    ['gift_without_duty', false],
    ['fee', true],
    ['affiliate', true],
    ['gift_with_duty', true],
  ] as const)('a %s commission means commissioned is %s', (commission, commissioned) =>
    expect(factsOf({ ...BLANK_DRAFT, commission }, 'd').commissioned).toBe(commissioned),
  )

  test('filing: none is known, a channel carries its reference or null', () => {
    expect(factsOf({ ...BLANK_DRAFT, filing: 'none' }, 'd').filing).toBe('none')
    expect(factsOf({ ...BLANK_DRAFT, filing: 'pugongying' }, 'd').filing).toEqual({ channel: 'pugongying', reference: null })
    expect(factsOf({ ...BLANK_DRAFT, filing: 'xingtu', filingReference: 'XT-1' }, 'd').filing).toEqual({
      channel: 'xingtu',
      reference: 'XT-1',
    })
  })

  test('own brand words are split at commas of both scripts', () =>
    expect(factsOf({ ...BLANK_DRAFT, ownBrandWords: '第一坊, 顶峰、Best' }, 'd').product?.ownBrandWords).toEqual([
      '第一坊',
      '顶峰',
      'Best',
    ]))

  test('no purchase path is known absent', () => {
    expect(factsOf({ ...BLANK_DRAFT, purchasePathKind: 'none' }, 'd').purchasePath).toBe(false)
    expect(factsOf({ ...BLANK_DRAFT, purchasePathKind: 'code' }, 'd').purchasePath).toBe(true)
  })
})
