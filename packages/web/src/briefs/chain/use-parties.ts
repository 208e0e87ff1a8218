import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PartyRole } from '@kolibra/core/accounts'
import type { Duty, PartyMember } from '@kolibra/core/briefs'
import { fetchJson, postJson, removeAt } from '../../api.ts'

export interface PartyPerson {
  readonly id: string
  readonly userId: string | null
  readonly name: string | null
  readonly knows: string | null
  readonly duties: readonly Duty[]
  readonly grantedAt: string
  readonly withdrawnAt: string | null
}
export interface Party {
  readonly id: string
  readonly role: PartyRole
  readonly name: string | null
  readonly creatorId: string | null
  readonly members: readonly PartyPerson[]
}
export interface Parties {
  readonly items: readonly Party[]
  readonly desk: readonly { readonly userId: string; readonly name: string }[]
}

/** Who takes part in a campaign, in the order of the chain. */
export function useParties(campaignId: string) {
  return useQuery({
    queryKey: ['campaign', campaignId, 'parties'],
    queryFn: () => fetchJson<Parties>(`/campaigns/${campaignId}/parties`),
  })
}

/** What a person can change on the parties, one mutation for all. */
export type PartyChange =
  | { readonly kind: 'add'; readonly role: string; readonly name: string }
  | { readonly kind: 'remove'; readonly partyId: string }
  | { readonly kind: 'grant'; readonly partyId: string; readonly member: NewMember }
  | { readonly kind: 'withdraw'; readonly memberId: string; readonly isErased: boolean }
export interface NewMember {
  readonly userId: string | null
  readonly personName: string | null
  readonly knows: string | null
  readonly duties: readonly Duty[]
}

export function useChangeParties(campaignId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (change: PartyChange): Promise<void> => {
      if (change.kind === 'add') await postJson(`/campaigns/${campaignId}/parties`, { role: change.role, name: change.name })
      else if (change.kind === 'remove') await removeAt(`/parties/${change.partyId}`)
      else if (change.kind === 'grant') await postJson(`/parties/${change.partyId}/members`, change.member)
      else await removeAt(`/party-members/${change.memberId}?erase=${change.isErased}`)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['campaign', campaignId] }),
  })
}

/** Everybody who acts for a party now, as decisions need them. */
export function activeMembers(parties: readonly Party[]): (PartyMember & { readonly name: string | null })[] {
  return parties.flatMap(({ id, role, members }) =>
    members
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map((member) => ({ memberId: member.id, partyId: id, role, userId: member.userId, duties: member.duties, name: member.name })),
  )
}
