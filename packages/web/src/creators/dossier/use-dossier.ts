import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AbsenceInput, ClearanceInput, Dossier, EngagementInput, IncidentInput, NoteInput } from '@kolibra/core/creators'
import { fetchJson, postJson, removeAt, uploadForm } from '../../api.ts'

/** The lists of a dossier, as the server names them. */
export type EntryList = keyof Dossier

export function useDossier(creatorId: string) {
  return useQuery({ queryKey: ['creator', creatorId, 'dossier'], queryFn: () => fetchJson<Dossier>(`/creators/${creatorId}/dossier`) })
}

// What is entered may reopen gates and change what clashes, so everything that shows them is asked again.
function useRefresh(creatorId: string): () => Promise<unknown> {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['creator', creatorId] }),
      client.invalidateQueries({ queryKey: ['campaign'] }),
      client.invalidateQueries({ queryKey: ['creators'] }),
    ])
}

interface EntryOf {
  readonly notes: NoteInput
  readonly engagements: EngagementInput
  readonly clearances: ClearanceInput
  readonly absences: AbsenceInput
  readonly incidents: IncidentInput
  readonly documents: FormData
}

/** Enters something into one list of the dossier. */
export function useAddEntry<L extends EntryList>(creatorId: string, list: L) {
  const refresh = useRefresh(creatorId)
  const path = `/creators/${creatorId}/${list}`
  return useMutation({
    mutationFn: (entry: EntryOf[L]) => (entry instanceof FormData ? uploadForm<Dossier>(path, entry) : postJson<Dossier>(path, entry)),
    onSuccess: refresh,
  })
}

/** Takes an entry out of one list; also when somebody was faster the list is asked again. */
export function useRemoveEntry(creatorId: string, list: EntryList) {
  const refresh = useRefresh(creatorId)
  return useMutation({ mutationFn: (id: string) => removeAt(`/${list}/${id}`), onSettled: refresh })
}
