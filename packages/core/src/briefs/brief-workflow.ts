import { refuse, walk, type Outcome, type Transition } from '../shared/index.ts'
import { briefStateSchema, type BriefState } from './schema.ts'

/** Who may move a brief: the duties of a campaign and its parties. */
export const BRIEF_ROLES = ['author', 'local_reviewer', 'brand', 'creator'] as const
/** One of BRIEF_ROLES. */
export type BriefRole = (typeof BRIEF_ROLES)[number]

/**
 * The life of one brief version. Nobody outside sees it before the local reviewer approved it; `send_unreviewed` is for a campaign that has
 * no reviewer at all, when the owner waived that finding.
 */
export const BRIEF_MOVES = {
  submit: { from: ['draft', 'changes_requested'], to: 'in_review', by: ['author'], event: 'brief.submitted' },
  request_changes: { from: ['in_review'], to: 'changes_requested', by: ['local_reviewer'], event: 'brief.changes_requested' },
  approve: { from: ['in_review'], to: 'approved', by: ['local_reviewer'], event: 'brief.approved' },
  send: { from: ['approved'], to: 'sent', by: ['brand', 'author'], event: 'brief.sent' },
  send_unreviewed: { from: ['in_review'], to: 'sent', by: ['brand', 'author'], event: 'brief.sent_unreviewed' },
  acknowledge: { from: ['sent'], to: 'acknowledged', by: ['creator'], event: 'brief.acknowledged' },
} as const satisfies Record<string, Transition>
/** A row of BRIEF_MOVES. */
export type BriefMove = keyof typeof BRIEF_MOVES

/** The moves a person makes; `acknowledge` follows from the last creator's playback. */
export const BRIEF_REVIEW_MOVES = [
  'submit',
  'request_changes',
  'approve',
  'send',
  'send_unreviewed',
] as const satisfies readonly BriefMove[]

/** The moves by which a version comes into sight of the creators. */
export const SENDING_MOVES = ['send', 'send_unreviewed'] as const satisfies readonly BriefMove[]

/** True for a row of SENDING_MOVES. */
export function isSending(move: string): boolean {
  return SENDING_MOVES.some((one) => one === move)
}

/** Who moves a version: `isAuthor` when the person who speaks wrote it, `hasReviewer` when somebody may review it. */
export interface BriefMover {
  readonly roles: readonly BriefRole[]
  readonly isAuthor: boolean
  readonly hasReviewer: boolean
}

const DECISIONS: readonly string[] = ['approve', 'request_changes'] satisfies readonly BriefMove[]

/** True for the moves by which a local reviewer decides on a version. */
export function isDecision(move: string): boolean {
  return DECISIONS.includes(move)
}

/** The role in which somebody with these roles makes the move; the first of them when none fits, so that the refusal can name it. */
export function roleFor(move: BriefMove, roles: readonly BriefRole[]): BriefRole | 'none' {
  const allowed: readonly BriefRole[] = BRIEF_MOVES[move].by
  return roles.find((role) => allowed.includes(role)) ?? roles[0] ?? 'none'
}

/**
 * Walks BRIEF_MOVES. Refuses `brief.wrong_state`, `brief.wrong_role`, `brief.own_review` when author and reviewer are one person, and
 * `brief.has_reviewer` when a version is to be sent past somebody who may review it.
 */
export function moveBrief(state: BriefState, move: BriefMove, { roles, isAuthor, hasReviewer }: BriefMover): Outcome<BriefState> {
  const walked = walk(BRIEF_MOVES[move], { noun: 'brief', state, role: roleFor(move, roles) })
  if (!walked.ok) return walked
  if (isDecision(move) && isAuthor) return refuse({ code: 'brief.own_review' })
  if (move === 'send_unreviewed' && hasReviewer) return refuse({ code: 'brief.has_reviewer' })
  return { ok: true, value: briefStateSchema.parse(walked.value) }
}

const REVIEWED: readonly BriefState[] = ['approved', 'sent', 'acknowledged']

/** True when this version is past the local review. */
export function isReviewed(state: BriefState): boolean {
  return REVIEWED.includes(state)
}

const SEEN: readonly BriefState[] = ['sent', 'acknowledged']

/** True when creators may see this version. */
export function isSent(state: BriefState): boolean {
  return SEEN.includes(state)
}
