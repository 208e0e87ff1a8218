import type { GateState, Spine } from '@kolibra/core/gates'

export type StepKey = Spine['gates'][number]['gate'] | 'live' | 'report'

/** One step of the spine as drawn: state by colour, sign and word, and how many subjects passed. */
export interface Step {
  readonly key: StepKey
  readonly state: GateState | 'none'
  readonly passed: number
  readonly total: number
}

/** A sign per state, so that colour never speaks alone. */
export const STATE_SIGN: Record<GateState | 'none', string> = { passed: '✓', open: '○', blocked: '⊘', waived: '✎', none: '→' }

/** Seven steps in the one order: five gates, Live, Report. Live is passed when every post is out; Report has no state. */
export function stepsOf(spine: Spine): Step[] {
  const { published, total } = spine.live
  const live: Step = { key: 'live', state: total > 0 && published === total ? 'passed' : 'open', passed: published, total }
  return [
    ...spine.gates.map(({ gate, state, passed, total: subjects }) => ({ key: gate, state, passed, total: subjects })),
    live,
    { key: 'report', state: 'none', passed: 0, total: 0 },
  ]
}

const URGENCY: readonly GateState[] = ['blocked', 'open', 'waived', 'passed']

/** Judgements with the ones that need somebody first; the given order stays inside a state. */
export function sortByUrgency<J extends { readonly state: GateState }>(judgements: readonly J[]): J[] {
  return judgements.toSorted((a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state))
}
