import { describe, expect, test } from 'vitest'
import { rankNext, solveMix, type MixProblemInput } from './index.ts'

const problem: MixProblemInput = {
  budgetFen: 100,
  segments: [{ id: 's', size: 1000 }],
  candidates: [
    { id: 'twin', costFen: 20, reach: { s: 0.5 } },
    { id: 'base', costFen: 20, reach: { s: 0.5 } },
    { id: 'cheap', costFen: 1, reach: { s: 0.05 } },
    { id: 'seller', costFen: 10, value: 300 },
    { id: 'idle', costFen: 1 },
    { id: 'rival', costFen: 1, value: 9000, conflicts: ['base'] },
    { id: 'unwanted', costFen: 1, value: 9000 },
  ],
  never: ['unwanted'],
}

describe('who would come next', () => {
  test('by what each adds to this plan per fen, not by what it is worth alone', () => {
    // base leaves half of 1,000 people: twin adds 250 (12.5 a fen), cheap 25 (25 a fen), seller 300 (30 a fen).
    expect(rankNext(problem, ['base'])).toEqual([
      { id: 'seller', gain: 300 },
      { id: 'cheap', gain: 25 },
      { id: 'twin', gain: 250 },
    ])
  })

  test('without a plan everyone but the never-haves is asked; who adds nothing is no suggestion', () => {
    expect(rankNext(problem, []).map(({ id }) => id)).toEqual(['rival', 'cheap', 'seller', 'base', 'twin'])
  })

  test('who is in the plan, a rival of the plan or never wanted is not suggested', () => {
    const ids = rankNext(problem, ['base', 'seller']).map(({ id }) => id)
    for (const absent of ['base', 'seller', 'rival', 'unwanted', 'idle']) expect(ids).not.toContain(absent)
  })

  test('another offer of a creator already in the plan is not suggested', () => {
    const offers = ['note', 'video'].map((id) => ({ id, costFen: 5, value: 10, creator: 'k1' }))
    expect(rankNext({ ...problem, candidates: offers }, ['note'])).toEqual([])
  })

  test('equal candidates come in the order of their ids, whatever the order of the file', () => {
    const equal = ['m', 'z', 'a'].map((id) => ({ id, costFen: 4, value: 8 }))
    const ids = (candidates: typeof equal) => rankNext({ ...problem, candidates }, []).map(({ id }) => id)
    expect(ids(equal)).toEqual(['a', 'm', 'z'])
    expect(ids(equal.toReversed())).toEqual(['a', 'm', 'z'])
  })

  test('a free candidate ranks as if it cost one fen', () => {
    const candidates = [
      { id: 'free', costFen: 0, value: 2 },
      { id: 'better', costFen: 1, value: 3 },
    ]
    expect(rankNext({ ...problem, candidates }, []).map(({ id }) => id)).toEqual(['better', 'free'])
  })

  test('a plan that names someone who is not in the pool is ranked without them', () => {
    expect(rankNext(problem, ['nobody', 'base'])).toEqual(rankNext(problem, ['base']))
  })

  test('the gain told is the gain had: adding the first raises the value by just that much', () => {
    const [first] = rankNext(problem, ['base'])
    const valueOf = (mustHave: string[]) => {
      const never = problem.candidates.map(({ id }) => id).filter((id) => !mustHave.includes(id))
      return solveMix({ ...problem, mustHave, never }, { clock: () => 0 }).value
    }
    expect(valueOf(['base', first?.id ?? '']) - valueOf(['base'])).toBeCloseTo(first?.gain ?? Number.NaN, 9)
  })
})
