import { findFeasible } from './find-feasible.ts'
import { listDemands, listUnmetDemands, type ChanceOf, type MixDemand } from './mix-demand.ts'
import { buildMixModel, type MixModel, type WorkMeter } from './mix-model.ts'
import { measureKpi } from './measure-kpi.ts'
import { breaksLimits, listChosen, listUnmet, startPick, valueOf } from './mix-pick.ts'
import { relaxMix } from './relax-mix.ts'
import type { MixProblem, MixResult } from './schema.ts'
import { SEARCH_ALL_UP_TO } from './search-all.ts'
import { isBeyondBounds, searchDemanded } from './search-demanded.ts'
import { searchMix } from './search-mix.ts'
import { roundRelaxed } from './shake-mix.ts'

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
  /** Other ways to loosen the same constraint, each under a name of its own. */
  readonly also?: readonly Lever[]
  /** What a plan without this one brings of what it asks for: no need to grope for it in a large pool. */
  readonly measure?: (tried: Tried) => MixModel
}

/** What the explanation may use; its trials share the meter that `hasTime` reads. */
interface ClashWatch {
  readonly hasTime: () => boolean
  readonly meter?: WorkMeter
  readonly chanceOf?: ChanceOf | undefined
  /** Value of a plan that meets everything but the minimum of it; null: none is at hand. */
  readonly best?: number | null
}

const VALUE = 'minimum.value'

type RuleField = 'minCount' | 'maxCount' | 'minShare' | 'maxShare'

/**
 * Names constraints that clash (none can be left out of the clash) and the smallest single change that resolves it. In a large pool the
 * change is one that a quickly made plan makes do with: a better plan may need a little less.
 */
export function explainClash(problem: MixProblem, watch: ClashWatch): NonNullable<MixResult['infeasible']> {
  const levers = listLevers(problem)
  const start: Trial = { problem, budgetFen: problem.budgetFen }
  const kept = findClash(levers, start, watch)
  const smallest = kept
    .flatMap((lever) => [...(lever.also ?? []), lever])
    .flatMap((lever) => {
      const to = findSmallest(lever, start, watch)
      return to === undefined ? [] : [{ constraint: lever.name, from: lever.from, to }]
    })
  const together = smallest.length > 0 ? [] : loosenTogether(levers, { kept, start }, watch)
  const clash = kept.map(({ name }) => name).toReversed()
  return { clash, smallest: smallest.toReversed(), ...(together.length > 1 && { together }) }
}

/** Levers none of which can be left out of the clash. */
function findClash(levers: readonly Lever[], start: Trial, watch: ClashWatch): readonly Lever[] {
  // A rule that contradicts itself says it plainer than any other clash it is part of.
  const own = findContradiction(levers)
  if (own !== null && isClash(own, (named) => isFeasible(dropOthers(levers, named, start), watch))) return own
  let kept = levers
  // What a person locked stays longest: the mix of the campaign was there before, and naming it would hide who clashes with it.
  for (const lever of [...levers.filter((one) => !isLock(one)), ...levers.filter(isLock)]) {
    const without = kept.filter((other) => other !== lever)
    // Everything outside the clash is dropped, so what stays is a clash of its own.
    if (!isFeasible(dropOthers(levers, without, start), watch)) kept = without
  }
  return kept
}

// Of a budget of nothing every share is met; and who needs more than there are is a clash by itself.
const isClash = ([most, least]: readonly [Lever, Lever], isFeasibleWith: (named: readonly Lever[]) => boolean) =>
  !isFeasibleWith([most, least]) && isFeasibleWith([least])

const dropOthers = (levers: readonly Lever[], kept: readonly Lever[], start: Trial): Trial =>
  levers.filter((other) => !kept.includes(other)).reduce((current, other) => other.drop(current), start)

/** At least more of a group than at most. */
function findContradiction(levers: readonly Lever[]): readonly [most: Lever, least: Lever] | null {
  for (const most of levers) {
    const least = levers.find(({ name }) => /\.max(Count|Share)$/.test(most.name) && name === most.name.replace(/max(?=\w+$)/, 'min'))
    if (least?.from != null && most.from !== null && least.from > most.from) return [most, least]
  }
  return null
}

type Change = NonNullable<MixResult['infeasible']>['smallest'][number]

/**
 * Where no single change helps, there is more than one clash: of each the constraint that is changed most easily is taken away until a mix
 * is found, then each of them is put back as far as it goes. Empty: not found in time.
 */
