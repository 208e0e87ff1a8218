import { z } from 'zod'
import { fault, type Outcome, type Transition, walk } from '../shared/index.ts'
import { bilingualSchema } from './schema.ts'

/** What a thread on an item of the brief is. */
export const THREAD_KINDS = ['question', 'comment', 'suggestion'] as const
/** Where a thread stands. */
export const THREAD_STATES = ['open', 'answered', 'resolved', 'accepted', 'declined'] as const
export const threadStateSchema = z.enum(THREAD_STATES)
/** One of THREAD_KINDS. */
export type ThreadKind = (typeof THREAD_KINDS)[number]
/** One of THREAD_STATES. */
export type ThreadState = (typeof THREAD_STATES)[number]

/** Who speaks in a thread: whoever opened it, the side that wrote the brief, or another party. */
export const THREAD_ROLES = ['opener', 'issuer', 'other'] as const
/** One of THREAD_ROLES. */
export type ThreadRole = (typeof THREAD_ROLES)[number]

/** A question is answered by others and asked on by its opener; only the side that wrote the brief decides on a suggestion. */
export const THREAD_MOVES = {
  answer: { from: ['open', 'answered'], to: 'answered', by: ['issuer', 'other'], event: 'thread.answered' },
  ask_on: { from: ['open', 'answered'], to: 'open', by: ['opener'], event: 'thread.asked' },
  resolve: { from: ['open', 'answered'], to: 'resolved', by: ['opener', 'issuer'], event: 'thread.resolved' },
  accept: { from: ['open', 'answered'], to: 'accepted', by: ['issuer'], event: 'thread.accepted' },
  decline: { from: ['open', 'answered'], to: 'declined', by: ['issuer'], event: 'thread.declined' },
} as const satisfies Record<string, Transition>
/** A row of THREAD_MOVES. */
export type ThreadMove = keyof typeof THREAD_MOVES
/** The names of THREAD_MOVES. */
export const THREAD_MOVE_NAMES = ['answer', 'ask_on', 'resolve', 'accept', 'decline'] as const satisfies readonly ThreadMove[]

/** What a person says to open a thread. A suggestion carries the words it proposes. */
export const threadInputSchema = z
  .strictObject({
    itemId: z.string().min(1).max(40),
    kind: z.enum(THREAD_KINDS),
    words: z.string().trim().min(1).max(4000),
    proposed: bilingualSchema.nullable().default(null),
  })
  .refine(
    ({ kind, proposed }) => (kind === 'suggestion') === (proposed !== null),
    fault('A suggestion, and only that, carries `proposed`', '只有修改建议（suggestion）须带 proposed，其他类型不带'),
  )
/** Input of threadInputSchema. */
export type ThreadInput = z.infer<typeof threadInputSchema>

/** Walks THREAD_MOVES for the first role that fits. Refuses `thread.wrong_state`, `thread.wrong_role`; only a suggestion is accepted or declined. */
export function moveThread(
  { kind, state }: { readonly kind: ThreadKind; readonly state: ThreadState },
  move: ThreadMove,
  roles: readonly ThreadRole[],
): Outcome<ThreadState> {
  const allowed: readonly ThreadRole[] = THREAD_MOVES[move].by
  const role = roles.find((one) => allowed.includes(one)) ?? roles[0] ?? 'none'
  const isDecision = move === 'accept' || move === 'decline'
  const at = isDecision && kind !== 'suggestion' ? 'not_a_suggestion' : state
  const walked = walk(THREAD_MOVES[move], { noun: 'thread', state: at, role })
  return walked.ok ? { ok: true, value: threadStateSchema.parse(walked.value) } : walked
}
