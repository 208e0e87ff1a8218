import type { Metric } from '../schema.ts'

/** All that is held of one number: the same thing counted over the same period, as each source and date has it. */
export interface NumberGroup {
  readonly name: string
  readonly noteType: Metric['noteType']
  readonly flow: Metric['flow']
  readonly period: string | null
  /** Newest first; observations without a date last. */
  readonly values: readonly Metric[]
  /** The newest value of each source, when they differ by more than a twentieth: neither is preferred. A source with several columns disputes nothing. */
  readonly isDisputed: boolean
}

/** Sources round and count on different days; a smaller difference is no dispute [A]. */
const MOST_ALIKE = 0.05

/** Groups an account's numbers by what they say, so that sources that disagree stand side by side. In the order of first appearance. */
export function groupNumbers(metrics: readonly Metric[]): NumberGroup[] {
  const groups = new Map<string, Metric[]>()
  for (const metric of metrics) {
    const key = JSON.stringify([metric.name, metric.noteType, metric.flow, metric.period])
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [metric])
    else known.push(metric)
  }
  return [...groups.values()].flatMap((group) => {
    const values = group.toSorted(byNewest)
    const [first] = values
    if (first === undefined) return []
    const { name, noteType, flow, period } = first
    return [{ name, noteType, flow, period, values, isDisputed: isDisputed(values) }]
  })
}

function byNewest(a: Metric, b: Metric): number {
  const [momentA, momentB] = [a.observedAt ?? '', b.observedAt ?? '']
  return momentA === momentB ? 0 : momentA < momentB ? 1 : -1
}

function isDisputed(newestFirst: readonly Metric[]): boolean {
  // One source with several columns says several things: a cost per length of video, not a dispute.
  const columns = new Set(newestFirst.map(({ source, tab, column }) => JSON.stringify([source, tab, column])))
  if (columns.size > new Set(newestFirst.map(({ source }) => source)).size) return false
  const bySource = new Map<string, number>()
  for (const { source, value } of newestFirst) if (value !== null && !bySource.has(source)) bySource.set(source, value)
  const values = [...bySource.values()]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return values.length > 1 && high - low > MOST_ALIKE * Math.max(Math.abs(low), Math.abs(high))
}
