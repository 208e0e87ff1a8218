import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { fetchJson, queryOf } from '../../api.ts'
import type { RuleEntry } from '../rule.ts'
import type { Suspension } from './use-own-rules.ts'
import type { RulesView } from './rules-view.ts'

interface RuleAnswer {
  readonly items: RuleEntry[]
  readonly total: number
  readonly version: string
  readonly suspensions: readonly Suspension[]
}

export function useRules({ q, platform, at }: RulesView) {
  return useQuery({
    queryKey: ['rules', q, platform, at],
    queryFn: ({ signal }) => fetchJson<RuleAnswer>(`/rules${queryOf({ q, platform, at })}`, signal),
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
