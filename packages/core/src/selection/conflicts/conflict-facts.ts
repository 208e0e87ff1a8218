import type { Campaign } from '../../campaigns/index.ts'
import type { Account, HeldForConflicts } from '../../creators/index.ts'
import type { Localized } from '../../shared/index.ts'
import type { CONFLICTS } from './conflict-table.ts'

/** Whoever is asked about, and what is held of them. */
export interface ConflictFacts extends HeldForConflicts {
  readonly account: Account
}

/** What of a campaign can clash. */
export type ConflictQuestion = Pick<Campaign, 'brand' | 'category' | 'competitors' | 'starts' | 'ends'>

/** A conflict before it is told of somebody: its kind, the evidence, and what to do. */
export interface Conflict {
  readonly kind: keyof typeof CONFLICTS
  readonly because: Localized
  readonly fix: Localized
}
