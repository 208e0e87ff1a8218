import type { PlanAsk } from '@kolibra/core/selection'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fetchIfThere, fetchJson, postJson, removeAt } from '../../api.ts'

/** How far a planning is. */
export interface PlanRun {
  readonly id: string
  readonly state: 'waiting' | 'solving' | 'keeping' | 'done' | 'cancelled' | 'refused' | 'failed'
  /** How much of the solving is done, 0–1; null before it begins. */
  readonly share: number | null
  readonly planId: string | null
  readonly isAdopted: boolean
  readonly code: string | null
}

const OPEN: readonly (PlanRun['state'] | undefined)[] = ['waiting', 'solving', 'keeping']
const isOpen = (run: Pick<PlanRun, 'state'> | null | undefined) => OPEN.includes(run?.state)
const ASK_AGAIN_MS = 300

/** The planning that goes on for a campaign: begin one, see how far it is, call it off. It is found again after a reload. */
export function usePlanRun(campaignId: string, onMade: (planId: string) => void) {
  const client = useQueryClient()
  const [runId, setRunId] = useState<string | null>(null)
  const line = `/campaigns/${campaignId}/plan-runs`
  const open = useQuery({ queryKey: ['plan-runs', campaignId], queryFn: () => fetchJson<{ items: readonly PlanRun[] }>(line) })
  const followed = runId ?? open.data?.items[0]?.id ?? null
  const run = useQuery({
    queryKey: ['plan-runs', campaignId, followed],
    queryFn: () => fetchIfThere<PlanRun>(`${line}/${followed ?? ''}`),
    enabled: followed !== null,
    refetchInterval: ({ state }) => (isOpen(state.data) ? ASK_AGAIN_MS : false),
  })
  const { state, planId } = run.data ?? {}
  useEffect(() => {
    if (state === undefined || isOpen({ state })) return
    void client.invalidateQueries({ queryKey: ['campaign', campaignId] })
    if (planId) onMade(planId)
    // What is told once is not told again when the page is drawn anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state, planId])
  const begin = useMutation({
    mutationFn: (ask: Partial<PlanAsk>) => postJson<PlanRun>(line, ask),
    onSuccess: ({ id }) => setRunId(id),
  })
  const cancel = useMutation({
    mutationFn: () => removeAt(`${line}/${followed ?? ''}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['plan-runs', campaignId] }),
  })
  return { run: run.data ?? null, isRunning: isOpen(run.data) || begin.isPending, begin, cancel, follow: setRunId }
}
export type PlanRunning = ReturnType<typeof usePlanRun>
