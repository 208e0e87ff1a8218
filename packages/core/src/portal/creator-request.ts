import { DELIVERABLE_STATES, type CreatorAnswer, type DeliverableState } from '../content/schema.ts'
import { accept, refuse, type Outcome } from '../shared/index.ts'
import type { RequestInput, RequestKind, Settlement } from './schema.ts'

/** One kind of request: about a post or about the person, in which states of the post, what it must say, and whether the desk has to answer. */
export interface RequestRule {
  readonly about: 'post' | 'person'
  readonly states: readonly DeliverableState[]
  readonly needs: readonly ('text' | 'field' | 'at')[]
  readonly asksDesk: boolean
  readonly event: `${string}.${string}`
}

const BEFORE_DRAFTS = ['planned', 'contracted'] as const
const BEFORE_LIVE = DELIVERABLE_STATES.filter((state) => state !== 'published')

/** What a creator may send, and when. */
export const REQUEST_RULES = {
  accept: { about: 'post', states: BEFORE_DRAFTS, needs: [], asksDesk: false, event: 'deliverable.accepted' },
  decline: { about: 'post', states: BEFORE_DRAFTS, needs: ['text'], asksDesk: true, event: 'deliverable.declined' },
  idea: {
    about: 'post',
    states: ['planned', 'contracted', 'drafting', 'changes_requested'],
    needs: ['text'],
    asksDesk: true,
    event: 'idea.proposed',
  },
  posting_time: { about: 'post', states: BEFORE_LIVE, needs: ['at'], asksDesk: true, event: 'posting_time.proposed' },
  refusal: { about: 'post', states: ['changes_requested'], needs: ['text', 'field'], asksDesk: true, event: 'draft.changes_refused' },
  erasure: { about: 'person', states: [], needs: [], asksDesk: true, event: 'erasure.asked' },
} as const satisfies Record<RequestKind, RequestRule>

/** What stands when a request comes: the post's state (null when it is about none), the kinds that still wait, and the last answer. */
export interface RequestStanding {
  readonly state: DeliverableState | null
  readonly waiting: readonly RequestKind[]
  readonly answer: CreatorAnswer | null
}

/**
 * Whether a request may be sent now. Refuses `portal.request_unfit` with what is missing, `deliverable.wrong_state`, `portal.request_waits`
 * while one of its kind has no answer yet, and `portal.answered_so` when the same answer stands already.
 */
export function checkRequest(input: RequestInput, { state, waiting, answer }: RequestStanding): Outcome<RequestRule> {
  const rule: RequestRule = REQUEST_RULES[input.kind]
  const missing = rule.needs.filter((name) => input[name] === null)
  const lacksPost = rule.about === 'post' && state === null
  if (missing.length > 0 || lacksPost)
    return refuse({ code: 'portal.request_unfit', kind: input.kind, missing: [...missing, ...(lacksPost ? ['deliverableId'] : [])] })
  if (state !== null && rule.about === 'post' && !rule.states.includes(state))
    return refuse({ code: 'deliverable.wrong_state', state, allowed: rule.states })
  if (input.kind === answer) return refuse({ code: 'portal.answered_so', answer })
  return waiting.includes(input.kind) ? refuse({ code: 'portal.request_waits', kind: input.kind }) : accept(rule)
}

/** Whether the desk's answer may stand. A no says why: refuses `portal.reason_missing`; `portal.request_settled` when it was answered. */
export function checkSettlement(
  request: { readonly settlement: string | null },
  { settlement, note }: { readonly settlement: Settlement; readonly note: string | null },
): Outcome<null> {
  if (request.settlement !== null) return refuse({ code: 'portal.request_settled', settlement: request.settlement })
  return settlement === 'turned_down' && note === null ? refuse({ code: 'portal.reason_missing' }) : accept(null)
}
