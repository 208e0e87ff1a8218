import { fitsMix, rankNext, sketchMix, type MixProblemInput } from '../planning/index.ts'
import { formatFen, formatShare, say, type Localized } from '../shared/index.ts'
import { OWN_VOICE } from './assumption-table.ts'
import { withBudget } from './build-problem.ts'
import { findBudget } from './find-budget.ts'
import { leastChance } from './forecast-kpis.ts'
import type { PlanCandidate, Pool } from './list-candidates.ts'
import type { Alternative, ShortPlan } from './plan-parts-schema.ts'
import type { PlanAtHand } from './what-if-budget.ts'

/** The plan at hand, and whom else there is to choose from. */
export interface AlternativeTask extends PlanAtHand {
  readonly pool: Pool
  readonly kpis: ShortPlan['kpis']
  /** The chance of the least likely target with these creators. */
  readonly chanceOf: (chosen: readonly string[]) => number | null
}

/** Sets that are forecast while one is improved: counted, so that the answer does not depend on the machine. */
const MOST_TRIALS = 40
/** Whom to try in somebody's place. */
const MOST_STAND_INS = 4
/** A target counts as reached from this chance on. */
const REACHED = 0.5

/** Three other plans under the same constraints: least money for the target, surest, most in the creators' own voice. */
export function planAlternatives(task: AlternativeTask): Alternative[] {
  return [planCheapest(task), planRobust(task), planOwnVoice(task)].map((alternative) => tellSame(task, alternative))
}

// Two cards with the same numbers look like a choice; there is none. Formats may differ with the same creators.
function tellSame({ tell, chosen, campaign }: AlternativeTask, alternative: Alternative): Alternative {
  const { plan, because } = alternative
  if (plan === null || plan.joins.length > 0 || plan.leaves.length > 0) return alternative
  if (plan.costFen !== tell(chosen, campaign).costFen) return alternative
  return { ...alternative, because: say(`The same as the plan. ${because.en}`, `与主方案相同。${because.zh}`) }
}

function planCheapest(task: AlternativeTask): Alternative {
  const kind = 'cheapestForTarget'
  const { campaign, built } = task
  if (leastChance(task.kpis) === null) return { kind, plan: null, because: NO_TARGET }
  const chanceOf = (ids: readonly string[] | null) => (ids === null ? 0 : (task.chanceOf(ids) ?? 0))
  const sketchAt = (budgetFen: number) => sketchMix(withBudget(built, { ...campaign, budgetFen }), task.demandedChance)
  const budgetFen = findBudget({ fromFen: 0, mostFen: campaign.budgetFen, atLeast: REACHED }, (fen) => chanceOf(sketchAt(fen)))
  const sketch = budgetFen === null ? null : sketchAt(budgetFen)
  const starts = [sketch, chanceOf(task.chosen) >= REACHED ? task.chosen : null].filter((ids) => ids !== null)
  const found = starts
    .filter((ids) => fitsMix(built.problem, ids, task.demandedChance))
    .map((ids) => cutCost(task, ids, (trial) => chanceOf(trial) >= REACHED))
    .map((ids) => task.tell(ids, campaign))
    .sort((a, b) => a.costFen - b.costFen)[0]
  if (found === undefined) return { kind, plan: null, because: NOT_REACHED }
  return { kind, plan: found, because: tellCheapest(found, campaign.budgetFen) }
}

const NO_TARGET = say('No target to reach: the goal states none that can be forecast.', '没有可达成的目标：目标中没有可预估的指标。')
const NOT_REACHED = say(
  `No plan within the budget reaches every target with at least ${formatShare(REACHED, 'en')}.`,
  `预算之内没有方案能以至少 ${formatShare(REACHED, 'zh')} 的概率达成全部目标。`,
)

function tellCheapest({ costFen, kpis }: ShortPlan, budgetFen: number): Localized {
  const chance = leastChance(kpis)
  return say(
    `${formatFen(costFen, 'en')} instead of ${formatFen(budgetFen, 'en')}: every target is reached with at least ${formatShare(chance, 'en')}.`,
    `费用 ${formatFen(costFen, 'zh')}（预算 ${formatFen(budgetFen, 'zh')}）：每项目标达成概率至少 ${formatShare(chance, 'zh')}。`,
  )
}

/** Who can be spared leaves, the dearest first; else the cheapest who will do takes the place. */
function cutCost(
  { built, demandedChance }: AlternativeTask,
  start: readonly string[],
  isEnough: (ids: readonly string[]) => boolean,
): string[] {
  const { problem } = built
  const costOf = new Map(problem.candidates.map(({ id, costFen }) => [id, costFen]))
  const cost = (id: string) => costOf.get(id) ?? 0
  let trials = 0
  const isBetter = (ids: readonly string[]) => {
    if (trials >= MOST_TRIALS || !fitsMix(problem, ids, demandedChance)) return false
    trials += 1
    return isEnough(ids)
  }
  let current = [...start]
  for (const id of start.toSorted((a, b) => cost(b) - cost(a) || (a < b ? -1 : 1))) {
    const others = current.filter((other) => other !== id)
    const cheaper = rankNext(problem, others).filter((one) => cost(one.id) < cost(id))
    const standIns = cheaper.slice(0, MOST_STAND_INS).sort((a, b) => cost(a.id) - cost(b.id))
    current = [others, ...standIns.map((one) => [...others, one.id])].find(isBetter) ?? current
  }
  return current
}

