import type { GateInput } from './gate-input.ts'
import type { Spine } from './schema.ts'

/** Whose move it is at each state of the brief; a review is the local agency's where there is one. */
const BRIEF_TURN = {
  draft: 'brand',
  in_review: 'agency',
  changes_requested: 'brand',
  approved: 'brand',
  sent: 'creator',
  acknowledged: 'creator',
} as const

/** Whose move it is: the desk's while goal, choice or brief are unsettled or a draft waits, else the creator's, `none` when all is live. */
export function findTurn({ campaign, brief, deliverables, chosen }: GateInput): Spine['turn'] {
  const desk = campaign.localAgency === null ? 'brand' : 'agency'
  const states = deliverables.map(({ deliverable }) => deliverable.state)
  if (states.length > 0 && states.every((state) => state === 'published')) return 'none'
  if (campaign.goal === null || chosen.length === 0 || brief === null) return 'brand'
  if (states.includes('draft_in_review')) return desk
  const turn = BRIEF_TURN[brief.state]
  return turn === 'agency' ? desk : turn
}
