import { PLANNED_KPIS } from '@kolibra/core/campaigns'
import type { PlanAsk } from '@kolibra/core/selection'
import { parseNumber } from '../../ui/parse-number.ts'

export type Demands = NonNullable<PlanAsk['demands']>
type PlannedKpi = (typeof PLANNED_KPIS)[number]

/** Minimums and a chance as people type them; empty: not asked for. The chance is in percent. */
export interface DemandForm {
  readonly minimum: Readonly<Record<PlannedKpi, string>>
  readonly kpi: PlannedKpi
  readonly target: string
  readonly percent: string
}

const tell = (amount: number | undefined) => (amount === undefined ? '' : String(amount))

/** What is demanded, as a form. */
export function formOfDemands({ minimum, chance }: Demands): DemandForm {
  return {
    minimum: { views: tell(minimum?.views), reach: tell(minimum?.reach), interactions: tell(minimum?.interactions) },
    kpi: chance?.kpi ?? 'views',
    target: tell(chance?.target),
    percent: chance == null ? '' : String(Math.round(chance.atLeast * 1e4) / 100),
  }
}

/** Reads the form; null while something in it is no number, or half of the chance is missing. */
export function readDemands({ minimum, kpi, target, percent }: DemandForm): Demands | null {
  const typed = PLANNED_KPIS.flatMap((name) => (minimum[name].trim() === '' ? [] : [[name, parseNumber(minimum[name])] as const]))
  if (typed.some(([, amount]) => amount === null || amount <= 0)) return null
  const minimums = Object.fromEntries(typed)
  if (target.trim() === '' && percent.trim() === '') return { minimum: minimums, chance: null }
  const [amount, share] = [parseNumber(target), parseNumber(percent)]
  if (amount === null || amount <= 0 || share === null || share < 0 || share > 100) return null
  return { minimum: minimums, chance: { kpi, target: amount, atLeast: share / 100 } }
}

/** How many things are demanded. */
export const countDemands = ({ minimum, chance }: Demands): number =>
  Object.values(minimum ?? {}).filter((amount) => amount !== undefined).length + Number(chance != null)
