import type { Deliverable, DeliverableState } from '@kolibra/core/content'

/** Which acts a table of deliverables offers: contracts in Choice, drafts and reviews in Trust, publishing in Rules. */
export type Acts = 'contract' | 'draft' | 'publish'

const ORDER: Record<Acts, readonly DeliverableState[]> = {
  contract: ['planned'],
  draft: ['draft_in_review', 'changes_requested', 'drafting', 'contracted', 'approved'],
  publish: ['approved', 'published', 'draft_in_review', 'changes_requested', 'drafting', 'contracted'],
}

/** Deliverables with something to do here first; the given order stays inside a state. */
export function sortDeliverables(items: readonly Deliverable[], acts: Acts): Deliverable[] {
  const rank = ({ state }: Deliverable) => {
    const at = ORDER[acts].indexOf(state)
    return at === -1 ? ORDER[acts].length : at
  }
  return items.toSorted((a, b) => rank(a) - rank(b))
}
