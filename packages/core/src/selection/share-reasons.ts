import { joinReasons, say, splitReasons, type Localized } from '../shared/index.ts'
import type { PlanResult } from './schema.ts'

type Creator = PlanResult['creators'][number]

/** The creators of a plan without the reasons that every one of them has, and those reasons, each once. */
export interface SharedReasons {
  readonly shared: readonly Localized[]
  readonly creators: Creator[]
}

// Of two creators the reasons are read side by side.
const LEAST_CREATORS = 3

/** Takes out of the reasons of each creator what is said of all of them word for word: said twenty times it hides the rest. */
export function shareReasons(creators: readonly Creator[]): SharedReasons {
  const [first, ...others] = creators
  if (first === undefined || creators.length < LEAST_CREATORS) return { shared: [], creators: [...creators] }
  const isOfAll = (line: string) => others.every(({ because }) => because.includes(line))
  const common = joinReasons(first).filter(({ en }) => isOfAll(en))
  const taken = new Set(common.map(({ en }) => en))
  const shared = common.map(({ en, zh }) => say(`Of each of the ${creators.length}: ${en}`, `${creators.length} 位均为：${zh}`))
  return {
    shared,
    creators: creators.map((one) => ({ ...one, ...splitReasons(joinReasons(one).filter(({ en }) => !taken.has(en))) })),
  }
}
