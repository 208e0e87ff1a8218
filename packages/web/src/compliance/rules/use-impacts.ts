import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { LintOutcome, Verdict } from '@kolibra/core/compliance'
import type { Localized } from '@kolibra/core/shared'
import { fetchJson, postJson, queryOf } from '../../api.ts'

export interface ImpactChange {
  readonly ruleId: string
  readonly title: Localized | null
  readonly before: LintOutcome | null
  readonly after: LintOutcome | null
  readonly words: readonly string[]
}

/** What a change of rules did, or will do, to one brief or post. */
export interface RuleImpact {
  readonly id: string
  readonly campaign: { readonly id: string; readonly name: string }
  readonly subject: { readonly kind: string; readonly id: string; readonly label: string | null }
  readonly stage: 'brief' | 'draft' | 'scheduled' | 'live'
  readonly owner: { readonly id: string; readonly name: string | null }
  readonly effectiveOn: string
  readonly before: Verdict
  readonly after: Verdict
  readonly changes: readonly ImpactChange[]
  readonly seen: { readonly by: string | null; readonly at: string } | null
}

interface ImpactPage {
  readonly items: readonly RuleImpact[]
  readonly unseenMine: number
  readonly nextCursor: string | null
}

// A change of rules is found by a job: whoever stays on a page hears of it too.
const ASKED_EVERY_MS = 60_000

/** How many impacts wait for whoever is signed in; 0 until that is known. */
export function useWaitingImpacts(isSignedIn = true): number {
  const waiting = useQuery({
    queryKey: ['rule-impacts', 'waiting'],
    queryFn: () => fetchJson<ImpactPage>('/rules/impacts?limit=1'),
    enabled: isSignedIn,
    refetchInterval: ASKED_EVERY_MS,
  })
  return waiting.data?.unseenMine ?? 0
}

const PAGE = 50

/** All impacts of the workspace, newest first, page by page. */
export function useImpactPages() {
  return useInfiniteQuery({
    queryKey: ['rule-impacts', 'pages'],
    queryFn: ({ pageParam }) => fetchJson<ImpactPage>(`/rules/impacts${queryOf({ limit: PAGE, cursor: pageParam })}`),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

/** The newest impacts of the workspace or of one campaign, newest first. */
export function useImpacts(campaign?: string) {
  return useQuery({
    queryKey: ['rule-impacts', campaign],
    queryFn: () => fetchJson<ImpactPage>(`/rules/impacts${queryOf({ campaign })}`),
  })
}

export function useSeeImpact() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => postJson<unknown>(`/rules/impacts/${id}/receipts`, {}),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rule-impacts'] }),
  })
}
