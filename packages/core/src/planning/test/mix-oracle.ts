import * as fc from 'fast-check'
import { mixProblemSchema, type MixProblem } from '../schema.ts'

const share = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10)
/** Small problems of every kind at once: limits that bind, pins, rivals, and some that nothing can meet. */
export const anyProblem: fc.Arbitrary<MixProblem> = fc
  .record({
    budgetFen: fc.integer({ min: 0, max: 60 }),
    candidates: fc.array(
      fc.record({
        costFen: fc.integer({ min: 0, max: 25 }),
        reach: fc.dictionary(fc.constantFrom('s0', 's1', 's2'), share),
        value: fc.integer({ min: 0, max: 30 }),
        groups: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
        conflicts: fc.uniqueArray(fc.constantFrom('c0', 'c1', 'c2', 'c9', 'c77'), { maxLength: 2 }),
        creator: fc.option(fc.constantFrom('k0', 'k1', 'k2', 'k3'), { freq: 1 }),
      }),
      { maxLength: 11 },
    ),
    constraints: fc.array(
      fc.record({
        group: fc.constantFrom('a', 'b', 'c'),
        minCount: fc.option(fc.integer({ min: 0, max: 3 })),
        maxCount: fc.option(fc.integer({ min: 0, max: 5 })),
        minShare: fc.option(share.map((value) => value / 3)),
        maxShare: fc.option(share),
      }),
      { maxLength: 3 },
    ),
    minimum: fc.option(fc.record({ value: fc.integer({ min: 0, max: 250 }) })),
    mustHave: fc.uniqueArray(fc.constantFrom('c0', 'c3', 'c5'), { maxLength: 1 }),
    never: fc.uniqueArray(fc.constantFrom('c1', 'c4'), { maxLength: 1 }),
  })
  .map(({ candidates, ...rest }) =>
    mixProblemSchema.parse({
      ...rest,
      segments: [
        { id: 's0', size: 100 },
        { id: 's1', size: 60, weight: 2 },
        { id: 's2', size: 40, weight: 0.5 },
      ],
      candidates: candidates.map((candidate, index) => ({ id: `c${index}`, ...candidate })),
    }),
  )

export type Candidate = MixProblem['candidates'][number]

/** The rules of interfaces §1.5 written down a second time, straight from the text. */
export function isAllowed(problem: MixProblem, set: readonly Candidate[]): boolean {
  const ids = set.map(({ id }) => id)
  const costOf = (list: readonly Candidate[]) => list.reduce((sum, { costFen }) => sum + costFen, 0)
  const creators = set.flatMap(({ creator }) => creator ?? [])
  if (costOf(set) > problem.budgetFen || new Set(creators).size < creators.length) return false
  if (set.some(({ conflicts, id }) => conflicts.some((other) => other !== id && ids.includes(other)))) return false
  if (problem.mustHave.some((id) => !ids.includes(id)) || problem.never.some((id) => ids.includes(id))) return false
  return problem.constraints.every((rule) => {
    const members = set.filter(({ groups }) => groups.includes(rule.group))
    const spent = costOf(members)
    return (
      members.length >= (rule.minCount ?? 0) &&
      members.length <= (rule.maxCount ?? Infinity) &&
      spent >= (rule.minShare ?? 0) * problem.budgetFen - 1e-6 &&
      spent <= (rule.maxShare ?? Infinity) * (rule.maxShare == null ? 1 : problem.budgetFen) + 1e-6
    )
  })
}

/** Value of interfaces §1.5, the product written out. */
export function valueOfSet(problem: MixProblem, set: readonly Candidate[]): number {
  const reached = problem.segments.reduce(
    (sum, { id, size, weight }) => sum + weight * size * (1 - set.reduce((missed, { reach }) => missed * (1 - (reach[id] ?? 0)), 1)),
    0,
  )
  return reached + set.reduce((sum, { value }) => sum + value, 0)
}

/** Every subset that the rules allow, whatever it is worth. */
export function listAllowed(problem: MixProblem): Candidate[][] {
  return Array.from({ length: 1 << problem.candidates.length }, (_, mask) =>
    problem.candidates.filter((_unused, index) => (mask >> index) & 1),
  ).filter((set) => isAllowed(problem, set))
}

/** The best value over all 2ⁿ subsets; null when none is allowed or worth the minimum. */
export function findOptimum(problem: MixProblem): number | null {
  const values = listAllowed(problem).map((set) => valueOfSet(problem, set))
  const best = values.length === 0 ? null : Math.max(...values)
  return best !== null && best >= (problem.minimum?.value ?? 0) - 1e-9 ? best : null
}
