import type { ContentFacts } from '@kolibra/core/compliance'
import type { Campaign } from '@kolibra/core/campaigns'
import type { Deliverable, Draft } from '@kolibra/core/content'
import { BLANK_DRAFT, factsOf, formOf, type DraftForm } from '../compliance/draft-facts.ts'

/** What the linter is told of a draft: the form, and what campaign and deliverable already know. */
export function factsOfDeliverable(
  form: DraftForm,
  { deliverable, campaign }: { deliverable: Deliverable; campaign: Campaign },
): ContentFacts {
  const { product, brand, category } = campaign
  const facts = factsOf(form, deliverable.id)
  const { registrationNo, cosmeticClass, ...answered } = facts.product ?? {}
  return {
    ...facts,
    platform: deliverable.platform,
    category,
    account: 'creator',
    product: {
      ...answered,
      ...product,
      brand,
      registrationNo: product.registrationNo ?? registrationNo,
      cosmeticClass: product.cosmeticClass ?? cosmeticClass,
    },
  }
}

/** The last draft as a form again; without one, a form that knows the creator is paid. What the campaign knows is not asked twice. */
export function formOfDraft(draft: Draft | undefined, { product }: Pick<Campaign, 'product'>): DraftForm {
  if (!draft) return { ...BLANK_DRAFT, commission: 'fee', label: '广告' }
  const { registrationNo, cosmeticClass, ...form } = formOf(draft.facts)
  const { platform, category, account, productName, ownBrandWords } = BLANK_DRAFT
  return {
    ...form,
    platform,
    category,
    account,
    productName,
    ownBrandWords,
    registrationNo: product.registrationNo === null ? registrationNo : '',
    cosmeticClass: product.cosmeticClass === null ? cosmeticClass : '',
  }
}