/** Candidates as they would be on a bad day: the low end of their forecast, by how sure their yes is. */
function dampen(problem: MixProblemInput, pool: Pool, dampOf: (candidate: PlanCandidate) => number): MixProblemInput {
  const damps = new Map(pool.candidates.map((candidate) => [candidate.option, Math.max(0, Math.min(1, dampOf(candidate)))]))
  return {
    ...problem,
    candidates: problem.candidates.map((candidate) => {
      const damp = damps.get(candidate.id) ?? 1
      const reach = Object.fromEntries(Object.entries(candidate.reach ?? {}).map(([id, share]) => [id, share * damp]))
      return { ...candidate, reach, value: (candidate.value ?? 0) * damp }
    }),
  }
}

/** P10 of the KPI that does worst, measured by its target, else by the middle of the plan at hand. */
function worstLow({ kpis }: ShortPlan, atHand: ShortPlan['kpis']): number {
  const lows = kpis.flatMap(({ name, p10, target }) => {
    const measure = target ?? atHand.find((kpi) => kpi.name === name)?.p50 ?? 0
    return measure > 0 ? [p10 / measure] : []
  })
  return lows.length === 0 ? 0 : Math.min(...lows)
}

function planRobust(task: AlternativeTask): Alternative {
  const { built, pool, campaign, chosen } = task
  const lowest = ({ views, pAccepts }: PlanCandidate, power: number) => (views.p50 > 0 ? views.p10 / views.p50 : 0) * pAccepts.p ** power
  const careful = [0, 1, 2].map((power) => dampen(built.problem, pool, (candidate) => lowest(candidate, power)))
  const starts = [chosen, ...careful.flatMap((problem) => [sketchMix(problem, task.demandedChance)].filter((ids) => ids !== null))]
  const score = (ids: readonly string[]) => worstLow(task.tell(ids, campaign), task.kpis)
  const ranked = starts.map((ids) => ({ ids, low: score(ids) })).sort((a, b) => b.low - a.low)
  const [start = { ids: chosen, low: 0 }] = ranked
  const best = climb(task, start, score)
  const plan = task.tell(best.ids, campaign)
  const before = score(chosen)
  const because = say(
    `The KPI that does worst still makes ${formatShare(best.low, 'en')} of its measure nine times in ten (${formatShare(before, 'en')} in the plan).`,
    `表现最差的指标十次中有九次仍能达到基准的 ${formatShare(best.low, 'zh')}（主方案为 ${formatShare(before, 'zh')}）。`,
  )
  return { kind: 'mostRobust', plan, because }
}

/** One out and one in, as long as the score rises and trials are left. */
function climb(
  { built: { problem }, demandedChance }: AlternativeTask,
  start: { readonly ids: readonly string[]; readonly low: number },
  score: (ids: readonly string[]) => number,
): { ids: readonly string[]; low: number } {
  let best = start
  let trials = 0
  for (const leaver of start.ids) {
    const others = best.ids.filter((id) => id !== leaver)
    const fits = (id: string) => id !== leaver && fitsMix(problem, [...others, id], demandedChance)
    for (const id of takeFirst(rankNext(problem, others), MOST_STAND_INS, fits)) {
      if (trials >= MOST_TRIALS) return best
      trials += 1
      const ids = [...others, id]
      const low = score(ids)
      if (low > best.low) best = { ids, low }
    }
  }
  return best
}

/** The first few that fit: to ask it of thousands would take longer than all plans together. */
function takeFirst(ranked: readonly { readonly id: string }[], most: number, fits: (id: string) => boolean): string[] {
  const taken: string[] = []
  for (const { id } of ranked) {
    if (taken.length >= most) break
    if (fits(id)) taken.push(id)
  }
  return taken
}

/** How much of a post is the creator's own: by type, and less the more of its posts were sponsored. */
function voiceOf({ account, type }: PlanCandidate): number {
  const known = account.posts.flatMap(({ sponsored }) => sponsored ?? [])
  const sponsored = known.length === 0 ? 0 : known.filter(Boolean).length / known.length
  return OWN_VOICE[type.value ?? 'unset'] * (1 - sponsored / 2)
}

function planOwnVoice({ built, pool, campaign, tell, demandedChance }: AlternativeTask): Alternative {
  const ids = sketchMix(dampen(built.problem, pool, voiceOf), demandedChance)
  const because = say(
    'Counts micro KOLs and KOCs fuller than KOLs and celebrities, and those less whose posts were often sponsored [A]; there is no brief to judge by yet.',
    '腰部/初级达人与素人的权重高于头部 KOL 与明星，商业内容占比高者权重降低 [A]；此时尚无简报可供判断。',
  )
  return { kind: 'mostOwnVoice', plan: ids === null ? null : tell(ids, campaign), because }
}
