import type { Campaign } from '../campaigns/index.ts'
import type { Account, HeldForConflicts } from '../creators/index.ts'
import { certify, rankNext, sketchMix, solveMix, weighMix, type ChanceOf, type MixResult } from '../planning/index.ts'
import { joinReasons, splitReasons } from '../shared/index.ts'
import type { OwnAnswers } from './acceptance.ts'
import { ASSUMPTIONS } from './assumption-table.ts'
import { reachOf, splitAudience, splitNiche, type AudienceSegment } from './audience-segments.ts'
import { buildProblem, withBudget, type BuiltProblem } from './build-problem.ts'
import { describeCreator, explainLeft } from './explain-choice.ts'
import { explainDays, explainGaps, explainKpis } from './explain-plan.ts'
import type { FeeTable } from './fee-table.ts'
import { findBudget } from './find-budget.ts'
import { forecastCosts } from './forecast-costs.ts'
import { chanceOfTarget, forecastKpis, leastChance, leastChanceOf } from './forecast-kpis.ts'
import { keepDraws, type DrawOf } from './keep-draws.ts'
import { listCandidates, type PlanCandidate, type Pool } from './list-candidates.ts'
import { planAlternatives } from './plan-alternatives.ts'
import { mapOverlap, rangeReach } from './plan-overlap.ts'
import { costTiers, drawCurve, rankByRole } from './plan-parts.ts'
import type { ShortPlan } from './plan-parts-schema.ts'
import type { PlanResult } from './schema.ts'
import { listBarred, tellInfeasible } from './tell-infeasible.ts'
import { askBudgets } from './what-if-budget.ts'

/** How many stand ready when somebody declines. */
const RESERVE = 3

/** What a plan is made from. Days are Shanghai days, sums fen. */
export interface PlanRequest {
  readonly campaign: Campaign
  readonly accounts: readonly Account[]
  /** Day of the plan: later posts are not read, ended quotes not used. */
  readonly asOf: string
  /** Epoch ms, for the time limit only. */
  readonly clock: () => number
  /** Told how much of the planning is done, 0–1, rising. */
  readonly tell?: (share: number) => void
  /** Ids of creators who stay in the plan whatever happens: locked by a person, or already on board. */
  readonly keep?: readonly string[]
  /** Ids of creators who declined. */
  readonly drop?: readonly string[]
  /** Formats that are fixed, by creator id: no other offer of theirs is weighed. */
  readonly formats?: ReadonlyMap<string, string>
  /** Ids of creators who said yes. */
  readonly accepted?: readonly string[]
  /** Answers to our own invitations by creator id. */
  readonly history?: ReadonlyMap<string, OwnAnswers>
  /** Other work and days not free by creator id: who conflicts with the campaign is left out with the reason. */
  readonly held?: ReadonlyMap<string, HeldForConflicts>
  /** Service fees where quotes state none; absent: the shipped ones. */
  readonly fees?: FeeTable
}

interface Planning {
  readonly campaign: Campaign
  readonly asOf: string
  readonly segments: readonly AudienceSegment[]
  readonly pool: Pool
  readonly built: BuiltProblem
  readonly drawOf: DrawOf
  readonly perViewOf: (candidate: PlanCandidate) => readonly number[]
  readonly resolved: NonNullable<PlanResult['resolved']>
  readonly tell: (share: number) => void
}

/** How much of a planning is done when its parts are: reading the pool, the search, budgets, and the plans beside. Measured on 2,000 creators. */
const DONE = { pool: 0.1, search: 0.4, budgets: 0.6, sensitivity: 0.7 }

/**
 * Plans a campaign: who, for how much, with which ranges, how near to the best possible, and why (interfaces §1.8).
 * Sums in fen, KPIs in their own unit; deterministic for `campaign.seed`. `keep` and `drop` solve again around what is settled.
 */
