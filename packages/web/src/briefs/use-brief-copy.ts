import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Brief } from '@kolibra/core/briefs'
import { useEffect, useRef, useState } from 'react'
import { ApiError, fetchJson, postJson, putJson, removeAt } from '../api.ts'
import { makeCopyKeeper, type CopyKeeper, type KeepResult, type PutAnswer } from './copy-keeper.ts'
import { findRival, type BriefCopy, type Rival } from './find-rival.ts'
import { readVersions, type BriefVersion } from './use-briefs.ts'

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

/** Throws the copy away that stands at a revision; at 0 nothing was kept yet. */
export function useDropCopy(campaignId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (revision: number) => {
      if (revision > 0) await removeAt(`/campaigns/${campaignId}/brief-copies/${revision}`)
    },
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

async function putCopy(campaignId: string, next: { revision: number; after: number; brief: Brief }): Promise<PutAnswer> {
  try {
    return await putJson<BriefCopy>(pathOf(campaignId), next, { outlivesPage: true })
  } catch (error) {
    return error instanceof ApiError && error.problem.code === 'state.lost_race' ? 'raced' : 'failed'
  }
}

/** How the form opened. */
export interface OpenedBrief {
  readonly copy: BriefCopy
  readonly versions: readonly BriefVersion[]
}

const newestOf = (versions: readonly BriefVersion[]) => Math.max(0, ...versions.map(({ version }) => version))

// What was typed in the last moment is on its way before the form, the tab or the window is gone.
function useFlushOnLeaving(flush: () => void, isLost: () => boolean): void {
  const now = useRef({ flush, isLost })
  now.current = { flush, isLost }
  useEffect(() => {
    const leave = () => now.current.flush()
    const ask = (event: BeforeUnloadEvent) => {
      now.current.flush()
      if (now.current.isLost()) event.preventDefault()
    }
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', leave)
    window.addEventListener('beforeunload', ask)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('beforeunload', ask)
      leave()
    }
  }, [])
}

/**
 * Keeps the copy a moment after the last key and whenever the form is left. When another text stands in its place nothing is written
 * over: `rival` says whose, and `goOn` goes on from there with what was made of both.
 */
export function useAutosave(campaignId: string, brief: Brief, { copy, versions }: OpenedBrief) {
  const after = useRef(copy.brief === null ? newestOf(versions) : (copy.after ?? newestOf(versions)))
  const latest = useRef(brief)
  latest.current = brief
  const keeping = useRef<CopyKeeper>(null)
  keeping.current ??= makeCopyKeeper({
    revision: copy.revision,
    brief,
    put: (next) => putCopy(campaignId, { ...next, after: after.current }),
  })
  const keeper = keeping.current
  const [rival, setRival] = useState<Rival | null>(() =>
    findRival({ revision: copy.revision, after: after.current, brief }, { copy, versions }),
  )
  const [state, setState] = useState<SaveState>(rival === null ? 'saved' : 'raced')

  /** Looks whose text stands in the way; false: nobody's, what is typed here can be kept on from there. */
  const meetRival = async (): Promise<boolean> => {
    const [now, all] = await Promise.all([fetchJson<BriefCopy>(pathOf(campaignId)), readVersions(campaignId)])
    const found = findRival({ ...keeper.kept(), after: after.current }, { copy: now, versions: all })
    if (found === null) keeper.restart({ ...keeper.kept(), revision: now.revision })
    setRival(found)
    setState(found === null ? 'typing' : 'raced')
    return found !== null
  }
  /** Sends what is typed now. */
  const flush = async (): Promise<KeepResult> => {
    if (state === 'raced') return 'raced'
    let result = await keeper.keep(latest.current)
    try {
      if (result === 'raced' && (await meetRival())) return 'raced'
      if (result === 'raced') result = await keeper.keep(latest.current)
    } catch {
      result = 'failed'
    }
    setState(result === 'kept' ? (keeper.isKept(latest.current) ? 'saved' : 'typing') : 'failed')
    return result
  }
  const goOn = (merged: Brief): void => {
    if (rival === null) return
    keeper.restart({ revision: rival.next.revision, brief: rival.theirs })
    after.current = rival.next.after
    latest.current = merged
    setRival(null)
    setState('typing')
  }

  useEffect(() => {
    if (keeper.isKept(brief) || state === 'raced' || state === 'saving') return undefined
    if (state !== 'failed') setState('typing')
    const timer = setTimeout(
      () => {
        setState('saving')
        void flush()
      },
      state === 'failed' ? RETRY_MS : QUIET_MS,
    )
    return () => clearTimeout(timer)
  }, [brief, campaignId, state])
  const isLost = () => (state === 'raced' || state === 'failed') && !keeper.isKept(latest.current)
  useFlushOnLeaving(() => void flush(), isLost)
  const standing = () => ({ after: after.current, copy: keeper.kept().revision })
  /** The copy became a version: what was typed since goes on from that one. */
  const becameVersion = (saved: Brief): void => {
    const { revision } = keeper.kept()
    keeper.restart({ revision: revision === 0 ? 0 : revision + 1, brief: saved })
    after.current += 1
  }
  /** What is typed here is about to be thrown away. */
  const forget = (): void => keeper.restart({ ...keeper.kept(), brief: latest.current })
  return { state, rival, flush, goOn, meetRival, standing, becameVersion, forget, isLost }
}
