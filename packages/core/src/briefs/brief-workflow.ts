import { refuse, walk, type Outcome, type Transition } from '../shared/index.ts'
import { briefStateSchema, type BriefState } from './schema.ts'

/** Who may move a brief: the duties of a campaign and its parties. */
export const BRIEF_ROLES = ['author', 'local_reviewer', 'brand', 'creator'] as const
/** One of BRIEF_ROLES. */
export type BriefRole = (typeof BRIEF_ROLES)[number]

/** The life of one brief version. Nobody outside sees it before the local reviewer approved it. */
export const BRIEF_MOVES = {
  submit: { from: ['draft', 'changes_requested'], to: 'in_review', by: ['author'], event: 'brief.submitted' },
  request_changes: { from: ['in_review'], to: 'changes_requested', by: ['local_reviewer'], event: 'brief.changes_requested' },
  approve: { from: ['in_review'], to: 'approved', by: ['local_reviewer'], event: 'brief.approved' },
  send: { from: ['approved'], to: 'sent', by: ['brand', 'author'], event: 'brief.sent' },
  acknowledge: { from: ['sent'], to: 'acknowledged', by: ['creator'], event: 'brief.acknowledged' },
} as const satisfies Record<string, Transition>
/** A row of BRIEF_MOVES. */
export type BriefMove = keyof typeof BRIEF_MOVES

/** Who acts on which version: `authorId` is the author of that version. */
export interface BriefActor {
  readonly role: string
  readonly actorId: string
  readonly authorId: string
}

const REVIEWS: readonly BriefMove[] = ['approve', 'request_changes']

/** Walks BRIEF_MOVES. Refuses `brief.wrong_state`, `brief.wrong_role`, and `brief.own_review` when author and reviewer are one person. */
export function moveBrief(state: BriefState, move: BriefMove, { role, actorId, authorId }: BriefActor): Outcome<BriefState> {
  const walked = walk(BRIEF_MOVES[move], { noun: 'brief', state, role })
  if (!walked.ok) return walked
  if (REVIEWS.includes(move) && actorId === authorId) return refuse({ code: 'brief.own_review', actorId })
  return { ok: true, value: briefStateSchema.parse(walked.value) }
}

const REVIEWED: readonly BriefState[] = ['approved', 'sent', 'acknowledged']

/** True when the local reviewer has approved this version. */
export function isReviewed(state: BriefState): boolean {
  return REVIEWED.includes(state)
}
