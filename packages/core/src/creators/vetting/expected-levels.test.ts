import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newAccount, newPost } from '../index.ts'
import type { Account } from '../schema.ts'
import { learnLevels } from './expected-levels.ts'
import { fitRobust } from './fit-robust.ts'

/** A number between 0 and 1 that looks drawn and is always the same. */
const wobble = (n: number) => Math.abs(Math.sin(n * 12.9898) * 43758.5453) % 1

function account(id: number, lift: Partial<Record<'likes' | 'comments' | 'views' | 'followers', number>> = {}): Account {
  const size = 1_000 * 1.15 ** (id % 30)
  const counts = (n: number) => {
    const views = size * (8 + wobble(id * 31 + n))
    return { views: views * (lift.views ?? 1), likes: 0.05 * views * (lift.likes ?? 1), comments: 0.002 * views * (lift.comments ?? 1) }
  }
  return newAccount({
    platform: 'douyin',
    accountId: `a${id}`,
    followers: size * 10 * (lift.followers ?? 1),
    posts: Array.from({ length: 6 }, (_, n) => newPost({ postId: `${id}-${n}`, ...counts(n) })),
  })
}
const crowd = Array.from({ length: 40 }, (_, id) => account(id))

describe('levels against accounts with the same other counts', () => {
  const ratiosOf = learnLevels(crowd)

  test.each(['likes', 'comments', 'views', 'followers'] as const)('%s five times as many as the rest has', (level) => {
    expect(ratiosOf(account(12, { [level]: 5 }))[level]).toBeGreaterThan(3.5)
    expect(ratiosOf(account(12))[level]).toBeCloseTo(1, 0)
  })

  test('an account that is larger in everything is as expected', () => {
    const { likes, comments, views } = ratiosOf(account(29))
    for (const ratio of [likes, comments, views]) expect(ratio).toBeCloseTo(1, 0)
  })

  test('a fifth of odd accounts does not move what is expected of the others', () => {
    const spoilt = learnLevels(crowd.map((one, id) => (id % 5 === 0 ? account(id, { likes: 5 }) : one)))
    expect(spoilt(account(12)).likes).toBeCloseTo(1, 0)
    expect(spoilt(account(12, { likes: 5 })).likes).toBeGreaterThan(3)
  })

  test.each([
    { why: 'eight accounts', accounts: crowd.slice(0, 8) },
    { why: 'four posts each', accounts: crowd.map((one) => ({ ...one, posts: one.posts.slice(0, 4) })) },
    { why: 'no views', accounts: crowd.map((one) => ({ ...one, posts: one.posts.map((post) => ({ ...post, views: null })) })) },
  ])('likes stay unknown with $why', ({ accounts }) => expect(learnLevels(accounts)(account(12)).likes).toBeNull())

  test('followers that are not known stay unknown', () => {
    expect(ratiosOf({ ...account(12), followers: null })).toMatchObject({ followers: null, likes: expect.any(Number) })
  })
})

describe('a line that odd cases do not move', () => {
  const line = Array.from({ length: 40 }, (_, n) => ({ x: [n / 10], y: 3 + (2 * n) / 10 + 0.01 * wobble(n) }))

  test('finds slope and centre beside cases far off', () => {
    const odd = line.map((one, n) => (n % 7 === 0 ? { ...one, y: one.y + 50 } : one))
    const { slopes, centre } = fitRobust(odd, { firmness: 0.01 })
    expect(slopes[0]).toBeCloseTo(2, 1)
    expect(centre).toBeCloseTo(3, 0)
  })

  test('few cases leave what was believed', () => {
    expect(fitRobust(line.slice(0, 2), { believed: [1], firmness: 4 }).slopes[0]).toBeCloseTo(1, 1)
  })

  test('property: every count is finite, whatever the cases', () => {
    const cases = fc.array(
      fc.record({
        x: fc.tuple(fc.double({ min: -20, max: 20, noNaN: true }), fc.double({ min: -20, max: 20, noNaN: true })),
        y: fc.double({ min: -20, max: 20, noNaN: true }),
      }),
      { minLength: 1, maxLength: 30 },
    )
    fc.assert(
      fc.property(cases, (given) => {
        const { slopes, centre, spread } = fitRobust(given, { believed: [1, 0], firmness: 4 })
        for (const value of [...slopes, centre, spread]) expect(Number.isFinite(value)).toBe(true)
      }),
    )
  })
})
