import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import science from './fixtures/science.json' with { type: 'json' }
import {
  boundReach,
  boundReachByPairs,
  contactShares,
  fitReachCurve,
  reachAgostini,
  reachBetaBinomial,
  reachBinomial,
  reachBySegments,
  reachIndependent,
  uniteTwo,
} from './reach.ts'

const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)
const shares = fc.array(share, { maxLength: 8 })
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Real audiences over forty people, so that the true union and every overlap are counted, not computed. */
const PEOPLE = 40
const audiences = fc.array(fc.array(fc.boolean(), { minLength: PEOPLE, maxLength: PEOPLE }), { minLength: 1, maxLength: 6 })

function count(sets: readonly (readonly boolean[])[]) {
  const part = (isIn: (person: number) => boolean) => Array.from({ length: PEOPLE }, (_, person) => person).filter(isIn).length / PEOPLE
  return {
    union: part((person) => sets.some((set) => set[person])),
    singles: sets.map((set) => part((person) => set[person] === true)),
    pairs: sets.flatMap((first, a) =>
      sets.slice(a + 1).map((second, at) => ({
        a,
        b: a + 1 + at,
        share: part((person) => first[person] === true && second[person] === true),
      })),
    ),
  }
}

describe('audiences that overlap by chance', () => {
  test('reach lies between the largest audience and the sum of all', () => {
    fc.assert(
      fc.property(shares, (list) => {
        const { low, high } = boundReach(list)
        const reach = reachIndependent(list)
        expect(reach).toBeGreaterThanOrEqual(low - 1e-12)
        expect(reach).toBeLessThanOrEqual(high + 1e-12)
      }),
    )
  })

  test('one more creator never loses reach, and adds no more than later in a shorter list', () => {
    fc.assert(
      fc.property(shares, share, share, (list, first, second) => {
        const gain = (base: readonly number[]) => reachIndependent([...base, second]) - reachIndependent(base)
        expect(gain(list)).toBeGreaterThanOrEqual(-1e-12)
        expect(gain([...list, first])).toBeLessThanOrEqual(gain(list) + 1e-12)
      }),
    )
  })

  test('contacts by number add up to everybody; their mean is the sum of the shares', () => {
    fc.assert(
      fc.property(shares, (list) => {
        const exact = contactShares(list)
        expect(exact).toHaveLength(list.length + 1)
        expect(sum(exact)).toBeCloseTo(1, 10)
        expect(1 - (exact[0] ?? 0)).toBeCloseTo(reachIndependent(list), 10)
        expect(sum(exact.map((part, contacts) => part * contacts))).toBeCloseTo(sum(list), 10)
      }),
    )
  })

  test('equal audiences: the binomial is the same as independence', () => {
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 9 }), (one, n) => {
        const list = Array.from({ length: n }, () => one)
        expect(reachBinomial(list)).toBeCloseTo(reachIndependent(list), 10)
      }),
    )
  })

  test.each([
    { why: 'nobody chosen', list: [], reach: 0 },
    { why: 'one who reaches all', list: [0.2, 1], reach: 1 },
    { why: 'one who reaches none', list: [0.2, 0], reach: 0.2 },
  ])('$why', ({ list, reach }) => expect(reachIndependent(list)).toBeCloseTo(reach, 12))
})

describe('bounds once overlaps are known', () => {
  test('the true union is inside, whatever the overlaps', () => {
    fc.assert(
      fc.property(audiences, (sets) => {
        const { union, singles, pairs } = count(sets)
        const wide = boundReach(singles)
        const tight = boundReachByPairs(singles, pairs)
        expect(union).toBeGreaterThanOrEqual(Math.max(wide.low, tight.dawsonSankoff) - 1e-9)
        expect(union).toBeLessThanOrEqual(Math.min(wide.high, tight.kwerel, tight.hunterWorsley) + 1e-9)
        // The heaviest tree is never lighter than the average pair n − 1 times.
        expect(tight.hunterWorsley).toBeLessThanOrEqual(tight.kwerel + 1e-9)
      }),
    )
  })

  test('two creators: all bounds meet in the union', () => {
    const tight = boundReachByPairs([0.5, 0.3], [{ a: 0, b: 1, share: 0.1 }])
    for (const bound of Object.values(tight)) expect(bound).toBeCloseTo(0.7, 12)
  })

  test('nobody reached is nil, not "not a number"', () => {
    expect(boundReachByPairs([0, 0], [{ a: 0, b: 1, share: 0 }])).toEqual({ dawsonSankoff: 0, kwerel: 0, hunterWorsley: 0 })
    expect([reachAgostini([], []), reachAgostini([0, 0], [0])]).toEqual([0, 0])
  })
})

