import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PartyRole } from '@kolibra/core/accounts'
import type { NoteWay } from '@kolibra/core/portal'
import { fetchJson, postJson, putJson } from '../api.ts'

/** A party with its last note and what the next would say as it is generated now. */
export interface PartyNote {
  readonly partyId: string
  readonly role: PartyRole
  readonly name: string | null
  readonly due: string | null
  readonly channels: number
  readonly text: { readonly zh: string; readonly en: string }
  readonly last: {
    readonly id: string
    readonly number: number
    readonly words: string
    readonly way: NoteWay
    readonly sentBy: string | null
    readonly sentAt: string
  } | null
}

/** How often the parties are written to, at the revision that is shown. */
export interface NoteRhythm {
  readonly revision: number
  readonly everyDays: number
}

interface Notes {
  readonly items: readonly PartyNote[]
  readonly rhythm: NoteRhythm
}

const keyOf = (campaignId: string) => ['campaign', campaignId, 'party-notes']

export function usePartyNotes(campaignId: string) {
  return useQuery({ queryKey: keyOf(campaignId), queryFn: () => fetchJson<Notes>(`/campaigns/${campaignId}/party-notes`) })
}

function useNoteWrite<T>(campaignId: string, path: string, write: <R>(path: string, body: unknown) => Promise<R> = postJson) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: T) => write<Notes>(path, body),
    // An answer is a thread of the brief, and a note ends a task.
    onSettled: () =>
      Promise.all([client.invalidateQueries({ queryKey: ['campaign', campaignId] }), client.invalidateQueries({ queryKey: ['turns'] })]),
  })
}

interface NewNote {
  readonly partyId: string
  readonly after: number
  readonly words: string
  readonly way: NoteWay
}
interface NewAnswer {
  readonly itemId: string
  readonly words: string
}

export const useSendNote = (campaignId: string) => useNoteWrite<NewNote>(campaignId, `/campaigns/${campaignId}/party-notes`)
export const useAnswerNote = (campaignId: string, noteId: string) => useNoteWrite<NewAnswer>(campaignId, `/party-notes/${noteId}/answers`)
export const useChangeRhythm = (campaignId: string) =>
  useNoteWrite<NoteRhythm>(campaignId, `/campaigns/${campaignId}/note-rhythm`, (path, body) => putJson(path, body))
