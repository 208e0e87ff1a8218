import type { LintOutcome, RuleSource } from '@kolibra/core/compliance'
import type { Localized } from '@kolibra/core/shared'

export interface RuleExample {
  readonly text?: string
  readonly facts?: Readonly<Record<string, unknown>>
  /** The day it is judged on, where that is not today. */
  readonly at?: string
  readonly why?: string
  /** Only of a known miss: what a reader would judge. */
  readonly should?: 'flag' | 'pass'
}

/** One entry of the rulebook as the server lists it: a rule that judges, or a fact that is only listed and dated. */
export interface RuleEntry {
  readonly id: string
  readonly kind: 'rule' | 'fact'
  readonly title: Localized
  readonly requirement: Localized
  readonly appliesTo: {
    readonly who: readonly string[]
    readonly categories: readonly string[]
    readonly platforms: readonly string[]
    readonly formats: readonly string[]
  }
  readonly jurisdiction: string
  readonly outcome: LintOutcome
  readonly announcedOn: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly validFromConfidence: string | null
  readonly source: RuleSource & { readonly readKind: string }
  readonly penalty: string | null
  readonly penaltyZh: string | null
  readonly exempts: readonly string[]
  readonly exemptions: readonly Localized[]
  readonly supersedes: readonly string[]
  readonly fix: Localized
  readonly examples: {
    readonly valid: readonly RuleExample[]
    readonly invalid: readonly RuleExample[]
    readonly todo: readonly RuleExample[]
  }
  readonly status: string
  readonly notes: string | null
  readonly notesZh: string | null
}
