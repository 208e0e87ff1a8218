import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PartyRole } from '@kolibra/core/accounts'
import type { CreatorFileKind, CreatorRequest, CreatorStep, LinkState, Settlement } from '@kolibra/core/portal'
import { fetchJson, linkTo, postJson, uploadForm } from '../api.ts'

/** A creator's link as the desk sees it. */
export interface DeskLink {
  readonly id: string
  readonly state: LinkState
  readonly url: string | null
  readonly expiresAt: string
  readonly devices: readonly { readonly name: string | null; readonly admittedAt: string; readonly seenAt: string }[]
  readonly codes: readonly { readonly code: string; readonly deviceName: string | null; readonly expiresAt: string }[]
}

export interface DeskCreator {
  readonly creatorId: string
  readonly name: string | null
  readonly platform: string
  readonly step: CreatorStep
  readonly whose: 'desk' | 'creator' | 'none'
  readonly due: string | null
  readonly link: DeskLink | null
  readonly message: string | null
}

export interface DeskView {
  readonly items: readonly DeskCreator[]
  readonly hereOnly: boolean
}

/** A local reviewer without an account. */
export interface DeskReviewer {
  readonly memberId: string
  readonly name: string | null
  readonly party: string | null
  readonly role: PartyRole
  readonly link: DeskLink | null
  readonly message: string | null
}

export interface DeskFile {
  readonly id: string
  readonly creatorId: string
  readonly kind: CreatorFileKind
  readonly fileName: string
  readonly uploadedAt: string
}

// A code is asked for while the page lies open.
const LOOK_EVERY_MS = 5000

const deskKey = (campaignId: string) => ['campaigns', campaignId, 'creator-links']
const reviewersKey = (campaignId: string) => ['campaigns', campaignId, 'review-links']
const inboxKey = (campaignId: string) => ['campaigns', campaignId, 'creator-requests']

export function useDesk(campaignId: string) {
  return useQuery({
    queryKey: deskKey(campaignId),
    queryFn: () => fetchJson<DeskView>(`/campaigns/${campaignId}/creator-links`),
    refetchInterval: LOOK_EVERY_MS,
  })
}

export function useInbox(campaignId: string) {
  return useQuery({
    queryKey: inboxKey(campaignId),
    queryFn: () => fetchJson<{ items: CreatorRequest[]; files: DeskFile[] }>(`/campaigns/${campaignId}/creator-requests`),
    refetchInterval: LOOK_EVERY_MS,
  })
}

export function useReviewers(campaignId: string) {
  return useQuery({
    queryKey: reviewersKey(campaignId),
    queryFn: () => fetchJson<{ items: readonly DeskReviewer[] }>(`/campaigns/${campaignId}/review-links`),
    refetchInterval: LOOK_EVERY_MS,
  })
}

// Each change to a link answers with the whole list that it stands in.
function useListChange(key: readonly string[]) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: unknown }) => postJson<unknown>(path, body),
    onSuccess: (list) => client.setQueryData(key, list),
  })
}

/** Changes to links of creators, or of reviewers. */
export type LinkChange = ReturnType<typeof useListChange>
export const useLinkChange = (campaignId: string): LinkChange => useListChange(deskKey(campaignId))
export const useReviewLinkChange = (campaignId: string): LinkChange => useListChange(reviewersKey(campaignId))

export function useSettlement(campaignId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...answer }: { id: string; settlement: Settlement; note: string | null }) =>
      postJson<CreatorRequest>(`/creator-requests/${id}/settlements`, answer),
    onSuccess: () => client.invalidateQueries({ queryKey: ['campaigns', campaignId] }),
  })
}

/** Hands an uploaded export to the import preview, where it waits as if it had been dropped there. */
export function useHandToImport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, fileName }: DeskFile) => {
      const answer = await fetch(linkTo(`/creator-files/${id}`), { credentials: 'same-origin' })
      const form = new FormData()
      form.set('file', new File([await answer.blob()], fileName))
      return uploadForm('/import-uploads', form)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports'] }),
  })
}