export function planCampaign(request: PlanRequest): PlanResult {
  const {
    campaign: asked,
    accounts,
    asOf,
    clock,
    tell = () => undefined,
    keep = [],
    drop = [],
    accepted = [],
    formats,
    history,
    held,
    fees,
  } = request
  const campaign = keep.length === 0 ? asked : { ...asked, mustHave: [...new Set([...asked.mustHave, ...keep])] }
  const segments = splitNiche(splitAudience(campaign), ASSUMPTIONS.duplication)
  const pool = listCandidates(campaign, accounts, {
    asOf,
    segments,
    formats,
    declined: drop,
    acceptance: { history, accepted, byType: campaign.constraints?.accepts },
    held,
    fees,
  })
  const fixed = [...(formats ?? [])].map(([id, format]) => ({ id, format }))
  const resolved = { keep: [...keep], drop: [...drop], ...(fixed.length > 0 && { formats: fixed }) }
  const planning: Planning = {
    campaign,
    asOf,
    segments,
    pool,
    built: buildProblem(campaign, pool, segments),
    drawOf: keepDraws(campaign),
    perViewOf: ({ account }) => Object.values(reachOf(account, 1, { segments, lent: pool.lent })),
    resolved,
    tell,
  }
  tell(DONE.pool)
  const result = solveMix(planning.built.problem, {
    clock,
    chanceOf: demandedChanceOf(planning),
    tell: (share) => tell(DONE.pool + share * (DONE.search - DONE.pool)),
  })
  if (result.infeasible !== null) return refusePlan(planning, result, result.infeasible)
  return describePlan(planning, result)
}

function refusePlan({ campaign, pool, resolved }: Planning, result: MixResult, clash: NonNullable<MixResult['infeasible']>): PlanResult {
  const infeasible = { ...clash, barred: listBarred(campaign, pool) }
  const because = splitReasons(tellInfeasible({ ...result, infeasible }))
  return { ...result, ...because, infeasible, creators: [], left: tellLeftOut(pool), reserve: [], kpis: [], budgetFor: null, resolved }
}

function describePlan(planning: Planning, result: MixResult): PlanResult {
  const { campaign, asOf, pool, built, resolved } = planning
  const chosen = pickChosen(pool, result.chosen)
  const kpis = forecastKpis(chosen, planning)
  const ranked = rankNext(built.problem, result.chosen).map(({ id }) => id)
  const reserve = listCreators(pool, ranked).slice(0, RESERVE)
  const members = new Set(chosen.map(({ id }) => id))
  const others = listCheapest(pool).filter(({ id }) => !members.has(id))
  const leftFen = campaign.budgetFen - result.costFen
  const budgetFor = findBudgets(planning, result, kpis)
  planning.tell(DONE.budgets)
  const audiences = { segments: splitAudience(campaign), lent: pool.lent }
  const tell = (ids: readonly string[], asked: Campaign) => tellShort(ids, result, { ...planning, campaign: asked })
  const demandedChance = demandedChanceOf(planning)
  const atHand = { demandedChance, campaign, built, chosen: result.chosen, value: result.value, tell }
  const sensitivity = askBudgets(atHand)
  planning.tell(DONE.sensitivity)
  const alternatives = planAlternatives({ ...atHand, pool, kpis, chanceOf: (ids) => leastChanceOf(pickChosen(pool, ids), planning) })
  planning.tell(1)
  return {
    ...result,
    chosen: listCreators(pool, result.chosen),
    ...splitReasons([
      ...joinReasons(result),
      ...built.because,
      ...explainDays(campaign, asOf),
      ...explainKpis(campaign, kpis, budgetFor),
      ...explainGaps(chosen),
    ]),
    creators: chosen
      .toSorted((a, b) => b.costFen - a.costFen || (a.id < b.id ? -1 : 1))
      .map((candidate) => ({ ...describeCreator(candidate), perView: [...planning.perViewOf(candidate)] })),
    left: [...tellLeftOut(pool), ...others.map((candidate) => explainLeft(candidate, { leftFen, reserve }))],
    reserve,
    reserveByRole: rankByRole(built, pool, result.chosen),
    kpis,
    reach: rangeReach(chosen, audiences),
    overlap: mapOverlap(chosen, audiences),
    costByTier: costTiers(chosen, planning.drawOf),
    costPer: forecastCosts(chosen, planning.drawOf),
    audience: planning.segments.map(({ id, size }) => ({ id, size })),
    curve: drawCurve(built, pool, result.chosen),
    certificate: certify(result),
    sensitivity,
    alternatives,
    budgetFor,
    resolved,
    feeRoomFen: chosen.reduce((sum, { feeRoomFen }) => sum + feeRoomFen, 0),
  }
}

