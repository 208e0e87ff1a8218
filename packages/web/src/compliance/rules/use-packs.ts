import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { fetchJson, postJson } from '../../api.ts'

/** A rulebook pack that was taken in. */
export interface RulebookPack {
  readonly version: string
  readonly publisher: string
  readonly signer: string
  readonly addedBy: string | null
  readonly addedAt: string
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

/** Takes in a pack: everything that rules decide is asked for again. */
export function useTakePack() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (file: File) => postJson<RulebookPacks>('/rulebook/packs', { text: await file.text() }),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
}
