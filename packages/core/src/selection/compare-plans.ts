import type { PlanResult } from './schema.ts'

/** A number in two plans; `change` is null where either is not known. */
export interface ComparedNumber {
  readonly before: number | null
  readonly after: number | null
  readonly change: number | null
}

/** What differs between two plans: sums in fen, value in points, KPIs in their own unit, chances 0–1. */
export interface PlanComparison {
  readonly costFen: ComparedNumber
  readonly value: ComparedNumber
  readonly kpis: readonly { readonly name: string; readonly unit: string; readonly p50: ComparedNumber; readonly pTarget: ComparedNumber }[]
  readonly joins: readonly string[]
  readonly leaves: readonly string[]
}

/** Holds a plan against another. A refused plan has no numbers: they are unknown, not 0. */
export function comparePlans(before: PlanResult, after: PlanResult): PlanComparison {
  const numberOf = (read: (plan: PlanResult) => number | null | undefined) => compare(ask(before, read), ask(after, read))
  const kpiOf = (plan: PlanResult, name: string) => plan.kpis.find((kpi) => kpi.name === name)
  const named = [...new Map([...before.kpis, ...after.kpis].map(({ name, unit }) => [name, unit])).entries()]
  return {
    costFen: numberOf(({ costFen }) => costFen),
    value: numberOf(({ value }) => value),
    kpis: named.map(([name, unit]) => ({
      name,
      unit,
      p50: numberOf((plan) => kpiOf(plan, name)?.p50),
      pTarget: numberOf((plan) => kpiOf(plan, name)?.pTarget),
    })),
    joins: after.chosen.filter((id) => !before.chosen.includes(id)),
    leaves: before.chosen.filter((id) => !after.chosen.includes(id)),
  }
}

const ask = (plan: PlanResult, read: (plan: PlanResult) => number | null | undefined) =>
  plan.infeasible === null ? (read(plan) ?? null) : null

function compare(before: number | null, after: number | null): ComparedNumber {
  return { before, after, change: before === null || after === null ? null : after - before }
}
