import { walk, type Outcome, type Transition } from '../shared/index.ts'
import { deliverableStateSchema, type DeliverableState } from './schema.ts'

/** The life of one deliverable (one creator × one post), from plan to publication. */
export const DELIVERABLE_MOVES = {
  contract: { from: ['planned'], to: 'contracted', by: ['brand', 'agency'], event: 'deliverable.contracted' },
  start_draft: { from: ['contracted'], to: 'drafting', by: ['creator', 'mcn', 'agency'], event: 'deliverable.draft_started' },
  submit_draft: {
    from: ['contracted', 'drafting', 'draft_in_review', 'changes_requested'],
    to: 'draft_in_review',
    by: ['creator', 'mcn', 'agency'],
    event: 'draft.submitted',
  },
  request_changes: { from: ['draft_in_review'], to: 'changes_requested', by: ['brand', 'agency'], event: 'draft.changes_requested' },
  refuse_changes: { from: ['changes_requested'], to: 'draft_in_review', by: ['creator'], event: 'draft.changes_refused' },
  approve: { from: ['draft_in_review'], to: 'approved', by: ['brand', 'agency'], event: 'draft.approved' },
  // What was agreed in the brief: whoever does not answer in time has agreed. Nobody makes this move by hand.
  approve_by_silence: { from: ['draft_in_review'], to: 'approved', by: ['agreed_silence'], event: 'draft.approved_by_silence' },
  publish: { from: ['approved'], to: 'published', by: ['creator', 'mcn', 'agency', 'brand'], event: 'deliverable.published' },
} as const satisfies Record<string, Transition>
/** A row of DELIVERABLE_MOVES. */
export type DeliverableMove = keyof typeof DELIVERABLE_MOVES

/** Walks DELIVERABLE_MOVES. Refuses `deliverable.wrong_state` or `deliverable.wrong_role`. */
export function moveDeliverable(state: DeliverableState, move: DeliverableMove, { role }: { role: string }): Outcome<DeliverableState> {
  const walked = walk(DELIVERABLE_MOVES[move], { noun: 'deliverable', state, role })
  return walked.ok ? { ok: true, value: deliverableStateSchema.parse(walked.value) } : walked
}
