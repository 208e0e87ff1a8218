import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ChosenPlan, PlanResult, ToneFits } from '@kolibra/core/selection'
import { fetchIfThere, fetchJson, postJson, queryOf } from '../api.ts'
import type { CreatorDetail, CreatorRow } from '../creators/creator-row.ts'
import { nameOfCreator } from '../creators/creator-row.ts'

export interface PlanRecord {
  readonly id: string
  readonly plan: PlanResult
  readonly createdAt: string
}

/** The plan that counts for a campaign: the chosen version, before that the newest; null while none was made. */
export function usePlan(campaignId: string) {
  return useQuery({
    queryKey: ['campaign', campaignId, 'plan'],
    queryFn: () => fetchIfThere<PlanRecord>(`/campaigns/${campaignId}/plans/current`),
  })
}

export interface ChoiceRecord {
  readonly plan: ChosenPlan
  readonly createdAt: string
}

/** What the plan promises of those really chosen from it; before a choice, of all it planned. Null while there is none. */
export function useChoice(campaignId: string) {
  return useQuery({
    queryKey: ['campaign', campaignId, 'plan', 'choice'],
    queryFn: () => fetchIfThere<ChoiceRecord>(`/campaigns/${campaignId}/plans/current/choice`),
  })
}

/** How the posts of the planned creators meet the tone the campaign wishes. */
export function useToneFits(campaignId: string) {
  return useQuery({
    queryKey: ['campaign', campaignId, 'tone-fits'],
    queryFn: () => fetchJson<ToneFits>(`/campaigns/${campaignId}/plans/latest/tone-fits`),
  })
}

/** Plans over the creators of a list, or over all when there is none. */
export function useRunPlanner(campaignId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (shortlist: string | null) => postJson<PlanRecord>(`/campaigns/${campaignId}/plans${queryOf({ shortlist })}`, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['campaign', campaignId] }),
  })
}

export function useAcceptPlan(campaignId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { planId: string; creatorIds: readonly string[] }) => postJson<unknown>(`/campaigns/${campaignId}/choices`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['campaign', campaignId] }),
  })
}

const PAGE = 200

async function fetchNames(ids: readonly string[]): Promise<Record<string, string>> {
  const { items } = await fetchJson<{ items: CreatorRow[] }>(`/creators?limit=${PAGE}`)
  const known = Object.fromEntries(
    items.flatMap((row) => [row.id, `${row.platform}:${row.accountId}`, row.accountId].map((id) => [id, nameOfCreator(row)])),
  )
  const missing = ids.filter((id) => known[id] === undefined)
  const details = await Promise.all(
    missing.map((id) => fetchIfThere<CreatorDetail>(`/creators/${encodeURIComponent(id)}`).catch(() => null)),
  )
  for (const detail of details) if (detail) known[detail.id] = nameOfCreator(detail.account)
  return known
}

const KNOWN_NAMES = ['creator-names']

/** Names of creators by their id in a plan; who has none is shown by the id. Names met before are shown while new ones are asked for. */
export function useCreatorNames(ids: readonly string[]): (id: string) => string {
  const client = useQueryClient()
  const readKnown = () => client.getQueryData<Record<string, string>>(KNOWN_NAMES)
  const names = useQuery({
    queryKey: ['creators', 'names', ids],
    queryFn: async () => {
      const found = { ...readKnown(), ...(await fetchNames(ids)) }
      client.setQueryData(KNOWN_NAMES, found)
      return found
    },
    staleTime: 60_000,
    placeholderData: readKnown,
  })
  return (id) => names.data?.[id] ?? id
}
