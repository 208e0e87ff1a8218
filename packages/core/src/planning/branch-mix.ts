import { listUnmet, breaksLimits, startPick, valueOf, type MixPick } from './mix-pick.ts'
import type { MixModel } from './mix-model.ts'
import { relaxMix, type RelaxedMix } from './relax-mix.ts'
import { roundRelaxed } from './shake-mix.ts'

/** Who is worth deciding: a part of it moves at least this share of the budget. */
const LEAST_MOVED = 0.01
/** Entries of the reach table that all branches may go through, and the least and most of them. */
const WORK = 40_000_000
const LEAST_NODES = 16
const MOST_NODES = 200
/** After so many branches the gap has to have shrunk by a fifth, else it is not dear creators that keep it open. */
const TRIAL_NODES = 24
const ROUNDS = 30
/** Nearer than this to the bound is near enough. */
const CLOSE = 2e-4

interface Node {
  readonly model: MixModel
  readonly relaxed: RelaxedMix
}

/** A bound that holds for every plan, and the best plan met on the way; null when no rounding was complete. */
export interface BranchedMix {
  readonly bound: number
  readonly best: MixPick | null
}

/**
 * Tightens the relaxation where it takes part of somebody dear: in one branch that creator is in, in the other out, the
 * loosest branch first. A star that half fits is what a fractional bound is loosest about.
 * @param known value of a plan at hand: branches that cannot beat it are done
 */
export function branchMix(model: MixModel, root: RelaxedMix, { known, hasTime }: { known: number; hasTime: () => boolean }): BranchedMix {
  const open: Node[] = [{ model, relaxed: root }]
  let best: MixPick | null = null
  let atLeast = known
  const most = Math.max(LEAST_NODES, Math.min(MOST_NODES, Math.floor(WORK / (2 * ROUNDS * (root.flat.segments.length + model.ids.length)))))
  for (let count = 0; count < most && hasTime(); count += 1) {
    const loosest = open.reduce((top, node, at) => (node.relaxed.bound > (open[top]?.relaxed.bound ?? -Infinity) ? at : top), 0)
    const node = open[loosest]
    if (node === undefined || node.relaxed.bound <= atLeast * (1 + CLOSE)) break
    if (count === TRIAL_NODES && node.relaxed.bound - atLeast > 0.8 * (root.bound - atLeast)) break
    const candidate = chooseSplit(node)
    if (candidate === null) break
    open.splice(loosest, 1)
    for (const child of splitNode(node, candidate)) {
      const relaxed = relaxMix(child, { known: atLeast, from: node.relaxed, rounds: ROUNDS })
      const bound = Math.min(relaxed.bound, node.relaxed.bound)
      open.push({ model: child, relaxed: { ...relaxed, bound } })
      const rounded = roundRelaxed(startPick(child), relaxed)
      if (listUnmet(rounded).length > 0 || breaksLimits(rounded) || valueOf(rounded) <= atLeast) continue
      best = rounded
      atLeast = valueOf(rounded)
    }
  }
  return { bound: Math.max(atLeast, ...open.map(({ relaxed }) => relaxed.bound)), best: best === null ? null : startOver(model, best) }
}

/** The candidate of which a part moves most money, or null when nobody dear is split. */
function chooseSplit({ model, relaxed }: Node): number | null {
  let [chosen, most]: [number | null, number] = [null, LEAST_MOVED * model.budgetFen]
  for (let index = 0; index < relaxed.shares.length; index += 1) {
    if (model.banned[index] === 1 || model.must.includes(index)) continue
    const share = relaxed.shares[index] ?? 0
    const moved = Math.min(share, 1 - share) * (model.costFen[index] ?? 0)
    if (moved > most) [chosen, most] = [index, moved]
  }
  return chosen
}

function splitNode({ model }: Node, candidate: number): MixModel[] {
  const banned = model.banned.slice()
  banned[candidate] = 1
  const inside: MixModel = { ...model, must: [...model.must, candidate] }
  const spentFen = inside.must.reduce((sum, member) => sum + (model.costFen[member] ?? 0), 0)
  const outside: MixModel = { ...model, banned }
  return spentFen > model.budgetFen ? [outside] : [inside, outside]
}

// The pick of a branch carries the branch's own must-haves and bans; the plan is one of the whole problem.
function startOver(model: MixModel, { chosen }: MixPick): MixPick {
  return startPick(
    model,
    model.ids.flatMap((_, index) => (chosen[index] === 1 ? [index] : [])),
  )
}
