import { addTo, canAdd, gainOf, listChosen, listUnmet, removeFrom, valueOf, type MixPick } from './mix-pick.ts'

/** Adds members of short groups, making room by the cheapest loss, until every minimum holds. False when it gives up. */
export function meetMinimums(pick: MixPick): boolean {
  // Each round adds or removes one: more rounds than this means it runs in a circle.
  for (let round = 0; round < 4 * pick.model.ids.length + 4; round += 1) {
    const [unmet] = listUnmet(pick)
    if (unmet === undefined) return true
    const next = chooseMember(pick, unmet)
    if (next !== null) addTo(pick, next)
    else if (!makeRoom(pick, unmet)) return false
  }
  return false
}

function chooseMember(pick: MixPick, limit: number): number | null {
  const { limits, costFen } = pick.model
  const members = limits[limit]?.members ?? []
  let best: { candidate: number; key: number } | null = null
  for (const candidate of members) {
    if (!canAdd(pick, candidate)) continue
    const key = gainOf(pick, candidate) / Math.max(1, costFen[candidate] ?? 0)
    if (best === null || key > best.key) best = { candidate, key }
  }
  return best?.candidate ?? null
}

function makeRoom(pick: MixPick, limit: number): boolean {
  const { model } = pick
  const members = new Set(model.limits[limit]?.members)
  const value = valueOf(pick)
  let best: { candidate: number; key: number } | null = null
  for (const candidate of listChosen(pick)) {
    if (members.has(candidate) || model.must.includes(candidate) || breaksAnotherMinimum(pick, candidate)) continue
    removeFrom(pick, candidate)
    const key = (value - valueOf(pick)) / Math.max(1, model.costFen[candidate] ?? 0)
    addTo(pick, candidate)
    if (best === null || key < best.key) best = { candidate, key }
  }
  if (best === null) return false
  removeFrom(pick, best.candidate)
  return true
}

function breaksAnotherMinimum({ model, counts, costs }: MixPick, candidate: number): boolean {
  return (model.limitsOf[candidate] ?? []).some((index) => {
    const limit = model.limits[index]
    if (limit === undefined) return false
    const costFen = (costs[index] ?? 0) - (model.costFen[candidate] ?? 0)
    return (counts[index] ?? 0) - 1 < limit.minCount || costFen < limit.minCostFen
  })
}
