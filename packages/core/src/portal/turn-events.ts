import { BRIEF_MOVES, THREAD_MOVES } from '../briefs/index.ts'
import { DELIVERABLE_MOVES } from '../content/index.ts'
import { REQUEST_RULES } from './creator-request.ts'

const eventsOf = (table: Readonly<Record<string, { readonly event: string }>>) => Object.values(table).map(({ event }) => event)

// What begins or ends a turn without being a move of a workflow.
const OTHERS = [
  'thread.opened',
  'brief.played_back',
  'brief.settled',
  'request.settled',
  'creators.chosen',
  'file.brought',
  'post.observed',
  'party_note.sent',
]

const CHANGES = new Set([
  ...OTHERS,
  ...eventsOf(BRIEF_MOVES),
  ...eventsOf(THREAD_MOVES),
  ...eventsOf(DELIVERABLE_MOVES),
  ...eventsOf(REQUEST_RULES),
])

/** Whether an event of this name can change whose turn it is, or until when. */
export function changesTurns(name: string): boolean {
  return CHANGES.has(name)
}
