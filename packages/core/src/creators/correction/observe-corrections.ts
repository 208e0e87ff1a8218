import type { Account } from '../../imports/index.ts'
import { listStanding, shiftAudience, typedSource } from './apply-corrections.ts'
import type { Correction } from './schema.ts'

/** Followers or audience as one import, or one person, saw them. */
export interface TypedObservation {
  readonly source: string
  readonly observedAt: string
  readonly keptAt: string
  readonly followers: number | null
  readonly audience: Account['audience']
}

/** Typed followers and shares as observations beside those of imports: each count on its own, all shares together as of the last one. */
export function observeCorrections(corrections: readonly Correction[], audience: Account['audience']): TypedObservation[] {
  const observed: TypedObservation[] = []
  for (const { input, enteredAt, enteredBy } of listStanding(corrections)) {
    const seen = { source: typedSource(enteredBy), observedAt: enteredAt, keptAt: enteredAt }
    if (input.field === 'followers') observed.push({ ...seen, followers: input.value, audience: null })
    if (input.field !== 'audience') continue
    const before = observed.findIndex((each) => each.audience !== null)
    const [known] = before === -1 ? [] : observed.splice(before, 1)
    observed.push({ ...seen, followers: null, audience: shiftAudience(known?.audience ?? audience, input.place, input.value) })
  }
  return observed
}
