import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listDemands, listUnmetDemands } from './mix-demand.ts'
import { buildMixModel } from './mix-model.ts'
import { breaksLimits, listUnmet, startPick, valueOf } from './mix-pick.ts'
import { polishDemanded } from './polish-demanded.ts'
import { mixProblemSchema } from './schema.ts'
import { anyProblem, listAllowed } from './test/mix-oracle.ts'

const hasTime = () => true

describe('polishing', () => {
  test('never worsens a plan, and leaves no limit and no demand behind', () => {
    fc.assert(
      fc.property(anyProblem, fc.nat(), fc.integer({ min: 0, max: 100 }), (problem, which, reach) => {
        const asked = { ...problem, minimum: { kpis: { reach } } }
        const model = buildMixModel(asked)
        const demands = listDemands(asked, model)
        const sets = listAllowed(problem).map((set) => set.map(({ id }) => model.ids.indexOf(id)))
        const met = sets.filter((members) => listUnmetDemands(demands, members).length === 0)
        const members = met[which % Math.max(1, met.length)]
        if (members === undefined) return
        const polished = polishDemanded(model, demands, { members, hasTime })
        const [before, after] = [startPick(model, members), startPick(model, polished)]
        expect(valueOf(after)).toBeGreaterThanOrEqual(valueOf(before) - 1e-9)
        expect(breaksLimits(after) || listUnmet(after).length > 0).toBe(false)
        expect(listUnmetDemands(demands, polished)).toEqual([])
      }),
      { numRuns: 80 },
    )
  })

  const line = mixProblemSchema.parse({
    budgetFen: 20,
    segments: [],
    candidates: Array.from({ length: 8 }, (_, index) => ({ id: `c${index}`, costFen: 10, value: index, kpis: { leads: 7 - index } })),
    minimum: { kpis: { leads: 9 } },
  })
  const model = buildMixModel(line)
  const demands = listDemands(line, model)

  test('goes as far as the demand lets it', () => {
    expect(polishDemanded(model, demands, { members: [0, 1], hasTime })).toHaveLength(2)
    expect(valueOf(startPick(model, polishDemanded(model, demands, { members: [0, 1], hasTime })))).toBe(5)
  })

  test('adds whoever still fits', () => {
    expect(polishDemanded(model, [], { members: [7], hasTime })).toEqual([6, 7])
  })

  test('keeps a must-have and bans a never-have', () => {
    const pinned = buildMixModel({ ...line, mustHave: ['c0'], never: ['c7'] })
    expect(polishDemanded(pinned, [], { members: [0, 1], hasTime })).toEqual([0, 6])
  })

  test('without time nothing moves', () => {
    expect(polishDemanded(model, demands, { members: [0, 1], hasTime: () => false })).toEqual([0, 1])
  })
})
