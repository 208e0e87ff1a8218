import { buildMixModel, type MixModel } from './mix-model.ts'
import { mixProblemSchema, type MixProblemInput } from './schema.ts'

const built = new WeakMap<MixProblemInput, MixModel>()

/** The model of a problem as it was given, made once: one problem is asked hundreds of times who would fit. Problems are never changed. */
export function modelOf(input: MixProblemInput): MixModel {
  const known = built.get(input)
  if (known !== undefined) return known
  const model = buildMixModel(mixProblemSchema.parse(input))
  built.set(input, model)
  return model
}
