import { gainOf, startPick } from './mix-pick.ts'
import { modelOf } from './model-of.ts'
import type { MixProblemInput } from './schema.ts'

/** Candidates outside a plan by what each would add to it per fen, best first; rivals of the chosen and never-haves left out. */
export function rankNext(input: MixProblemInput, chosen: readonly string[]): { id: string; gain: number }[] {
  const model = modelOf(input)
  const members = new Set(chosen)
  const pick = startPick(
    model,
    model.ids.flatMap((id, index) => (members.has(id) ? [index] : [])),
  )
  return model.ids
    .map((id, index) => ({ id, index, gain: gainOf(pick, index), perFen: gainOf(pick, index) / Math.max(1, model.costFen[index] ?? 0) }))
    .filter(({ index, gain }) => pick.chosen[index] === 0 && model.banned[index] === 0 && pick.blocked[index] === 0 && gain > 0)
    .sort((a, b) => b.perFen - a.perFen || a.index - b.index)
    .map(({ id, gain }) => ({ id, gain }))
}