function tellShort(options: readonly string[], result: MixResult, planning: Planning): ShortPlan {
  const { pool, built } = planning
  const [before, after] = [listCreators(pool, result.chosen), listCreators(pool, options)]
  const chosen = pickChosen(pool, options)
  return {
    chosen: after,
    formats: chosen.map(({ id, quote }) => ({ id, format: quote.format })),
    ...weighMix(built.problem, options),
    kpis: forecastKpis(chosen, planning),
    joins: after.filter((id) => !before.includes(id)),
    leaves: before.filter((id) => !after.includes(id)),
  }
}

/** The creators of these options, in their order. */
function listCreators(pool: Pool, options: readonly string[]): string[] {
  const creators = new Map(pickChosen(pool, options).map(({ option, id }) => [option, id]))
  return [...new Set(options.map((option) => creators.get(option) ?? option))]
}

/** Every creator once, by the cheapest option: whoever does not fit with it fits with none. */
function listCheapest({ candidates }: Pool): PlanCandidate[] {
  const cheapest = new Map<string, PlanCandidate>()
  const costOf = ({ costFen, feeRoomFen }: PlanCandidate) => costFen + feeRoomFen
  for (const candidate of candidates) {
    const held = cheapest.get(candidate.id)
    if (held === undefined || costOf(candidate) < costOf(held)) cheapest.set(candidate.id, candidate)
  }
  return [...cheapest.values()]
}

const tellLeftOut = ({ left }: Pool): PlanResult['left'] => left.map(({ id, because: { en, zh } }) => ({ id, because: en, becauseZh: zh }))

/** The chance that the campaign demands, by the draws that the plan's ranges are told from. */
function demandedChanceOf(planning: Planning): ChanceOf | undefined {
  const chance = planning.campaign.constraints?.chance
  return chance == null ? undefined : (ids) => chanceOfTarget(chance, pickChosen(planning.pool, ids), planning)
}

function pickChosen({ candidates }: Pool, options: readonly string[]): PlanCandidate[] {
  const members = new Set(options)
  return candidates.filter(({ option }) => members.has(option))
}

function findBudgets(planning: Planning, result: MixResult, kpis: PlanResult['kpis']): PlanResult['budgetFor'] {
  const { campaign, pool } = planning
  const demandedChance = demandedChanceOf(planning)
  const chance = leastChance(kpis)
  if (chance === null || chance >= 0.5) return { p50Fen: null, p80Fen: null }
  const tried = new Map<number, number>()
  const chanceAt = (budgetFen: number) => {
    const known = tried.get(budgetFen)
    if (known !== undefined) return known
    const asked = { ...campaign, budgetFen }
    const sketch = sketchMix(withBudget(planning.built, asked), demandedChance)
    const found = sketch === null ? 0 : (leastChanceOf(pickChosen(pool, sketch), planning) ?? 0)
    tried.set(budgetFen, found)
    return found
  }
  const mostFen = pool.candidates.reduce((sum, { costFen, feeRoomFen }) => sum + costFen + feeRoomFen, 0)
  const ask = (atLeast: number) => findBudget({ fromFen: result.costFen, mostFen, atLeast }, chanceAt)
  return { p50Fen: ask(0.5), p80Fen: ask(0.8) }
}
