import type { Campaign } from '../campaigns/index.ts'
import type { Account } from '../creators/index.ts'
import { rankNext, sketchMix, solveMix, type MixResult } from '../planning/index.ts'
import { joinReasons, splitReasons } from '../shared/index.ts'
import { splitAudience, type AudienceSegment } from './audience-segments.ts'
import { buildProblem, withBudget, type BuiltProblem } from './build-problem.ts'
import { describeCreator, explainLeft } from './explain-choice.ts'
import { explainGaps, explainKpis } from './explain-plan.ts'
import { findBudget } from './find-budget.ts'
import { forecastKpis, keepDraws, type DrawOf } from './forecast-kpis.ts'
import { listCandidates, type PlanCandidate, type Pool } from './list-candidates.ts'
import type { PlanResult } from './schema.ts'

/** How many stand ready when somebody declines. */
const RESERVE = 3

interface Planning {
  readonly campaign: Campaign
  readonly segments: readonly AudienceSegment[]
  readonly pool: Pool
  readonly built: BuiltProblem
  readonly drawOf: DrawOf
}

/**
 * Plans a campaign: who, for how much, with which ranges, how near to the best possible, and why (interfaces §1.8).
 * Sums in fen, KPIs in their own unit; deterministic for `campaign.seed`.
 * @param asOf Shanghai day of the plan: later posts are not read, ended quotes not used
 * @param clock epoch ms, for the time limit only
 */
export function planCampaign(request: { campaign: Campaign; accounts: readonly Account[]; asOf: string; clock: () => number }): PlanResult {
  const { campaign, accounts, asOf, clock } = request
  const segments = splitAudience(campaign)
  const pool = listCandidates(campaign, accounts, { asOf, segments })
  const planning: Planning = { campaign, segments, pool, built: buildProblem(campaign, pool, segments), drawOf: keepDraws(campaign) }
  const result = solveMix(planning.built.problem, { clock })
  if (result.infeasible !== null) return { ...result, creators: [], left: tellLeftOut(pool), reserve: [], kpis: [], budgetFor: null }
  return describePlan(planning, result)
}

function describePlan(planning: Planning, result: MixResult): PlanResult {
  const { campaign, pool, built } = planning
  const chosen = pickChosen(pool, result.chosen)
  const kpis = forecastKpis(chosen, planning)
  const reserve = rankNext(built.problem, result.chosen)
    .map(({ id }) => id)
    .slice(0, RESERVE)
  const others = pool.candidates.filter(({ id }) => !result.chosen.includes(id))
  const leftFen = campaign.budgetFen - result.costFen
  const budgetFor = findBudgets(planning, result, kpis)
  return {
    ...result,
    ...splitReasons([...joinReasons(result), ...built.because, ...explainKpis(campaign, kpis, budgetFor), ...explainGaps(chosen)]),
    creators: chosen.toSorted((a, b) => b.costFen - a.costFen || (a.id < b.id ? -1 : 1)).map(describeCreator),
    left: [...tellLeftOut(pool), ...others.map((candidate) => explainLeft(candidate, { leftFen, reserve }))],
    reserve,
    kpis,
    budgetFor,
    feeRoomFen: chosen.reduce((sum, { feeRoomFen }) => sum + feeRoomFen, 0),
  }
}

const tellLeftOut = ({ left }: Pool): PlanResult['left'] => left.map(({ id, because: { en, zh } }) => ({ id, because: en, becauseZh: zh }))

function pickChosen({ candidates }: Pool, chosen: readonly string[]): PlanCandidate[] {
  return candidates.filter(({ id }) => chosen.includes(id))
}

/** The least likely target decides; null when no KPI that can be forecast has a target. */
function leastChance(kpis: PlanResult['kpis']): number | null {
  const chances = kpis.flatMap(({ pTarget }) => pTarget ?? [])
  return chances.length === 0 ? null : Math.min(...chances)
}

function findBudgets(planning: Planning, result: MixResult, kpis: PlanResult['kpis']): PlanResult['budgetFor'] {
  const { campaign, pool } = planning
  const chance = leastChance(kpis)
  if (chance === null || chance >= 0.5) return { p50Fen: null, p80Fen: null }
  const tried = new Map<number, number>()
  const chanceAt = (budgetFen: number) => {
    const known = tried.get(budgetFen)
    if (known !== undefined) return known
    const asked = { ...campaign, budgetFen }
    const sketch = sketchMix(withBudget(planning.built, asked))
    const found = sketch === null ? 0 : (leastChance(forecastKpis(pickChosen(pool, sketch), { ...planning, campaign: asked })) ?? 0)
    tried.set(budgetFen, found)
    return found
  }
  const mostFen = pool.candidates.reduce((sum, { costFen, feeRoomFen }) => sum + costFen + feeRoomFen, 0)
  const ask = (atLeast: number) => findBudget({ fromFen: result.costFen, mostFen, atLeast }, chanceAt)
  return { p50Fen: ask(0.5), p80Fen: ask(0.8) }
}
