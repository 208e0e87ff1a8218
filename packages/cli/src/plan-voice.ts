import type { Language } from '@kolibra/core/shared'
import type { NameOf } from './name-accounts.ts'

/** How a plan is told: names of accounts, language of the reader. */
export interface PlanVoice {
  readonly nameOf: NameOf
  readonly language: Language
}