function loosenTogether(levers: readonly Lever[], { kept, start }: { kept: readonly Lever[]; start: Trial }, watch: ClashWatch): Change[] {
  const dropped: Lever[] = []
  let [clash, trial] = [kept, start]
  for (;;) {
    const [easiest] = clash.filter((lever) => !isLock(lever)).slice(-1)
    if (easiest === undefined || !watch.hasTime()) return []
    dropped.push(easiest)
    trial = easiest.drop(trial)
    if (isFeasible(trial, watch)) break
    clash = findClash(
      levers.filter((lever) => !dropped.includes(lever)),
      trial,
      watch,
    )
  }
  const changes: Change[] = []
  let settled = start
  for (const [at, lever] of dropped.entries()) {
    const others = dropped.slice(at + 1).reduce((current, other) => other.drop(current), settled)
    const to = findSmallest(lever, others, watch)
    // A budget that is taken away leaves the shares as they were, a larger one moves them along: it may not do.
    if (to === undefined) return []
    settled = to === null ? lever.drop(settled) : lever.loosen(settled, to)
    changes.push({ constraint: lever.name, from: lever.from, to })
  }
  return changes
}

const isLock = ({ name }: Lever) => name.startsWith('mustHave.')

interface Tried {
  readonly problem: MixProblem
  readonly model: MixModel
  readonly demands: readonly MixDemand[]
}

function readTrial({ problem, ...trial }: Trial, { meter, chanceOf }: ClashWatch): Tried {
  const model = buildMixModel(problem, { ...trial, ...(meter !== undefined && { meter }) })
  return { problem, model, demands: listDemands(problem, model, chanceOf) }
}

/** Rounds of the relaxation behind a quick answer, and behind one that is asked for again and again. */
const QUICK_ROUNDS = 40
const TRIED_ROUNDS = 20
/** Below this part of what is asked, what is possible is not found by halving. */
const FAR_FROM = 1e-3
const NO_TIME = () => false

/** Cheapest questions first: a plan rounded from the relaxation, its bound, and only then a search. */
function isFeasible(trial: Trial, watch: ClashWatch): boolean {
  const tried = readTrial(trial, watch)
  const known = tried.model.ids.length <= SEARCH_ALL_UP_TO ? null : answerQuickly(tried, QUICK_ROUNDS)
  return known ?? isFound(tried, watch.hasTime)
}

/** Whether a change is enough, as `findSmallest` asks again and again: in a large pool by a plan rounded from few rounds. */
function isEnoughChange(trial: Trial, watch: ClashWatch): boolean {
  const tried = readTrial(trial, watch)
  if (tried.model.ids.length <= SEARCH_ALL_UP_TO) return isFound(tried, watch.hasTime)
  return answerQuickly(tried, TRIED_ROUNDS) ?? isFound(tried, NO_TIME)
}

/** Null: not to be said without a search. */
function answerQuickly({ problem, model, demands }: Tried, rounds: number): boolean | null {
  const least = problem.minimum?.value ?? 0
  if (least <= 0 && demands.length === 0) {
    const { state } = findFeasible(model)
    if (state !== 'unsure') return state === 'found'
  }
  if (isBeyondBounds(demands, rounds) || model.missingMust.length > 0) return false
  const relaxed = relaxMix(model, { known: least, rounds })
  if (least > 0 && relaxed.bound < least) return false
  const pick = roundRelaxed(startPick(model), relaxed)
  const isGood = listUnmet(pick).length === 0 && !breaksLimits(pick) && valueOf(pick) >= least - 1e-9
  return isGood && listUnmetDemands(demands, listChosen(pick)).length === 0 ? true : null
}

function isFound({ problem, model, demands }: Tried, hasTime: () => boolean): boolean {
  const least = problem.minimum?.value ?? 0
  const outcome = searchDemanded(model, demands, { hasTime, seed: problem.seed, effort: least > 0 ? 0.1 : 0 })
  return outcome.state === 'found' && outcome.value >= least - 1e-9
}

/** Bisects between what fails and what works; undefined when loosening this alone does not help. */
function findSmallest(lever: Lever, start: Trial, watch: ClashWatch): number | null | undefined {
  const { from, end, step, loosen } = lever
  if (from === null || end === null) return isFeasible(lever.drop(start), watch) ? null : undefined
  const known = findAtBest(lever, start, watch)
  if (known !== null) return known
  const last = Math.ceil(Math.abs(end - from) / step)
  const at = (steps: number) => (steps >= last ? end : from + Math.sign(end - from) * steps * step)
  const isEnough = (steps: number) => isEnoughChange(loosen(start, at(steps)), watch)
  const first = [last, ...(lever.canTurn === true ? listDoublings(from, last) : [])].find(isEnough)
  if (first === undefined) return undefined
  let [fails, works] = [0, first]
  while (works - fails > 1 && watch.hasTime()) {
    const middle = Math.floor((fails + works) / 2)
    if (isEnough(middle)) works = middle
    else fails = middle
  }
  // No time to narrow it down: the far end works, but nobody would call it the smallest change.
  return works === first && works - fails > 1 ? undefined : Math.round(at(works) * 1e6) / 1e6
}

