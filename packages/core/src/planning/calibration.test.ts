import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countScores, findCell, learnCalibration, stretchOf, tierOf, type LastPostTrial } from './calibration.ts'
import { LEAST_CELL, LEAST_SCORES, MANY_POSTS } from './calibration-table.ts'
import { makeAccount } from './test/make-account.ts'

const mid = makeAccount({ platform: 'douyin', followers: 300_000 })
const head = makeAccount({ platform: 'douyin', followers: 5_000_000 })
const elsewhere = makeAccount({ platform: 'bilibili', followers: 300_000 })
const trials = (count: number, z: number, known: Partial<LastPostTrial> = {}) =>
  Array.from({ length: count }, (): LastPostTrial => ({ account: mid, posts: 5, z, ...known }))

describe('which creators calibrate a range', () => {
  test.each([
    { why: 'nobody yet', given: [], shift: null },
    { why: 'too few of anybody', given: trials(LEAST_SCORES - 1, 1), shift: null },
    { why: 'enough of anybody, all elsewhere', given: trials(LEAST_SCORES, 2, { account: elsewhere }), shift: 2 },
    {
      why: 'too few on its own platform: everybody',
      given: [...trials(LEAST_CELL - 1, 1), ...trials(LEAST_CELL, 3, { account: elsewhere })],
      shift: 3,
    },
    {
      why: 'its platform before everybody',
      given: [...trials(LEAST_CELL, 1, { posts: 20 }), ...trials(LEAST_CELL + 9, 3, { account: elsewhere })],
      shift: 1,
    },
    {
      why: 'as many posts on its platform before other numbers of posts',
      given: [...trials(LEAST_CELL, 1, { account: head }), ...trials(LEAST_CELL + 9, 3, { account: head, posts: 20 })],
      shift: 1,
    },
    { why: 'its own tier before others', given: [...trials(LEAST_CELL, 1), ...trials(LEAST_CELL + 9, 3, { account: head })], shift: 1 },
  ])('$why', ({ given, shift }) => expect(findCell(learnCalibration(given), mid, 4)?.shift ?? null).toBe(shift))

  test.each([
    { posts: 2, shift: 1 },
    { posts: 3, shift: 2 },
    { posts: 5, shift: 2 },
    { posts: 6, shift: 3 },
  ])('$posts posts stand with their like', ({ posts, shift }) => {
    const given = [1, 3, 6].flatMap((from, at) => trials(LEAST_CELL, at + 1, { posts: from }))
    expect(findCell(learnCalibration(given), mid, posts)?.shift).toBe(shift)
  })
})

describe('a cell', () => {
  test('holds the middle and the sorted distances from it, whatever the order', () => {
    const z = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: LEAST_SCORES, maxLength: 80 })
    fc.assert(
      fc.property(z, (list) => {
        const learned = learnCalibration(list.map((each) => ({ account: mid, posts: 5, z: each })))
        const cell = findCell(learned, mid, 5)
        expect(countScores(learned)).toBe(list.length)
        expect(cell?.scores).toEqual(cell?.scores.toSorted((a, b) => a - b))
        // As many above the middle as below it.
        const above = list.filter((each) => each > (cell?.shift ?? 0)).length
        expect(above).toBeLessThanOrEqual(list.length / 2)
        expect(list.filter((each) => each < (cell?.shift ?? 0)).length).toBeLessThanOrEqual(list.length / 2)
      }),
    )
  })
})

describe('accounts with many posts', () => {
  test.each([0, 1, 6, MANY_POSTS.from])('%i posts: the distances stand as they are', (posts) => expect(stretchOf(posts)).toBe(1))

  test('from there on a range narrows with every post, never to nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: MANY_POSTS.from, max: 5000 }), (posts) => {
        expect(stretchOf(posts + 1)).toBeLessThan(stretchOf(posts))
        expect(stretchOf(posts + 1)).toBeGreaterThan(0.25)
      }),
    )
  })

  test('a cell of accounts with as many posts as this one is used as it was measured', () => {
    const z = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: LEAST_SCORES, maxLength: 80 })
    fc.assert(
      fc.property(z, fc.integer({ min: 1, max: 400 }), (list, posts) => {
        const cell = findCell(learnCalibration(list.map((each) => ({ account: mid, posts, z: each }))), mid, posts)
        const measured = list.map((each) => Math.abs(each - (cell?.shift ?? 0))).sort((a, b) => a - b)
        cell?.scores.forEach((score, at) => expect(score * stretchOf(posts)).toBeCloseTo(measured[at] ?? Number.NaN, 9))
        expect(cell?.scores).toHaveLength(list.length)
      }),
    )
  })

  test('of one cell the account with forty posts gets a narrower range than that with ten', () => {
    const learned = learnCalibration([...trials(LEAST_CELL, 0, { posts: 12 }), ...trials(LEAST_CELL, 2, { posts: 12 })])
    const [few, many] = [10, 40].map((posts) => (findCell(learned, mid, posts)?.scores[LEAST_CELL] ?? 0) * stretchOf(posts))
    expect((many ?? 0) / (few ?? 1)).toBeCloseTo(4 ** MANY_POSTS.exponent, 9)
  })
})

test.each([
  { platform: 'douyin', followers: 1_000_000, tier: 'head' },
  { platform: 'douyin', followers: 999_999, tier: 'mid' },
  { platform: 'douyin', followers: null, tier: 'unknown' },
  { platform: 'nowhere', followers: 1_000_000, tier: 'unknown' },
])('tier of $followers on $platform: $tier', ({ tier, ...account }) => expect(tierOf(account)).toBe(tier))
