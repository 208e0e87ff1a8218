import { describe, expect, test } from 'vitest'
import type { GateState, Spine } from '@kolibra/core/gates'
import { sortByUrgency, STATE_SIGN, stepsOf } from './spine-steps.ts'

const gate = (name: Spine['gates'][number]['gate'], state: GateState, [passed, total]: readonly [number, number]) => ({
  gate: name,
  state,
  passed,
  total,
  judgements: [],
})
const spine: Spine = {
  gates: [
    gate('goal', 'passed', [1, 1]),
    gate('choice', 'waived', [3, 4]),
    gate('brief', 'open', [0, 1]),
    gate('trust', 'open', [0, 0]),
    gate('rules', 'blocked', [17, 20]),
  ],
  live: { published: 0, total: 20 },
  turn: 'brand',
}

describe('stepsOf', () => {
  test('five gates, then live and report, in the one order', () =>
    expect(stepsOf(spine).map(({ key }) => key)).toEqual(['goal', 'choice', 'brief', 'trust', 'rules', 'live', 'report']))
  test('counts come through', () => expect(stepsOf(spine)[4]).toEqual({ key: 'rules', state: 'blocked', passed: 17, total: 20 }))
  test.each([
    [0, 0, 'open'],
    [0, 3, 'open'],
    [2, 3, 'open'],
    [3, 3, 'passed'],
  ])('%d of %d posts out is %s', (published, total, state) =>
    expect(stepsOf({ ...spine, live: { published, total } })[5]?.state).toBe(state),
  )
})

test('every state has a sign of its own', () => expect(new Set(Object.values(STATE_SIGN)).size).toBe(Object.keys(STATE_SIGN).length))

test('what needs somebody comes first', () => {
  const states: GateState[] = ['passed', 'waived', 'open', 'blocked', 'open']
  expect(sortByUrgency(states.map((state) => ({ state }))).map(({ state }) => state)).toEqual([
    'blocked',
    'open',
    'open',
    'waived',
    'passed',
  ])
})