/** What the best plan without a minimum brings of it, four digits of it, where that is enough; null: not found this way. */
function findAtBest({ measure, drop, loosen, name, from }: Lever, start: Trial, watch: ClashWatch): number | null {
  if (measure === undefined) return null
  const tried = readTrial(drop(start), watch)
  const isSmall = tried.model.ids.length <= SEARCH_ALL_UP_TO
  if (name === VALUE && watch.best != null && !isSmall) return cutDigits(watch.best)
  const found = searchMix(measure(tried), { hasTime: watch.hasTime, seed: tried.problem.seed, effort: 0 })
  const to = found.state === 'found' ? cutDigits(found.value) : 0
  // In a small pool halving is exact, as long as its steps, parts of what is asked, are not larger than what is possible.
  if (to <= 0 || (isSmall && to > FAR_FROM * (from ?? 0))) return null
  return isFeasible(loosen(start, to), watch) ? to : null
}

function cutDigits(amount: number): number {
  if (amount <= 0) return 0
  const unit = 10 ** Math.max(-6, Math.floor(Math.log10(amount)) - 3)
  return Math.floor(amount / unit) * unit
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

const setLever = (name: string, drop: Lever['drop']): Lever => ({ name, drop, from: null, end: null, step: 1, loosen: drop })

const without = (field: 'never' | 'mustHave', id: string): Lever =>
  setLever(`${field}.${id}`, ({ problem: current, ...trial }) => ({
    ...trial,
    problem: { ...current, [field]: current[field].filter((other) => other !== id) },
  }))

function listSetLevers(problem: MixProblem): Lever[] {
  const hasRivals = problem.candidates.some(({ conflicts, creator }) => conflicts.length > 0 || creator != null)
  return [
    ...[...new Set(problem.never)].map((id) => without('never', id)),
    ...(hasRivals ? [setLever('conflicts', (trial) => ({ ...trial, isTogether: true }))] : []),
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
      // Nobody argues about a fen of thousands of prices, and every halving is a plan made anew.
      step: problem.candidates.length <= SEARCH_ALL_UP_TO ? 1 : Math.max(1, Math.round(problem.budgetFen / 1000)),
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
      name: VALUE,
      from,
      end: 0,
      step: stepOf(from, problem),
      drop: (trial) => setTo(trial, 0),
      loosen: setTo,
      measure: ({ model }) => model,
    },
  ]
}

const stepOf = (from: number, { candidates }: MixProblem) => Math.max(1e-6, from / (candidates.length <= SEARCH_ALL_UP_TO ? 1e6 : 1e3))

function listKpiLevers(problem: MixProblem): Lever[] {
  const setTo = (trial: Trial, kpi: string, amount: number): Trial => {
    const { minimum } = trial.problem
    return { ...trial, problem: { ...trial.problem, minimum: { ...minimum, kpis: { ...minimum?.kpis, [kpi]: amount } } } }
  }
  return Object.entries(problem.minimum?.kpis ?? {}).flatMap(([kpi, from]): Lever[] => {
    if (from <= 0) return []
    const step = kpi === 'count' ? 1 : stepOf(from, problem)
    const loosen = (trial: Trial, to: number) => setTo(trial, kpi, to)
    const measure = ({ problem: tried, model }: Tried) => measureKpi(kpi, tried, model)
    return [{ name: `minimum.kpis.${kpi}`, from, end: 0, step, drop: (trial) => setTo(trial, kpi, 0), loosen, measure }]
  })
}

/** What all candidates together bring of a KPI by their middle. */
function mostOf(kpi: string, { candidates, segments }: MixProblem): number {
  if (kpi === 'count') return candidates.length
  const people = segments.reduce((sum, { size, weight }) => sum + size * (kpi === 'value' ? weight : 1), 0)
  if (kpi === 'reach') return people
  return candidates.reduce((sum, { value, kpis }) => sum + (kpi === 'value' ? value : (kpis[kpi] ?? 0)), kpi === 'value' ? people : 0)
}

function listChanceLever(problem: MixProblem): Lever[] {
  const { chance } = problem
  if (chance == null) return []
  const target: Lever = {
    name: 'chance.target',
    from: chance.target,
    end: 0,
    // Far above all that there is, parts of what is asked are larger than what is possible.
    step: Math.min(stepOf(chance.target, problem), Math.max(1e-6, mostOf(chance.kpi, problem) / 1e3)),
    drop: (trial) => ({ ...trial, problem: { ...trial.problem, chance: null } }),
    loosen: (trial, to) => ({ ...trial, problem: { ...trial.problem, chance: { ...chance, target: to } } }),
  }
  return [
    {
      name: 'chance',
      from: chance.atLeast,
      end: 0,
      // Told in tenths of a per cent, as shares are.
      step: 1e-3,
      drop: (trial) => ({ ...trial, problem: { ...trial.problem, chance: null } }),
      loosen: (trial, atLeast) => ({ ...trial, problem: { ...trial.problem, chance: { ...chance, atLeast } } }),
      also: [target],
    },
  ]
}
