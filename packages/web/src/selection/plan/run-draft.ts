import { useRef, useState } from 'react'
import type { DemandForm } from './demand-form.ts'
import type { Locks } from './locks.ts'

/** What was typed for the next planning and is not in a version yet; left out: as the shown version has it. */
export interface RunDraft {
  readonly budget?: string | number
  readonly scenario?: string
  readonly locked?: Locks
  readonly demands?: DemandForm
}

/** What is left of a draft when a planning that began with part of it is done: whatever was changed since. */
export function dropBegun(draft: RunDraft, begun: RunDraft): RunDraft {
  const isSame = (field: keyof RunDraft) => draft[field] === begun[field]
  return Object.fromEntries(Object.entries(draft).filter(([field]) => !isSame(field as keyof RunDraft)))
}

/** The draft of the next planning, above the versions: an answer that comes while somebody types takes nothing away. */
export function useRunDraft() {
  const [draft, setDraft] = useState<RunDraft>({})
  const begun = useRef<RunDraft>({})
  return {
    draft,
    change: (part: RunDraft) => setDraft((old) => ({ ...old, ...part })),
    /** A planning began with the draft as it stands. */
    begin: () => {
      begun.current = draft
    },
    /** Its version is there. */
    settle: () => setDraft((old) => dropBegun(old, begun.current)),
    /** Another version is looked at. */
    reset: () => setDraft({}),
  }
}
export type RunDrafting = ReturnType<typeof useRunDraft>
