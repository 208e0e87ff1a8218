import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { fetchJson, queryOf } from '../api.ts'
import type { RuleEntry } from './rule.ts'
import type { RulesView } from './rules-view.ts'

export function useRules({ q, platform, at }: RulesView) {
  return useQuery({
    queryKey: ['rules', q, platform, at],
    queryFn: ({ signal }) =>
      fetchJson<{ items: RuleEntry[]; total: number; version: string }>(`/rules${queryOf({ q, platform, at })}`, signal),
    placeholderData: keepPreviousData,
  })
}

export function useRule(id: string | undefined) {
  return useQuery({
    queryKey: ['rule', id],
    queryFn: () => fetchJson<RuleEntry>(`/rules/${encodeURIComponent(id ?? '')}`),
    enabled: id !== undefined,
  })
}
