import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { fetchJson, postJson, removeAt } from '../../api.ts'

/** A rulebook pack that was taken in. */
export interface RulebookPack {
  readonly version: string
  readonly publisher: string
  readonly signer: string
  readonly addedBy: string | null
  readonly addedAt: string
  /** Null while it may judge. */
  readonly setAside: { readonly by: string | null; readonly at: string; readonly reason: string } | null
}

export interface RulebookPacks {
  readonly items: readonly RulebookPack[]
  readonly current: string
  readonly shipped: string
  readonly trusted: readonly string[]
}

export function usePacks() {
  return useQuery({ queryKey: ['rulebook-packs'], queryFn: () => fetchJson<RulebookPacks>('/rulebook/packs') })
}

// Everything that rules decide is asked for again.
function usePackWrite<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
}

const suspensionsOf = (version: string) => `/rulebook/packs/${encodeURIComponent(version)}/suspensions`

/** Takes in a pack. */
export const useTakePack = () => usePackWrite(async (file: File) => postJson<RulebookPacks>('/rulebook/packs', { text: await file.text() }))

/** Sets a pack aside with a reason. */
export const useSetPackAside = () =>
  usePackWrite(({ version, reason }: { version: string; reason: string }) => postJson<RulebookPacks>(suspensionsOf(version), { reason }))

/** Uses a pack again that was set aside. */
export const useUsePackAgain = () => usePackWrite((version: string) => removeAt(suspensionsOf(version)))
