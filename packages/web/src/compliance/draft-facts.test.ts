import { describe, expect, test } from 'vitest'
import { BLANK_DRAFT, factsOf, formOf, type DraftForm } from './draft-facts.ts'

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

  test('evidence: a list that was given is complete, none is known, nothing is not', () => {
    expect(factsOf({ ...BLANK_DRAFT, evidence: 'patent,price' }, 'd').evidence).toEqual([{ kind: 'patent' }, { kind: 'price' }])
    expect(factsOf({ ...BLANK_DRAFT, evidence: 'none' }, 'd').evidence).toEqual([])
    expect(factsOf(BLANK_DRAFT, 'd').evidence).toBeNull()
  })
})

describe('formOf', () => {
  const full: DraftForm = {
    title: '标题',
    text: '正文',
    platform: 'xiaohongshu',
    category: 'cosmetics',
    format: 'note',
    account: 'creator',
    commission: 'fee',
    purchasePathKind: 'code',
    label: '广告',
    filing: 'pugongying',
    filingReference: 'BB-1',
    publishOn: '2026-12-01',
    usedProduct: 'yes',
    aiUse: 'partly',
    aiMarked: 'no',
    productName: '雪线面霜',
    cosmeticClass: 'ordinary',
    registrationNo: '备-1',
    ownBrandWords: '第一坊, 顶峰',
    evidence: 'patent,price',
    answers: { 'creator.age': '30' },
  }
  test.each([
    ['all known', full],
    ['nothing known', BLANK_DRAFT],
    ['known to be absent', { ...BLANK_DRAFT, filing: 'none', evidence: 'none', commission: 'none', usedProduct: 'no' } as const],
  ])('%s comes back as it was typed', (_, form) => expect(formOf(factsOf(form, 'd'))).toEqual(form))
})
