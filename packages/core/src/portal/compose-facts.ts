import type { Campaign } from '../campaigns/schema.ts'
import type { ContentFacts } from '../compliance/schema.ts'
import type { Deliverable } from '../content/schema.ts'
import type { OwnDraft } from './schema.ts'

/** What is known beside the creator's own words. `earlier` are the facts of the draft before, which the desk may have completed. */
export interface DraftSurroundings {
  readonly deliverable: Deliverable
  readonly campaign: Campaign
  readonly earlier: ContentFacts | null
}

/** The facts of a creator's draft for the linter: their words and answers win, then what an earlier draft knew, then the campaign. Links of before stay behind the one given now. A paid post is commissioned. */
export function composeFacts(own: OwnDraft, { deliverable, campaign, earlier }: DraftSurroundings): ContentFacts {
  const { product, brand, category } = campaign
  return {
    commissioned: true,
    commission: 'fee',
    ...earlier,
    platform: deliverable.platform,
    category,
    account: 'creator',
    publishAt: deliverable.plannedFor ?? earlier?.publishAt ?? null,
    product: { ...earlier?.product, ...product, brand },
    creator: own.usedProduct === null ? (earlier?.creator ?? null) : { ...earlier?.creator, usedProduct: own.usedProduct },
    ai: own.aiUse === null ? (earlier?.ai ?? null) : { ...earlier?.ai, use: own.aiUse },
    label: own.label ?? earlier?.label ?? null,
    id: deliverable.id,
    title: own.title,
    text: own.text,
    links: [...new Set([...(own.link === null ? [] : [own.link]), ...(earlier?.links ?? [])])],
  }
}