describe('segments', () => {
  test('the worked example: same taste, less reach than independence, duplication 1.36', () => {
    const { N, reach, shares: profile, reach_dedup, independent, duplication_D } = science.reach.segment
    const universe = sum(N)
    const creators = reach.map((people, index) => N.map((size, at) => (people * (profile[index]?.[at] ?? 0)) / size))
    const known = reachBySegments(N, creators)
    const alone = reach.map((people) => people / universe)
    expect(known).toBeCloseTo(reach_dedup, 6)
    expect(reachIndependent(alone) * universe).toBeCloseTo(independent, 6)
    const overlap = sum(reach) - known
    expect(overlap / ((alone[0] ?? 0) * (alone[1] ?? 0) * universe)).toBeCloseTo(duplication_D, 9)
  })

  test('one segment is plain independence; creators without a number there add nothing', () => {
    expect(reachBySegments([1000], [[0.3], [0.4], []])).toBeCloseTo(1000 * reachIndependent([0.3, 0.4]), 9)
    expect(reachBySegments([], [[0.3]])).toBe(0)
  })
})

describe('from impressions to people', () => {
  const measured = fc
    .tuple(fc.integer({ min: 1, max: 1e7 }), fc.integer({ min: 1, max: 1e7 }))
    .map(([a, b]) => ({ impressions: Math.max(a, b), reach: Math.min(a, b) }))

  test('the curve passes through what was measured, rises, and never exceeds impressions or its ceiling', () => {
    fc.assert(
      fc.property(measured, fc.integer({ min: 0, max: 1e8 }), ({ impressions, reach }, views) => {
        const curve = fitReachCurve(impressions, reach)
        expect((curve?.reachAt(impressions) ?? 0) / reach).toBeCloseTo(1, 9)
        const people = curve?.reachAt(views) ?? Number.NaN
        expect(people).toBeLessThanOrEqual(Math.min(views, curve?.rho ?? 0) * (1 + 1e-12))
        expect(curve?.reachAt(views + 1000)).toBeGreaterThanOrEqual(people)
        expect(curve?.reachAtLeast(1, views)).toBe(people)
        expect(curve?.reachAtLeast(2, views)).toBeLessThanOrEqual(people)
      }),
    )
  })

  test('every impression a new person: reach grows like the impressions, nobody twice', () => {
    const curve = fitReachCurve(500, 500)
    expect([curve?.reachAt(80), curve?.reachAtLeast(2, 80), curve?.reachAt(0)]).toEqual([80, 0, 0])
  })

  test.each([
    { why: 'more people than impressions', impressions: 100, reach: 101 },
    { why: 'nobody reached', impressions: 100, reach: 0 },
    { why: 'nothing measured', impressions: 0, reach: 0 },
    { why: 'not a number', impressions: Number.NaN, reach: 5 },
  ])('no curve: $why', ({ impressions, reach }) => expect(fitReachCurve(impressions, reach)).toBeNull())

  test('repeats of one creator: the first two posts come back, more posts never lose people', () => {
    const { A1, A2, P } = science.reach.bbd
    const reachOf = (n: number) => reachBetaBinomial({ r1: A1 / P, r2: A2 / P, n }).reach
    expect(reachOf(1) * P).toBeCloseTo(A1, 4)
    expect(reachOf(2) * P).toBeCloseTo(A2, 4)
    const many = [1, 2, 3, 5, 10, 50].map(reachOf)
    expect(many).toEqual(many.toSorted((a, b) => a - b))
    expect(many.at(-1)).toBeLessThan(1)
  })

  test('two audiences: disjoint, by chance, and in either order', () => {
    expect(uniteTwo([600, 300], [1000, 500], 0)).toBe(900)
    expect(uniteTwo([600, 300], [1000, 1000], 1)).toBeCloseTo(1000 * reachIndependent([0.6, 0.3]), 9)
    expect(uniteTwo([300, 600], [500, 1000], 0.5)).toBe(uniteTwo([600, 300], [1000, 500], 0.5))
  })
})
