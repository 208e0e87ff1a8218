import { buildMixModel } from './mix-model.ts'
import type { MixProblem, MixResult } from './schema.ts'
import { listDemands, type ChanceOf } from './mix-demand.ts'
import { searchDemanded } from './search-demanded.ts'

/** A problem with the budget to try; shares stay shares of `problem.budgetFen`. */
interface Trial {
  readonly problem: MixProblem
  readonly budgetFen: number
  /** With nobody and nothing exclusive. */
  readonly isTogether?: boolean
}

/** One constraint that can be taken away, or loosened from `from` towards `end`. */
interface Lever {
  readonly name: string
  readonly drop: (trial: Trial) => Trial
  readonly from: number | null
  readonly end: number | null
  readonly step: number
  readonly loosen: (trial: Trial, to: number) => Trial
  /** Loosening further can fail again: minimum shares grow with the budget. */
  readonly canTurn?: boolean
}

interface ClashWatch {
  readonly hasTime: () => boolean
  readonly chanceOf?: ChanceOf | undefined
}

type RuleField = 'minCount' | 'maxCount' | 'minShare' | 'maxShare'

/** Names constraints that clash (none can be left out of the clash) and the smallest single change that resolves it. */
export function explainClash(problem: MixProblem, watch: ClashWatch): NonNullable<MixResult['infeasible']> {
  const levers = listLevers(problem)
  const start: Trial = { problem, budgetFen: problem.budgetFen }
  let kept = levers
  for (const lever of levers) {
    const without = kept.filter((other) => other !== lever)
    // Everything outside the clash is dropped, so what stays is a clash of its own.
    const trial = levers.filter((other) => !without.includes(other)).reduce((current, other) => other.drop(current), start)
    if (!isFeasible(trial, watch)) kept = without
  }
  const smallest = kept.flatMap((lever) => {
    const to = findSmallest(lever, start, watch)
    return to === undefined ? [] : [{ constraint: lever.name, from: lever.from, to }]
  })
  return { clash: kept.map(({ name }) => name).toReversed(), smallest: smallest.toReversed() }
}

function isFeasible({ problem, ...trial }: Trial, { hasTime, chanceOf }: ClashWatch): boolean {
  const model = buildMixModel(problem, trial)
  const outcome = searchDemanded(model, listDemands(problem, model, chanceOf), {
    hasTime,
    seed: problem.seed,
    effort: (problem.minimum?.value ?? 0) > 0 ? 0.1 : 0,
  })
  return outcome.state === 'found' && outcome.value >= (problem.minimum?.value ?? 0) - 1e-9
}

/** Bisects between what fails and what works; undefined when loosening this alone does not help. */
function findSmallest(lever: Lever, start: Trial, watch: ClashWatch): number | null | undefined {
  const { from, end, step, loosen } = lever
  if (from === null || end === null) return isFeasible(lever.drop(start), watch) ? null : undefined
  const last = Math.ceil(Math.abs(end - from) / step)
  const at = (steps: number) => (steps >= last ? end : from + Math.sign(end - from) * steps * step)
  const isEnough = (steps: number) => isFeasible(loosen(start, at(steps)), watch)
  const first = [last, ...(lever.canTurn === true ? listDoublings(from, last) : [])].find(isEnough)
  if (first === undefined) return undefined
  let [fails, works] = [0, first]
  while (works - fails > 1) {
    const middle = Math.floor((fails + works) / 2)
    if (isEnough(middle)) works = middle
    else fails = middle
  }
  return Math.round(at(works) * 1e6) / 1e6
}

/** A hundredth of `from`, two, four … up to `last`. */
function listDoublings(from: number, last: number): number[] {
  const steps: number[] = []
  for (let next = Math.max(1, Math.round(from / 100)); next < last; next *= 2) steps.push(next)
  return steps
}

// Last in the list stay longest in the clash: people can change budgets and minimums more easily than conflicts.
function listLevers(problem: MixProblem): Lever[] {
  return [
    ...problem.constraints.flatMap((_, index) => listRuleLevers(problem, index, ['maxCount', 'maxShare'])),
    ...listSetLevers(problem),
    ...listBudgetLever(problem),
    ...problem.constraints.flatMap((_, index) => listRuleLevers(problem, index, ['minShare', 'minCount'])),
    ...listMinimumLever(problem),
    ...listKpiLevers(problem),
    ...listChanceLever(problem),
  ]
}

