import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countScores, findCell, learnCalibration, tierOf, type LastPostTrial } from './calibration.ts'
import { LEAST_CELL, LEAST_SCORES } from './calibration-table.ts'
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

test.each([
  { platform: 'douyin', followers: 1_000_000, tier: 'head' },
  { platform: 'douyin', followers: 999_999, tier: 'mid' },
  { platform: 'douyin', followers: null, tier: 'unknown' },
  { platform: 'nowhere', followers: 1_000_000, tier: 'unknown' },
])('tier of $followers on $platform: $tier', ({ tier, ...account }) => expect(tierOf(account)).toBe(tier))
