import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SeriesMetricName, SeriesValue, TypedDays } from '@kolibra/core/campaigns'
import type { Localized } from '@kolibra/core/shared'
import { fetchJson, postJson, queryOf, removeAt } from '../api.ts'

/** One series of the brand in the list. */
export interface SeriesLine {
  readonly subject: string
  readonly metric: SeriesMetricName
  readonly unit: string
  readonly days: number
  readonly from: string
  readonly to: string
}

export interface SeriesDay {
  readonly day: string
  readonly stands: SeriesValue
  readonly others: readonly SeriesValue[]
}

/** What the series say of one KPI. */
export interface BaselineRecord {
  readonly name: string
  readonly metric: SeriesMetricName | null
  readonly subjects: readonly string[]
  readonly wanted: readonly string[]
  readonly sources: readonly string[]
  readonly value: number | null
  readonly perDay: number | null
  readonly n: number | null
  readonly from: string | null
  readonly to: string | null
  readonly formula: Localized
  readonly because: readonly Localized[]
}

export type SeriesKey = Pick<SeriesLine, 'subject' | 'metric'>

export function useSeries() {
  return useQuery({ queryKey: ['series'], queryFn: () => fetchJson<{ items: SeriesLine[] }>('/series') })
}

export function useSeriesDays(key: SeriesKey) {
  return useQuery({
    queryKey: ['series', key.metric, key.subject],
    queryFn: () => fetchJson<{ items: SeriesDay[] }>(`/series/values${queryOf({ ...key })}`),
  })
}

export function useBaselines(campaignId: string) {
  return useQuery({
    queryKey: ['campaign', campaignId, 'baselines'],
    queryFn: () => fetchJson<{ items: BaselineRecord[] }>(`/campaigns/${campaignId}/baselines`),
  })
}

/** The baseline of a KPI that is only being written, asked for when wanted. */
export function useMeasure(campaignId: string | null) {
  return useMutation({
    mutationFn: async (draft: { kpi: string; deadline: string; subjects: string }) =>
      campaignId === null
        ? null
        : ((await fetchJson<{ items: BaselineRecord[] }>(`/campaigns/${campaignId}/baselines${queryOf(draft)}`)).items[0] ?? null),
  })
}

/** Series feed baselines and reports of every campaign of the brand. */
function useRefreshSeries() {
  const client = useQueryClient()
  return () => Promise.all(['series', 'campaign'].map((key) => client.invalidateQueries({ queryKey: [key] })))
}

export function useTypeDays() {
  const refresh = useRefreshSeries()
  return useMutation({ mutationFn: (typed: TypedDays) => postJson<unknown>('/series/values', typed), onSettled: refresh })
}

export function useWithdrawDay() {
  const refresh = useRefreshSeries()
  return useMutation({ mutationFn: (id: string) => removeAt(`/series/values/${id}`), onSettled: refresh })
}
