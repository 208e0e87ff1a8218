import { useQuery } from '@tanstack/react-query'
import type { TurnKind, TurnSide, TurnStage } from '@kolibra/core/portal'
import { fetchJson } from '../api.ts'

/** Something that waits for somebody; `due` is a moment or a Shanghai day. */
export interface ShownTurn {
  readonly key: string
  readonly campaign: { readonly id: string; readonly name: string }
  readonly kind: TurnKind
  readonly whose: TurnSide
  readonly creatorId: string | null
  readonly name: string | null
  readonly due: string | null
  readonly stage: TurnStage
  readonly count: number
  readonly message: string | null
}

// Clocks run while the page lies open.
const LOOK_EVERY_MS = 60_000

export function useTurns() {
  return useQuery({
    queryKey: ['turns'],
    queryFn: () => fetchJson<{ items: readonly ShownTurn[] }>('/turns'),
    refetchInterval: LOOK_EVERY_MS,
  })
}
