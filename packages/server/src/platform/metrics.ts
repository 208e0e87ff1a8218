const BUCKETS_MS = [10, 50, 100, 500, 1000, 5000]

interface Series {
  count: number
  sumMs: number
  readonly buckets: number[]
}
const series = new Map<string, Series>()

/** Counts one answered request; paths stay out, so that the number of series is bounded. */
export function countRequest(method: string, status: number, elapsedMs: number): void {
  const key = `method="${method}",status="${status}"`
  const entry = series.get(key) ?? { count: 0, sumMs: 0, buckets: BUCKETS_MS.map(() => 0) }
  entry.count += 1
  entry.sumMs += elapsedMs
  for (const [index, limitMs] of BUCKETS_MS.entries()) if (elapsedMs <= limitMs) entry.buckets[index] = (entry.buckets[index] ?? 0) + 1
  series.set(key, entry)
}

/** The numbers in Prometheus' text format. */
export function presentMetrics(): string {
  const lines = ['# HELP kolibra_request_seconds Time to answer HTTP requests.', '# TYPE kolibra_request_seconds histogram']
  for (const [labels, { count, sumMs, buckets }] of series) {
    for (const [index, limitMs] of BUCKETS_MS.entries())
      lines.push(`kolibra_request_seconds_bucket{${labels},le="${limitMs / 1000}"} ${buckets[index] ?? 0}`)
    lines.push(`kolibra_request_seconds_bucket{${labels},le="+Inf"} ${count}`)
    lines.push(`kolibra_request_seconds_sum{${labels}} ${sumMs / 1000}`, `kolibra_request_seconds_count{${labels}} ${count}`)
  }
  lines.push('# HELP process_resident_memory_bytes Resident memory.', '# TYPE process_resident_memory_bytes gauge')
  lines.push(`process_resident_memory_bytes ${process.memoryUsage.rss()}`, '')
  return lines.join('\n')
}
