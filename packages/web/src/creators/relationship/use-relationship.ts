import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AnswerInput, ExperienceInput, PreferencesInput, Relationship } from '@kolibra/core/creators'
import { fetchJson, postJson, putJson, removeAt } from '../../api.ts'

export function useRelationship(creatorId: string) {
  return useQuery({
    queryKey: ['creator', creatorId, 'relationship'],
    queryFn: () => fetchJson<Relationship>(`/creators/${creatorId}/relationship`),
  })
}

// What is recorded is part of the fit: whoever is held against a campaign is weighed anew.
function useWrite<V>(creatorId: string, send: (variables: V) => Promise<unknown>) {
  const client = useQueryClient()
  const refresh = () => Promise.all([['creator', creatorId], ['campaign']].map((queryKey) => client.invalidateQueries({ queryKey })))
  return useMutation({ mutationFn: send, onSettled: refresh })
}

export function useAddExperience(creatorId: string) {
  return useWrite(creatorId, (entry: ExperienceInput) => postJson<Relationship>(`/creators/${creatorId}/experiences`, entry))
}

export function useAnswerExperience(creatorId: string, id: string) {
  return useWrite(creatorId, (answer: AnswerInput) => postJson<Relationship>(`/experiences/${id}/answers`, answer))
}

export function useRemoveExperience(creatorId: string) {
  return useWrite(creatorId, (id: string) => removeAt(`/experiences/${id}`))
}

export function useNotePreferences(creatorId: string) {
  return useWrite(creatorId, (note: PreferencesInput) => putJson<Relationship>(`/creators/${creatorId}/preferences`, note))
}
