import { useQuery } from '@tanstack/react-query'
import type { BacktestAnswer, KeptForecasts } from '@kolibra/core/reports'
import { fetchJson } from '../../api.ts'

export function useForecastRecord() {
  return useQuery({ queryKey: ['forecast-record'], queryFn: () => fetchJson<KeptForecasts>('/forecast-record') })
}

export function useBacktest(metric: BacktestAnswer['metric']) {
  return useQuery({
    queryKey: ['forecast-backtest', metric],
    queryFn: () => fetchJson<BacktestAnswer>(`/forecast-backtest?metric=${metric}`),
  })
}
