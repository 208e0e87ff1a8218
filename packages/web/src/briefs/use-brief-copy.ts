import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Brief } from '@kolibra/core/briefs'
import { useEffect, useRef, useState } from 'react'
import { ApiError, fetchJson, postJson, putJson, removeAt } from '../api.ts'

/** The working copy as the server keeps it; revision 0 is none. */
export interface BriefCopy {
  readonly revision: number
  readonly brief: Partial<Brief> | null
  readonly editedBy: string | null
  readonly editedAt: string | null
}

const pathOf = (campaignId: string) => `/campaigns/${campaignId}/brief-copy`
const keyOf = (campaignId: string) => ['brief-copy', campaignId]

/** The copy as it stands when the form opens; it is never asked again behind the back of whoever types. */
export function useBriefCopy(campaignId: string) {
  return useQuery({
    queryKey: keyOf(campaignId),
    queryFn: () => fetchJson<BriefCopy>(pathOf(campaignId)),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Throws the copy away. */
export function useDropCopy(campaignId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (revision: number) => removeAt(`/campaigns/${campaignId}/brief-copies/${revision}`),
    onSettled: () => client.removeQueries({ queryKey: keyOf(campaignId) }),
  })
}

export interface Editor {
  readonly id: string
  readonly name: string | null
}

const HEARTBEAT_MS = 20_000

/** Says every 20 s that the form is open, and who else has it open. */
export function useOtherEditors(campaignId: string): readonly Editor[] {
  const { data } = useQuery({
    queryKey: ['brief-editors', campaignId],
    queryFn: () => postJson<{ editors: readonly Editor[] }>(`/campaigns/${campaignId}/brief-editors`, {}),
    refetchInterval: HEARTBEAT_MS,
    gcTime: 0,
  })
  return data?.editors ?? []
}

/** What became of the last thing typed. */
export type SaveState = 'saved' | 'typing' | 'saving' | 'raced' | 'failed'
const QUIET_MS = 1200
const RETRY_MS = 5000

/** Keeps the copy a moment after the last key; of two who type at once the slower one is told, and nothing is written over. */
export function useAutosave(campaignId: string, brief: Brief, opened: BriefCopy) {
  const [state, setState] = useState<SaveState>('saved')
  const revision = useRef(opened.revision)
  const kept = useRef(brief)
  useEffect(() => {
    if (brief === kept.current || state === 'raced' || state === 'saving') return undefined
    if (state !== 'failed') setState('typing')
    const timer = setTimeout(
      () => {
        setState('saving')
        putJson<BriefCopy>(pathOf(campaignId), { revision: revision.current, brief })
          .then((copy) => {
            revision.current = copy.revision
            kept.current = brief
            setState('saved')
          })
          .catch((error: unknown) => setState(error instanceof ApiError && error.problem.code === 'state.lost_race' ? 'raced' : 'failed'))
      },
      state === 'failed' ? RETRY_MS : QUIET_MS,
    )
    return () => clearTimeout(timer)
  }, [brief, campaignId, state])
  /** After a race: writes over what stands there, or takes it. */
  const settle = async (isMine: boolean): Promise<Brief> => {
    const copy = await fetchJson<BriefCopy>(pathOf(campaignId))
    revision.current = copy.revision
    const next = isMine ? brief : { ...brief, ...copy.brief }
    if (!isMine) kept.current = next
    setState(isMine ? 'typing' : 'saved')
    return next
  }
  return { state, settle, revision }
}
