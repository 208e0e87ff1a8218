import { accept, refuse, type Outcome } from '../../shared/index.ts'

/** Who two accounts belong to, as it was seen and as it is. */
export interface MergeState {
  readonly seen: { readonly personId: string; readonly otherPersonId: string }
  readonly now: { readonly personId: string; readonly otherPersonId: string }
}

/** Whether two persons may be put together. Refuses `state.lost_race`, `person.same` when they are one already. */
export function checkMerge({ seen, now }: MergeState): Outcome<{ keep: string; join: string }> {
  if (seen.personId !== now.personId || seen.otherPersonId !== now.otherPersonId) return refuse({ code: 'state.lost_race' })
  if (now.personId === now.otherPersonId) return refuse({ code: 'person.same', personId: now.personId })
  return accept({ keep: now.personId, join: now.otherPersonId })
}

/** Whether an account may leave a person. Refuses `state.lost_race`, `person.single` when it is the only one. */
export function checkSplit({
  seenPersonId,
  personId,
  accounts,
}: {
  seenPersonId: string
  personId: string
  accounts: number
}): Outcome<true> {
  if (seenPersonId !== personId) return refuse({ code: 'state.lost_race' })
  return accounts < 2 ? refuse({ code: 'person.single', personId }) : accept(true)
}
