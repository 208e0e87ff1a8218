import { buildMixModel } from './mix-model.ts'
import { startPick, valueOf } from './mix-pick.ts'
import { mixProblemSchema, type MixProblemInput } from './schema.ts'

/** Cost in fen and value of a given set of candidates under a problem's own formula; ids it does not know count nothing. */
export function weighMix(input: MixProblemInput, chosen: readonly string[]): { costFen: number; value: number } {
  const model = buildMixModel(mixProblemSchema.parse(input))
  const members = new Set(chosen)
  const pick = startPick(
    model,
    model.ids.flatMap((id, index) => (members.has(id) ? [index] : [])),
  )
  return { costFen: pick.costFen, value: valueOf(pick) }
}
