import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitCohorts, forecastPaidPost } from '../planning/index.ts'
import { AS_OF, makePool } from '../planning/test/make-account.ts'
import { forecastCosts, sumViews, type PricedMember } from './forecast-costs.ts'
import { keepDraws } from './keep-draws.ts'

const accounts = makePool(6)
const [views, interactions] = (['views', 'interactions'] as const).map((metric) => {
  const cohorts = fitCohorts(accounts, { metric, asOf: AS_OF })
  return accounts.map((account) => forecastPaidPost(account, cohorts, { metric, asOf: AS_OF }))
})

function member(at: number, known: Partial<PricedMember> = {}): PricedMember {
  const id = accounts[at]?.accountId ?? ''
  const [seen, acted] = [views?.[at] ?? null, interactions?.[at] ?? null]
  if (seen === null) throw new Error('expected a forecast')
  return { id, option: id, views: seen, interactions: acted, pAccepts: { p: 1 }, costFen: 1_000_000, feeRoomFen: 100_000, ...known }
}
const team = (p: number) => accounts.map((_, at) => member(at, { pAccepts: { p } }))
const drawOf = keepDraws({ seed: 7 })
const fresh = () => keepDraws({ seed: 7 })

describe('draws of an answer', () => {
  test('are ones and noughts, as often a yes as it is likely', () => {
    const answers = drawOf(member(0, { pAccepts: { p: 0.3 } }), 'answer')
    expect(new Set(answers)).toEqual(new Set([0, 1]))
    expect(answers.reduce((sum, answer) => sum + answer, 0) / answers.length).toBeCloseTo(0.3, 1)
    expect(new Set(fresh()(member(0), 'answer'))).toEqual(new Set([1]))
  })

  test('take views and interactions of one creator away together', () => {
    const draws = fresh()
    const lone = member(1, { pAccepts: { p: 0.5 } })
    const [seen, acted, answers] = [draws(lone, 'views'), draws(lone, 'interactions'), draws(lone, 'answer')]
    answers.forEach((answer, at) => {
      expect((seen[at] ?? 0) > 0).toBe(answer === 1)
      if (answer === 0) expect(acted[at]).toBe(0)
    })
  })

  test('are independent of who else is asked: the same creator has the same draws', () => {
    const [alone, among] = [fresh(), fresh()]
    for (const other of team(0.4)) among(other, 'interactions')
    expect(among(member(2), 'views')).not.toBe(alone(member(2), 'views'))
    expect(fresh()(member(2, { pAccepts: { p: 0.4 } }), 'views')).toEqual(fresh()(member(2, { pAccepts: { p: 0.4 } }), 'views'))
  })
})

describe('what a result costs', () => {
  test('one creator who is sure: the whole price, fee room included, over its views', () => {
    const { views: perView } = forecastCosts([member(0)], fresh())
    expect(((perView?.p50 ?? 0) * member(0).views.p50) / 1_100_000).toBeCloseTo(1, 1)
    expect(perView?.p10).toBeLessThan(perView?.p50 ?? 0)
    expect(perView?.p90).toBeGreaterThan(perView?.p50 ?? 0)
  })

  test('does not depend on how likely a yes is: nobody is paid who declined', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.3, max: 0.9, noNaN: true }), (p) => {
        const lone = (chance: number) => forecastCosts([member(3, { pAccepts: { p: chance } })], fresh()).views?.p50 ?? 0
        expect(lone(p) / lone(1)).toBeGreaterThan(0.85)
        expect(lone(p) / lone(1)).toBeLessThan(1.15)
      }),
      { numRuns: 20 },
    )
  })

  test('who has no forecast of interactions enters neither side', () => {
    const silent = member(4, { interactions: null, costFen: 99_000_000 })
    expect(forecastCosts([member(0), silent], fresh()).interactions).toEqual(forecastCosts([member(0)], fresh()).interactions)
    expect(forecastCosts([silent], fresh()).interactions).toBeNull()
  })

  test('of nobody, or of a yes that hardly ever comes, is unknown and never endless', () => {
    expect(forecastCosts([], fresh())).toEqual({ views: null, interactions: null })
    expect(forecastCosts([member(0, { pAccepts: { p: 0 } })], fresh())).toEqual({ views: null, interactions: null })
  })
})

describe('views of a group', () => {
  test('lie between those of its largest member and the sum of all, and their range is narrower than the sums of both ends', () => {
    const sure = team(1)
    const { p10, p50, p90 } = sumViews(sure, fresh())
    const added = (level: 'p10' | 'p50' | 'p90') => sure.reduce((sum, one) => sum + one.views[level], 0)
    expect(p10).toBeGreaterThan(added('p10'))
    expect(p90).toBeLessThan(added('p90'))
    expect(p50).toBeGreaterThan(Math.max(...sure.map((one) => one.views.p50)))
  })

  test('shrink with the chance of a yes', () => {
    expect(sumViews(team(0.5), fresh()).p50).toBeLessThan(sumViews(team(1), fresh()).p50)
    expect(sumViews([], fresh())).toEqual({ p10: 0, p50: 0, p90: 0 })
  })
})
