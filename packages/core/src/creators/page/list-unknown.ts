import type { Localized } from '../../shared/index.ts'
import type { Account } from '../schema.ts'
import { TELLERS } from './teller-table.ts'

/** Something that nobody has told yet, and who could. */
export interface UnknownFact {
  readonly code: string
  readonly name: Localized
  readonly who: Localized
}

/** What is not known of an account although it matters on its platform, and who could tell. */
export function listUnknown(account: Account): UnknownFact[] {
  return TELLERS.filter(
    ({ platforms, isKnown }) => (platforms.length === 0 || platforms.includes(account.platform)) && !isKnown(account),
  ).map(({ code, name, who }) => ({ code, name, who }))
}
