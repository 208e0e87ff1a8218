import { describe, expect, test } from 'vitest'
import { accept, fen, refuse, walk } from './index.ts'

const row = { from: ['draft'], to: 'in_review', by: ['author'], event: 'thing.submitted' }

describe('walking a row of a workflow table', () => {
  test.each([
    { state: 'draft', role: 'author', outcome: accept('in_review') },
    { state: 'sent', role: 'author', outcome: refuse({ code: 'thing.wrong_state', state: 'sent', allowed: ['draft'] }) },
    { state: 'draft', role: 'brand', outcome: refuse({ code: 'thing.wrong_role', role: 'brand', allowed: ['author'] }) },
    { state: 'sent', role: 'brand', outcome: refuse({ code: 'thing.wrong_state', state: 'sent', allowed: ['draft'] }) },
  ])('from $state by $role', ({ state, role, outcome }) => {
    expect(walk(row, { noun: 'thing', state, role })).toEqual(outcome)
  })

  test('a refusal carries every reason at once', () => {
    expect(refuse({ code: 'a.b' }, { code: 'c.d', row: 3 })).toEqual({ ok: false, refusals: [{ code: 'a.b' }, { code: 'c.d', row: 3 }] })
  })
})

describe('fen', () => {
  test.each([0, 1, -5, 1_200_000])('%d is whole fen', (amount) => {
    expect(fen(amount)).toBe(amount)
  })
  test.each([0.5, 19.99, Number.NaN, Infinity, 2 ** 53])('%d is not', (amount) => {
    expect(() => fen(amount)).toThrow(RangeError)
  })
})
