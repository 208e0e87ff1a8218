import type { MixModel } from './mix-model.ts'

/** The same problem with only these candidates; `keep` holds their positions, rising. Limits keep their place and their size. */
export function narrowModel(model: MixModel, keep: Int32Array): MixModel {
  const place = new Int32Array(model.ids.length).fill(-1)
  keep.forEach((index, at) => (place[index] = at))
  const move = (list: readonly number[]) =>
    list.flatMap((index) => {
      const at = place[index] ?? -1
      return at < 0 ? [] : [at]
    })
  const pick = <T>(list: readonly T[]): T[] => Array.from(keep, (index) => list[index]).filter((one) => one !== undefined)
  return {
    ...model,
    ids: pick(model.ids),
    costFen: Float64Array.from(keep, (index) => model.costFen[index] ?? 0),
    value: Float64Array.from(keep, (index) => model.value[index] ?? 0),
    segments: pick(model.segments),
    reach: pick(model.reach),
    limits: model.limits.map((limit) => ({ ...limit, members: move(limit.members) })),
    limitsOf: pick(model.limitsOf),
    rivals: pick(model.rivals).map(move),
    options: model.options.map(move).filter((own) => own.length > 1),
    banned: Uint8Array.from(keep, (index) => model.banned[index] ?? 0),
    must: move(model.must),
  }
}
