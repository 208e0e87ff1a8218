import type { ContentFacts } from '@kolibra/core/compliance'
import type { Campaign } from '@kolibra/core/campaigns'
import type { Deliverable, Draft } from '@kolibra/core/content'
import { BLANK_DRAFT, factsOf, type DraftForm } from '../compliance/draft-facts.ts'

/** What the linter is told of a draft: the form, and what campaign and deliverable already know. */
export function factsOfDeliverable(
  form: DraftForm,
  { deliverable, campaign }: { deliverable: Deliverable; campaign: Campaign },
): ContentFacts {
  const { product, brand, category } = campaign
  return {
    ...factsOf(form, deliverable.id),
    platform: deliverable.platform,
    category,
    account: 'creator',
    product: { ...product, brand },
  }
}

/** The last draft as a form again; without one, a form that knows the creator is paid. */
export function formOfDraft(draft: Draft | undefined): DraftForm {
  if (!draft) return { ...BLANK_DRAFT, commission: 'fee', label: '广告' }
  const { facts } = draft
  const filing = facts.filing ?? null
  const answer = (known: boolean | null | undefined) => (known === null || known === undefined ? '' : known ? 'yes' : 'no')
  return {
    ...BLANK_DRAFT,
    title: facts.title ?? '',
    text: facts.text,
    format: facts.format ?? '',
    commission: facts.commission ?? '',
    purchasePathKind: facts.purchasePathKind ?? '',
    label: facts.label ?? '',
    filing: filing === null ? '' : filing === 'none' ? 'none' : (filing.channel ?? ''),
    filingReference: filing === null || filing === 'none' ? '' : (filing.reference ?? ''),
    publishOn: facts.publishAt?.slice(0, 10) ?? '',
    usedProduct: answer(facts.creator?.usedProduct),
    aiUse: facts.ai?.use ?? '',
    aiMarked: answer(facts.ai?.marked),
  }
}
