import { accept, refuse, type Outcome, type Refusal } from './outcome.ts'

/** One row of a workflow table: from which states, to which state, by which role, leaving which event. */
export interface Transition {
  readonly from: readonly string[]
  readonly to: string
  readonly by: readonly string[]
  readonly event: string
}

/** Which thing (for the refusal’s code), in which state, moved by which role. */
export interface MoveRequest {
  readonly noun: string
  readonly state: string
  readonly role: string
}

/** Walks one row of a workflow table. Refuses with `<noun>.wrong_state` or `<noun>.wrong_role`. */
export function walk(transition: Transition, { noun, state, role }: MoveRequest): Outcome<string, Refusal> {
  const { from, to, by } = transition
  if (!from.includes(state)) return refuse({ code: `${noun}.wrong_state`, state, allowed: from })
  if (!by.includes(role)) return refuse({ code: `${noun}.wrong_role`, role, allowed: by })
  return accept(to)
}
