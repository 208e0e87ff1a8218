import { describe, expect, test } from 'vitest'
import {
  findItemText,
  hasOwnSentence,
  moveThread,
  replaceItemText,
  THREAD_KINDS,
  THREAD_MOVE_NAMES,
  THREAD_ROLES,
  THREAD_STATES,
  threadInputSchema,
  type ThreadMove,
} from './index.ts'
import { makeBrief } from './test/brief-fixture.ts'

// The whole grid: from "open" and "answered" alike.
const ALLOWED: Record<ThreadMove, { to: string; by: string; suggestionOnly: boolean }> = {
  answer: { to: 'answered', by: 'issuer other', suggestionOnly: false },
  ask_on: { to: 'open', by: 'opener', suggestionOnly: false },
  resolve: { to: 'resolved', by: 'opener issuer', suggestionOnly: false },
  accept: { to: 'accepted', by: 'issuer', suggestionOnly: true },
  decline: { to: 'declined', by: 'issuer', suggestionOnly: true },
}
const cells = THREAD_MOVE_NAMES.flatMap((move) =>
  THREAD_STATES.flatMap((state) => THREAD_KINDS.flatMap((kind) => THREAD_ROLES.map((role) => [move, state, kind, role] as const))),
)

describe('thread: move × state × kind × role', () => {
  test.each(cells)('%s from %s of a %s by %s', (move, state, kind, role) => {
    const { to, by, suggestionOnly } = ALLOWED[move]
    const isLive = state === 'open' || state === 'answered'
    const isKind = !suggestionOnly || kind === 'suggestion'
    const outcome = moveThread({ kind, state }, move, [role])
    if (isLive && isKind && by.split(' ').includes(role)) return expect(outcome).toEqual({ ok: true, value: to })
    expect(outcome.ok ? null : outcome.refusals[0]?.code).toBe(isLive && isKind ? 'thread.wrong_role' : 'thread.wrong_state')
  })
  test('of several roles the one that fits counts', () => {
    expect(moveThread({ kind: 'question', state: 'open' }, 'ask_on', ['issuer', 'opener'])).toEqual({ ok: true, value: 'open' })
    for (const move of THREAD_MOVE_NAMES) expect(moveThread({ kind: 'suggestion', state: 'open' }, move, []).ok).toBe(false)
  })
})

test('a suggestion, and only that, carries the words it proposes', () => {
  const question = { itemId: 's1', kind: 'question', words: '示例：能晚一天吗' }
  expect(threadInputSchema.safeParse(question).success).toBe(true)
  expect(threadInputSchema.safeParse({ ...question, kind: 'suggestion' }).success).toBe(false)
  expect(threadInputSchema.safeParse({ ...question, proposed: { zh: '甲', en: 'A' } }).success).toBe(false)
  expect(threadInputSchema.safeParse({ ...question, words: ' ' }).success).toBe(false)
})

describe('a suggestion taken in place', () => {
  const brief = makeBrief()
  const text = { zh: '换一句。', en: 'Another one.' }
  test.each(['goal', brief.mustSay[0]?.id ?? '', brief.mustNot[0]?.id ?? '', brief.productFacts[0]?.id ?? ''])(
    'changes %s and nothing else',
    (id) => {
      const outcome = replaceItemText(brief, id, text)
      if (!outcome.ok) throw new Error('refused')
      expect(findItemText(outcome.value, id)).toEqual(text)
      const before = findItemText(brief, id)
      if (before === null) throw new Error('no sentence')
      expect(replaceItemText(outcome.value, id, before)).toEqual({ ok: true, value: brief })
    },
  )
  test('is refused where there is no sentence', () => {
    for (const id of [brief.deliverables[0]?.id ?? '', 'gone']) {
      expect(replaceItemText(brief, id, text)).toEqual({ ok: false, refusals: [{ code: 'brief.no_such_sentence', itemId: id }] })
      expect(hasOwnSentence(brief, id)).toBe(false)
    }
    expect(findItemText(brief, 'gone')).toBe(null)
  })
})
