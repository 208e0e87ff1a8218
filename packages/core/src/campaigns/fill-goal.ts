import type { Goal, Kpi } from './schema.ts'

/**
 * A goal with what an earlier one proposes where nothing was stated: baselines of KPIs that have none, and KPIs and guard-rails that are
 * not there yet. What a person stated stays as it is; without a goal the proposal is the goal.
 */
export function fillGoal(own: Goal | null, proposed: Goal): Goal {
  if (own === null) return proposed
  const kpis = own.kpis.map((kpi) => fillBaseline(kpi, proposed.kpis))
  const rails = own.guardRails ?? []
  return {
    ...own,
    kpis: [...kpis, ...proposed.kpis.filter(({ name }) => !own.kpis.some((kpi) => kpi.name === name))],
    guardRails: [...rails, ...(proposed.guardRails ?? []).filter(({ metric }) => !rails.some((rail) => rail.metric === metric))],
  }
}

function fillBaseline(kpi: Kpi, proposed: readonly Kpi[]): Kpi {
  if (kpi.baseline !== null) return kpi
  // Counted in another unit it says nothing of this one.
  const alike = proposed.find(({ name, unit }) => name === kpi.name && unit === kpi.unit)
  if (alike === undefined || alike.baseline === null) return kpi
  return { ...kpi, baseline: alike.baseline, baselineBasis: alike.baselineBasis ?? null }
}
