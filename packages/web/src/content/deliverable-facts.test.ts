import { describe, expect, test } from 'vitest'
import type { Campaign } from '@kolibra/core/campaigns'
import type { Deliverable, Draft } from '@kolibra/core/content'
import { BLANK_DRAFT } from '../compliance/draft-facts.ts'
import { factsOfDeliverable, formOfDraft } from './deliverable-facts.ts'

const deliverable: Deliverable = {
  id: 'd1',
  creatorId: 'c1',
  creatorName: null,
  platform: 'xiaohongshu',
  format: 'note',
  state: 'contracted',
  plannedFor: null,
  publishedUrl: null,
  publishedAt: null,
  revisionRounds: 0,
}
const campaign = {
  brand: 'Schneelinie',
  category: 'cosmetics',
  product: { name: '修护霜', cosmeticClass: 'ordinary', registrationNo: null, ownBrandWords: ['雪线'] },
} as unknown as Campaign

describe('factsOfDeliverable', () => {
  test('campaign and deliverable tell what the form does not ask', () =>
    expect(factsOfDeliverable({ ...BLANK_DRAFT, text: '好用' }, { deliverable, campaign })).toMatchObject({
      id: 'd1',
      platform: 'xiaohongshu',
      category: 'cosmetics',
      account: 'creator',
      product: { brand: 'Schneelinie', ownBrandWords: ['雪线'] },
      filing: null,
    }))
})

describe('formOfDraft', () => {
  test('a first draft knows the creator is paid', () =>
    expect(formOfDraft(undefined, campaign)).toMatchObject({ commission: 'fee', label: '广告', text: '' }))
  test('there and back keeps what was said and what was not', () => {
    const form = {
      ...BLANK_DRAFT,
      title: '题',
      text: '文',
      commission: 'fee',
      filing: 'pugongying',
      filingReference: 'P1',
      usedProduct: 'no',
      publishOn: '2027-03-02',
      registrationNo: '备-1',
      answers: { 'creator.age': '30', 'product.approvalNo': '批-2' },
    } as const
    const draft = { facts: factsOfDeliverable(form, { deliverable, campaign }) } as unknown as Draft
    expect(formOfDraft(draft, campaign)).toEqual(form)
  })
})
