import type { MixModel } from './mix-model.ts'
import { breaksLimits, listChosen, listUnmet, startPick, valueOf, type MixPick } from './mix-pick.ts'
import { listDemands, listUnmetDemands, type ChanceOf } from './mix-demand.ts'
import { modelOf } from './model-of.ts'
import { mixProblemSchema, type MixProblemInput } from './schema.ts'

/** Cost in fen and value of a given set of candidates under a problem's own formula; ids it does not know count nothing. */
export function weighMix(input: MixProblemInput, chosen: readonly string[]): { costFen: number; value: number } {
  const pick = pickSet(modelOf(input), chosen)
  return { costFen: pick.costFen, value: valueOf(pick) }
}

/** Whether a given set meets budget, constraints, minimums and chance of a problem; a set with an id it does not know does not. */
export function fitsMix(input: MixProblemInput, chosen: readonly string[], chanceOf?: ChanceOf): boolean {
  const model = modelOf(input)
  const pick = pickSet(model, chosen)
  const hasMust = model.missingMust.length === 0 && model.must.every((member) => pick.chosen[member] === 1)
  const isWhole = pick.size === new Set(chosen).size
  if (!isWhole || !hasMust || breaksLimits(pick) || listUnmet(pick).length > 0) return false
  return isWorthIt(input, pick, chanceOf)
}

function isWorthIt(input: MixProblemInput, pick: MixPick, chanceOf: ChanceOf | undefined): boolean {
  if (input.minimum == null && input.chance == null) return true
  const demands = listDemands(mixProblemSchema.parse(input), pick.model, chanceOf)
  const isRich = valueOf(pick) >= (input.minimum?.value ?? 0) - 1e-9
  return isRich && listUnmetDemands(demands, listChosen(pick)).length === 0
}

function pickSet(model: MixModel, chosen: readonly string[]): MixPick {
  const members = new Set(chosen)
  return startPick(
    model,
    model.ids.flatMap((id, index) => (members.has(id) ? [index] : [])),
  )
}
