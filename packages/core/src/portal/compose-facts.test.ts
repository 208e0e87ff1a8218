import { describe, expect, test } from 'vitest'
import { composeFacts, type OwnDraft } from './index.ts'
import { CAMPAIGN, DELIVERABLE } from './test/portal-fixture.ts'

const OWN: OwnDraft = { title: '冬天', text: '用了三周。', link: null, label: null, usedProduct: null, aiUse: null }
const around = { deliverable: DELIVERABLE, campaign: CAMPAIGN, earlier: null }

describe('the facts of a draft that a creator sends', () => {
  test('know from the campaign what nobody has to type', () =>
    expect(composeFacts(OWN, around)).toMatchObject({
      id: DELIVERABLE.id,
      platform: 'xiaohongshu',
      category: 'cosmetics',
      account: 'creator',
      commissioned: true,
      commission: 'fee',
      product: { name: CAMPAIGN.product.name, brand: CAMPAIGN.brand, registrationNo: CAMPAIGN.product.registrationNo },
      text: '用了三周。',
      links: [],
    }))

  test('leave unknown what was not answered', () =>
    expect(composeFacts(OWN, around)).toMatchObject({ label: null, creator: null, ai: null, publishAt: null }))

  test('keep what the desk completed in an earlier draft, but the words', () => {
    const earlier = {
      id: 'x',
      text: 'old',
      title: 'old',
      label: '广告',
      filing: { channel: 'pugongying' as const, reference: 'P-1' },
      creator: { type: 'micro' as const, age: 27 },
      product: { approvalNo: 'A-1' },
      publishAt: '2026-12-05',
      links: ['https://example.com/desk'],
    }
    const facts = composeFacts({ ...OWN, usedProduct: true }, { ...around, earlier })
    expect(facts).toMatchObject({
      label: '广告',
      links: ['https://example.com/desk'],
      filing: { reference: 'P-1' },
      creator: { age: 27, usedProduct: true },
      product: { approvalNo: 'A-1', brand: CAMPAIGN.brand },
      publishAt: '2026-12-05',
      text: '用了三周。',
      title: '冬天',
    })
  })

  test.each([
    ['https://example.com/v', ['https://example.com/v', 'https://example.com/desk']],
    ['https://example.com/desk', ['https://example.com/desk']],
  ])('%s given now stands before the links of an earlier draft, each once', (link, links) => {
    const earlier = { id: 'x', text: 'old', links: ['https://example.com/desk'] }
    expect(composeFacts({ ...OWN, link }, { ...around, earlier }).links).toEqual(links)
  })

  test('the answers given now win over earlier ones, and the agreed day over both', () => {
    const earlier = { id: 'x', text: 'old', label: '广告', ai: { use: 'none' as const, marked: true }, publishAt: '2026-12-05' }
    const planned = { ...DELIVERABLE, plannedFor: '2026-12-09' }
    const facts = composeFacts(
      { ...OWN, label: '合作', aiUse: 'partly', link: 'https://example.com/v' },
      { ...around, deliverable: planned, earlier },
    )
    expect(facts).toMatchObject({
      label: '合作',
      ai: { use: 'partly', marked: true },
      publishAt: '2026-12-09',
      links: ['https://example.com/v'],
    })
  })
})
