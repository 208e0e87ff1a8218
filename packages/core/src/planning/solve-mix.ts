import { formatFen } from '../shared/index.ts'
import { checkMixProblem } from './check-mix-problem.ts'
import { explainClash } from './explain-clash.ts'
import { buildMixModel, type MixModel } from './mix-model.ts'
import type { MixProblem, MixProblemInput, MixResult } from './schema.ts'
import { boundMix, searchMix, type FoundMix } from './search-mix.ts'

/** Part of the time limit that the search may use; the bound and the sentences need the rest. */
const SEARCH_SHARE = 0.6

/**
 * Chooses a mix (interfaces §1.5). Sums in fen; value in the unit of `value` and segment sizes.
 * `upperBound` is never below the best possible value; `gap` is (upperBound − value) / upperBound.
 * @param clock epoch ms; asked for `timeLimitMs` and `elapsedMs` only
 * Throws on a problem that `checkMixProblem` refuses: check what people wrote first.
 */
export function solveMix(input: MixProblemInput, { clock }: { clock: () => number }): MixResult {
  const problem = demandChecked(input)
  const started = clock()
  const hasTime = () => clock() - started < SEARCH_SHARE * problem.timeLimitMs
  const model = buildMixModel(problem)
  const found = searchMix(model, hasTime)
  const isInTime = hasTime()
  const minimum = problem.minimum?.value ?? 0
  if (found.state === 'found' && found.value >= minimum - 1e-9) {
    const upperBound = boundMix(model, found)
    return { ...describe(problem, model, { ...found, upperBound, isInTime }), elapsedMs: clock() - started }
  }
  const infeasible = explainClash(problem, hasTime)
  const isProven = found.state === 'none' || (found.state === 'found' && boundMix(model, found) < minimum)
  return { ...NO_PLAN, elapsedMs: clock() - started, because: explainRefusal(infeasible, isProven), infeasible }
}

/** Steps of a sketch: counted, not timed, so that the answer does not depend on the machine. */
const SKETCH_STEPS = 80

/** A good mix without its bound, for questions that are asked many times. Deterministic. Null: none found. */
export function sketchMix(input: MixProblemInput): string[] | null {
  const problem = demandChecked(input)
  const model = buildMixModel(problem)
  let steps = 0
  const found = searchMix(model, () => (steps += 1) <= SKETCH_STEPS)
  if (found.state !== 'found' || found.value < (problem.minimum?.value ?? 0) - 1e-9) return null
  return found.members.map((member) => model.ids[member] ?? '')
}

const NO_PLAN = { chosen: [], costFen: 0, value: 0, upperBound: 0, gap: 0, method: 'greedy+swap' } satisfies Partial<MixResult>

function demandChecked(input: MixProblemInput): MixProblem {
  const checked = checkMixProblem(input)
  if (!checked.ok) throw new RangeError(checked.refusals.map(({ field, problem }) => `${field}: ${problem}`).join('; '))
  return checked.value
}

type Certified = FoundMix & { readonly upperBound: number; readonly isInTime: boolean }

function describe(problem: MixProblem, model: MixModel, { members, value, upperBound, isProven, isInTime }: Certified): MixResult {
  const costFen = members.reduce((sum, member) => sum + (model.costFen[member] ?? 0), 0)
  const gap = upperBound > 0 ? Math.max(0, (upperBound - value) / upperBound) : 0
  const chosen = members.map((member) => model.ids[member] ?? '')
  const because = [
    `${chosen.length} of ${problem.candidates.length} candidates for ${formatFen(costFen, 'en')} of ${formatFen(problem.budgetFen, 'en')}.`,
    isProven
      ? 'This plan is the best possible under these constraints: every combination was decided.'
      : `This plan is within ${(Math.ceil(gap * 1000) / 10).toFixed(1)} % of the best possible under these constraints.`,
    ...(problem.candidates.length === 0 ? ['There is no candidate to choose from.'] : []),
    ...(isInTime ? [] : [`The time limit of ${problem.timeLimitMs} ms ended the search early; the bound holds all the same.`]),
  ]
  return { chosen, costFen, value, upperBound, gap, method: 'greedy+swap', elapsedMs: 0, because, infeasible: null }
}

function explainRefusal({ clash, smallest }: NonNullable<MixResult['infeasible']>, isProven: boolean): string[] {
  return [
    isProven
      ? `No mix meets all constraints: ${clash.join(' and ')} clash.`
      : `No mix that meets all constraints was found: ${clash.join(' and ')} seem to clash.`,
    ...smallest.map(({ constraint, from, to }) =>
      to === null ? `It would work without ${constraint}.` : `It would work with ${constraint} ${to} instead of ${from}.`,
    ),
  ]
}
