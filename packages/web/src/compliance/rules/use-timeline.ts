import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Localized } from '@kolibra/core/shared'
import { fetchJson, queryOf } from '../../api.ts'

export interface TimelineEntry {
  readonly id: string
  readonly kind: 'rule' | 'fact'
  readonly title: Localized
}

/** A day on which a source changed what is judged. */
export interface TimelineChange {
  readonly date: string
  /** False when only the month is known. */
  readonly isDayKnown: boolean
  readonly source: string
  readonly started: readonly TimelineEntry[]
  readonly ended: readonly TimelineEntry[]
}

export function useTimeline(platform: string | undefined) {
  return useQuery({
    queryKey: ['rule-timeline', platform],
    queryFn: () => fetchJson<{ items: TimelineChange[]; today: string }>(`/rules/timeline${queryOf({ platform })}`),
    placeholderData: keepPreviousData,
  })
}
