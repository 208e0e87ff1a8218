import { formatExact, formatFen, formatGap, say, splitReasons, type Localized } from '../shared/index.ts'
import { checkMixProblem } from './check-mix-problem.ts'
import { explainDemands, tellMet } from './explain-demands.ts'
import { explainClash } from './explain-clash.ts'
import { buildMixModel, type MixModel, type WorkMeter } from './mix-model.ts'
import { listDemands, type ChanceOf, type MixDemand } from './mix-demand.ts'
import type { MixProblem, MixProblemInput, MixResult } from './schema.ts'
import { searchDemanded } from './search-demanded.ts'
import { boundMix, type FoundMix, type HasTime } from './search-mix.ts'
import { tellClash } from './tell-clash.ts'

/** Entries of the reach table per millisecond of the limit: half of what a machine of 2024 does, so that work ends the search and not the clock. */
const WORK_PER_MS = 50_000
/** What an explanation may use on top, as a part of the same. */
const EXPLAIN_SHARE = 0.8
/** Part of the time limit after which the clock ends the search after all; reading the problem and the sentences need the rest. */
const SEARCH_SHARE = 0.8
/** Progress is told in steps of so much. */
const TOLD_STEP = 0.01

export interface SolveOptions {
  readonly clock: () => number
  readonly chanceOf?: ChanceOf | undefined
  /** Told how much of the work the search may do is done, 0–1, rising; 1 at the end. */
  readonly tell?: ((share: number) => void) | undefined
}

/** When the search ends: by work, the same on every machine, and only on a slow one by the clock. */
interface Watch {
  readonly hasTime: HasTime
  readonly meter: WorkMeter
  isLate: boolean
}

function startWatch({ timeLimitMs }: MixProblem, { clock, tell, started }: SolveOptions & { started: number }, most = 1): Watch {
  const work = WORK_PER_MS * timeLimitMs * most
  let told = 0
  const watch: Watch = {
    meter: { spent: 0 },
    isLate: false,
    hasTime: (share = 1) => {
      const done = Math.min(1, watch.meter.spent / work)
      if (tell !== undefined && done >= told + TOLD_STEP) tell((told = done))
      watch.isLate ||= clock() - started >= SEARCH_SHARE * timeLimitMs
      return done < share && !watch.isLate
    },
  }
  return watch
}

/**
 * Chooses a mix (interfaces §1.5). Sums in fen; value in the unit of `value` and segment sizes. Deterministic for a seed: the search
 * ends after counted work, and where the clock had to end it, `because` says so.
 * `upperBound` is never below the best possible value; `gap` is (upperBound − value) / upperBound.
 * @param clock epoch ms; asked for `timeLimitMs` and `elapsedMs` only
 * @param chanceOf the chance of a set, where the caller knows more than the problem's spreads say; asked when there is a `chance`
 * Throws on a problem that `checkMixProblem` refuses: check what people wrote first.
 */
export function solveMix(input: MixProblemInput, options: SolveOptions): MixResult {
  const problem = demandChecked(input)
  const { clock, chanceOf, tell } = options
  const started = clock()
  const watch = startWatch(problem, { ...options, started })
  const model = buildMixModel(problem, { meter: watch.meter })
  const demands = listDemands(problem, model, chanceOf)
  const found = searchDemanded(model, demands, { hasTime: watch.hasTime, seed: problem.seed })
  const minimum = problem.minimum?.value ?? 0
  if (found.state === 'found' && found.value >= minimum - 1e-9) {
    const upperBound = boundMix(model, found)
    tell?.(1)
    const told = describe(problem, { model, demands }, { ...found, upperBound, isInTime: !watch.isLate })
    return { ...told, elapsedMs: clock() - started }
  }
  const explaining = startWatch(problem, { clock, started }, EXPLAIN_SHARE)
  const best = found.state === 'found' ? found.value : null
  const infeasible = explainClash(problem, { hasTime: explaining.hasTime, meter: explaining.meter, chanceOf, best })
  const isProven = found.state === 'none' || (found.state === 'found' && boundMix(model, found) < minimum)
  tell?.(1)
  const refusal = { ...infeasible, isProven }
  return { ...NO_PLAN, elapsedMs: clock() - started, ...splitReasons(tellClash(refusal)), infeasible: refusal }
}

/** Steps of a sketch: counted, not timed, so that the answer does not depend on the machine. */
const SKETCH_STEPS = 80

/** A good mix without its bound, for questions that are asked many times. Deterministic. Null: none found. */
export function sketchMix(input: MixProblemInput, chanceOf?: ChanceOf): string[] | null {
  const problem = demandChecked(input)
  const model = buildMixModel(problem)
  let steps = 0
  const hasTime = () => (steps += 1) <= SKETCH_STEPS
  const found = searchDemanded(model, listDemands(problem, model, chanceOf), { hasTime, seed: problem.seed, effort: 0 })
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

interface Asked {
  readonly model: MixModel
  readonly demands: readonly MixDemand[]
}

function describe(problem: MixProblem, { model, demands }: Asked, found: Certified): MixResult {
  const { members, value, upperBound, isProven, isInTime } = found
  const costFen = members.reduce((sum, member) => sum + (model.costFen[member] ?? 0), 0)
  const gap = upperBound > 0 ? Math.max(0, (upperBound - value) / upperBound) : 0
  const chosen = members.map((member) => model.ids[member] ?? '')
  const met = tellMet(demands, members)
  // Options of one creator are one candidate for whoever reads this.
  const weighed = new Set(problem.candidates.map(({ id, creator }) => creator ?? id)).size
  const because = [
    say(
      `${formatExact(chosen.length)} of ${formatExact(weighed)} candidates for ${formatFen(costFen, 'en')} of ${formatFen(problem.budgetFen, 'en')}.`,
      `从 ${formatExact(weighed)} 位候选达人中选出 ${formatExact(chosen.length)} 位，费用 ${formatFen(costFen, 'zh')}，预算 ${formatFen(problem.budgetFen, 'zh')}。`,
    ),
    isProven ? PROVEN : certify({ gap }),
    ...explainDemands(problem, met.met),
    ...(problem.budgetFen === 0
      ? [say('The budget is nothing: only who costs nothing can be chosen.', '预算为 0：只能选择不收费的达人。')]
      : []),
    ...(problem.candidates.length === 0 ? [say('There is no candidate to choose from.', '没有可选的达人。')] : []),
    ...(isInTime
      ? []
      : [
          say(
            `The time limit of ${formatExact(problem.timeLimitMs)} ms ended the search early; the bound holds all the same.`,
            `搜索因 ${formatExact(problem.timeLimitMs)} 毫秒的时限提前结束；上界依然成立。`,
          ),
        ]),
  ]
  return {
    chosen,
    costFen,
    value,
    upperBound,
    gap,
    method: 'greedy+swap',
    elapsedMs: 0,
    ...splitReasons(because),
    ...met,
    infeasible: null,
  }
}

const PROVEN = say(
  'This plan is the best possible under these constraints: every combination was decided.',
  '在这些约束下本方案已是最优：所有组合都已判定。',
)

/** The certificate of a result: how far it can be from the best possible under its constraints. */
export function certify({ gap }: Pick<MixResult, 'gap'>): Localized {
  if (gap <= 0) return PROVEN
  return say(
    `This plan is within ${formatGap(gap)} of the best possible under these constraints.`,
    `在这些约束下，本方案与理论最优的差距不超过 ${formatGap(gap)}。`,
  )
}