function listRuleLevers(problem: MixProblem, index: number, fields: readonly RuleField[]): Lever[] {
  const rule = problem.constraints[index]
  if (rule === undefined) return []
  const members = problem.candidates.filter(({ groups }) => groups.includes(rule.group))
  const ends = { minCount: 0, minShare: 0, maxShare: 1, maxCount: members.length }
  const setTo = ({ problem: current, ...trial }: Trial, field: RuleField, to: number | null): Trial => ({
    ...trial,
    problem: { ...current, constraints: current.constraints.map((other, at) => (at === index ? { ...other, [field]: to } : other)) },
  })
  return fields.flatMap((field): Lever[] => {
    const from = rule[field]
    if (from == null) return []
    return [
      {
        name: `${rule.group}.${field}`,
        from,
        end: ends[field],
        // Shares are told in tenths of a per cent: what is proposed has to work as it is told.
        step: field.endsWith('Share') ? 1e-3 : 1,
        drop: (trial) => setTo(trial, field, null),
        loosen: (trial, to) => setTo(trial, field, to),
      },
    ]
  })
}

function listSetLevers(problem: MixProblem): Lever[] {
  const lever = (name: string, drop: Lever['drop']): Lever => ({ name, drop, from: null, end: null, step: 1, loosen: drop })
  const without = (field: 'never' | 'mustHave', id: string) =>
    lever(`${field}.${id}`, ({ problem: current, ...trial }) => ({
      ...trial,
      problem: { ...current, [field]: current[field].filter((other) => other !== id) },
    }))
  const apart = lever('conflicts', (trial) => ({ ...trial, isTogether: true }))
  const hasRivals = problem.candidates.some(({ conflicts, creator }) => conflicts.length > 0 || creator != null)
  return [
    ...[...new Set(problem.never)].map((id) => without('never', id)),
    ...(hasRivals ? [apart] : []),
    ...[...new Set(problem.mustHave)].map((id) => without('mustHave', id)),
  ]
}

function listBudgetLever(problem: MixProblem): Lever[] {
  const allFen = problem.candidates.reduce((sum, { costFen }) => sum + costFen, 0)
  if (allFen <= problem.budgetFen) return []
  return [
    {
      name: 'budgetFen',
      from: problem.budgetFen,
      end: allFen,
      step: 1,
      drop: (trial) => ({ ...trial, budgetFen: allFen }),
      // A larger budget moves the shares with it, as it would if a person typed it in.
      loosen: (trial, to) => ({ ...trial, problem: { ...trial.problem, budgetFen: to }, budgetFen: to }),
      canTurn: problem.constraints.some(({ minShare }) => minShare != null),
    },
  ]
}

function listMinimumLever(problem: MixProblem): Lever[] {
  const from = problem.minimum?.value
  if (from == null || from <= 0) return []
  const setTo = (trial: Trial, value: number): Trial => ({
    ...trial,
    problem: { ...trial.problem, minimum: { value, kpis: trial.problem.minimum?.kpis ?? {} } },
  })
  return [
    {
      name: 'minimum.value',
      from,
      end: 0,
      step: Math.max(1e-6, from / 1e6),
      drop: (trial) => setTo(trial, 0),
      loosen: setTo,
    },
  ]
}

function listKpiLevers(problem: MixProblem): Lever[] {
  const setTo = (trial: Trial, kpi: string, amount: number): Trial => {
    const { minimum } = trial.problem
    return { ...trial, problem: { ...trial.problem, minimum: { ...minimum, kpis: { ...minimum?.kpis, [kpi]: amount } } } }
  }
  return Object.entries(problem.minimum?.kpis ?? {}).flatMap(([kpi, from]): Lever[] => {
    if (from <= 0) return []
    const step = kpi === 'count' ? 1 : Math.max(1e-6, from / 1e6)
    const loosen = (trial: Trial, to: number) => setTo(trial, kpi, to)
    return [{ name: `minimum.kpis.${kpi}`, from, end: 0, step, drop: (trial) => setTo(trial, kpi, 0), loosen }]
  })
}

function listChanceLever({ chance }: MixProblem): Lever[] {
  if (chance == null) return []
  return [
    {
      name: 'chance',
      from: chance.atLeast,
      end: 0,
      // Told in tenths of a per cent, as shares are.
      step: 1e-3,
      drop: (trial) => ({ ...trial, problem: { ...trial.problem, chance: null } }),
      loosen: (trial, atLeast) => ({ ...trial, problem: { ...trial.problem, chance: { ...chance, atLeast } } }),
    },
  ]
}
