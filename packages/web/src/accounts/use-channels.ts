import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ChannelKind, NoticeEvent, NoticeRhythm } from '@kolibra/core/accounts'
import type { Language, Localized } from '@kolibra/core/shared'
import { fetchJson, postJson, putJson, removeAt } from '../api.ts'

/** What of a channel may change. */
export interface ChannelSettings {
  readonly name: string
  readonly language: Language
  readonly events: readonly NoticeEvent[]
  readonly rhythm: NoticeRhythm
}

export interface Channel extends ChannelSettings {
  readonly id: string
  /** Who is told by it. */
  readonly userId: string
  readonly revision: number
  readonly kind: ChannelKind
  readonly isPaused: boolean
  readonly createdAt: string
}

export interface NewChannel extends ChannelSettings {
  /** Null is oneself. */
  readonly userId: string | null
  readonly kind: ChannelKind
  readonly address: string
  readonly secret: string | null
}

interface Channels {
  readonly items: readonly Channel[]
  readonly events: readonly { readonly name: NoticeEvent; readonly told: Localized }[]
  /** For whom whoever is signed in may set channels up; empty for who may not. */
  readonly people: readonly { readonly userId: string; readonly name: string }[]
  readonly canMail: boolean
}

export interface DeadLetter {
  readonly id: string
  readonly channelId: string
  readonly eventName: string
  readonly campaignId: string | null
  readonly happenedAt: string
  readonly attempts: number
  readonly problem: string | null
  readonly triedAt: string | null
}

const CHANNELS = ['channels']
const DEAD = ['dead-letters']
// A message that fails becomes a dead letter while one looks.
const LOOK_EVERY_MS = 10_000

export function useChannels() {
  return useQuery({ queryKey: CHANNELS, queryFn: () => fetchJson<Channels>('/channels') })
}

export function useDeadLetters() {
  return useQuery({
    queryKey: DEAD,
    queryFn: () => fetchJson<{ items: readonly DeadLetter[] }>('/dead-letters'),
    refetchInterval: LOOK_EVERY_MS,
  })
}

function useChange<Input>(key: readonly string[], change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: key }) })
}

export const useAddChannel = () => useChange(CHANNELS, (channel: NewChannel) => postJson('/channels', channel))

/** Changes a channel at the revision that is shown. */
export const useChangeChannel = () =>
  useChange(CHANNELS, ({ id, ...change }: ChannelSettings & Pick<Channel, 'id' | 'userId' | 'revision' | 'isPaused'>) =>
    putJson(`/channels/${id}`, change),
  )

export const useRemoveChannel = () => useChange(CHANNELS, (id: string) => removeAt(`/channels/${id}`))

export const useTestChannel = () => useChange(DEAD, (id: string) => postJson(`/channels/${id}/tests`, {}))

export const useRetryDead = () => useChange(DEAD, (id: string) => postJson(`/dead-letters/${id}/retries`, {}))

export const useDropDead = () => useChange(DEAD, (id: string) => removeAt(`/dead-letters/${id}`))
