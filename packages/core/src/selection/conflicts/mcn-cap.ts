import type { Account } from '../../creators/index.ts'
import type { MixProblemInput } from '../../planning/index.ts'
import { MOST_OF_ONE_MCN } from './conflict-table.ts'

/** A house as sources write it: width, case and spaces do not make another. Null: not known, which caps nothing. */
export function mcnOf({ mcn }: Pick<Account, 'mcn'>): string | null {
  const name = (mcn ?? '').normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
  return name === '' ? null : name
}

const GROUP = 'mcn '

/** The group of a mix problem that creators of one MCN make. */
export const mcnGroup = (account: Pick<Account, 'mcn'>): string[] => {
  const name = mcnOf(account)
  return name === null ? [] : [`${GROUP}${name}`]
}

/** A candidate of a mix problem as far as the cap goes. */
type Grouped = Pick<MixProblemInput['candidates'][number], 'id' | 'costFen' | 'groups'>

/**
 * Caps on the share of the budget for each MCN that could exceed it at all: an idle constraint only costs time. One creator alone is no
 * concentration and must-haves are wished, so a cap never shuts either out.
 */
export function mcnConstraints(
  candidates: readonly Grouped[],
  { budgetFen, mustHave }: { readonly budgetFen: number; readonly mustHave: readonly string[] },
): NonNullable<MixProblemInput['constraints']> {
  const houses = new Map<string, Grouped[]>()
  for (const candidate of candidates)
    for (const group of candidate.groups ?? []) {
      if (!group.startsWith(GROUP)) continue
      const held = houses.get(group)
      if (held === undefined) houses.set(group, [candidate])
      else held.push(candidate)
    }
  const sum = (list: readonly Grouped[]) => list.reduce((total, { costFen }) => total + costFen, 0)
  return [...houses].flatMap(([group, own]) => {
    const wished = own.filter(({ id }) => mustHave.includes(id))
    const mostFen = Math.max(MOST_OF_ONE_MCN * budgetFen, sum(wished), ...own.map(({ costFen }) => costFen))
    return own.length < 2 || sum(own) <= mostFen || mostFen >= budgetFen ? [] : [{ group, maxShare: mostFen / budgetFen }]
  })
}

/** One booking and whose house it is. */
export interface McnBooking {
  readonly account: Pick<Account, 'mcn'>
  readonly costFen: number
}

/** What creators of each known MCN cost together, dearest first. */
export function sumByMcn(bookings: readonly McnBooking[]): { readonly mcn: string; readonly costFen: number; readonly n: number }[] {
  const sums = new Map<string, { costFen: number; n: number }>()
  for (const { account, costFen } of bookings) {
    const mcn = mcnOf(account)
    if (mcn === null) continue
    const held = sums.get(mcn) ?? { costFen: 0, n: 0 }
    sums.set(mcn, { costFen: held.costFen + costFen, n: held.n + 1 })
  }
  return [...sums].map(([mcn, sum]) => ({ mcn, ...sum })).toSorted((a, b) => b.costFen - a.costFen || (a.mcn < b.mcn ? -1 : 1))
}
