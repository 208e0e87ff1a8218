import type { Account, Metric } from '@kolibra/core/creators'

/** One row of `creator_observations` before it has an id. Tab '' stands for a source without tabs. */
export interface ObservationDraft {
  readonly kind: 'profile' | 'metrics' | 'quotes' | 'posts'
  readonly source: string
  readonly tab: string
  readonly period: string | null
  readonly noteType: string | null
  readonly flow: string | null
  readonly observedAt: string | null
  readonly values: unknown
}

/** The shared parts of a column's numbers, once per import. */
export interface ColumnPassport {
  readonly column: string
  readonly metric: string
  readonly tab: string
  readonly unit: string
  readonly proof: string
  readonly definition: string | null
  readonly formula: string | null
  readonly period: string | null
  readonly noteType: string | null
  readonly flow: string | null
}

/**
 * Splits an account into observation rows: one per tab × period × note type × flow × as-of, with the values in it. What is not said to be
 * of another time is as of `now`.
 */
export function splitAccount(account: Account, { source, now }: { source: string; now: string }): ObservationDraft[] {
  const { creatorType, followers, categories, mcn, commerce, community, actsAs, audience, brands } = account
  const timed = <T extends { readonly observedAt: string | null }>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, observedAt: item.observedAt ?? now }))
  const [metrics, quotes, posts] = [timed(account.metrics), timed(account.quotes), timed(account.posts)]
  const plain = { source, tab: '', period: null, noteType: null, flow: null, observedAt: now }
  const profile = { creatorType, followers, categories, mcn, commerce, community, actsAs, audience, brands }
  return [
    { ...plain, kind: 'profile', values: profile },
    ...groupMetrics(metrics),
    ...(quotes.length > 0 ? [{ ...plain, kind: 'quotes' as const, values: quotes }] : []),
    ...(posts.length > 0 ? [{ ...plain, kind: 'posts' as const, values: posts }] : []),
  ]
}

function groupMetrics(metrics: readonly Metric[]): ObservationDraft[] {
  const groups = new Map<string, Metric[]>()
  for (const metric of metrics) {
    const key = JSON.stringify([metric.source, metric.tab, metric.period, metric.noteType, metric.flow, metric.observedAt])
    groups.set(key, [...(groups.get(key) ?? []), metric])
  }
  return [...groups.values()].flatMap((group) => {
    const first = group[0]
    if (first === undefined) return []
    const { source, tab, period, noteType, flow, observedAt } = first
    // No column of an import keeps the passport of what was typed.
    const values = group.map(({ column, name, value, low, high, unit, proof, definition, formula }) => {
      return { column, name, value, low, high, unit, proof, definition, formula }
    })
    return [{ kind: 'metrics' as const, source, tab: tab ?? '', period, noteType, flow, observedAt, values }]
  })
}
