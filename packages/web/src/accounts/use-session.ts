import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { fetchJson, postJson, removeAt } from '../api.ts'

export interface Session {
  readonly user: { readonly id: string; readonly name: string }
  readonly workspace: { readonly id: string; readonly name: string }
  readonly role: string
  readonly workspaces: readonly { readonly id: string; readonly name: string; readonly demo: boolean }[]
}

export function useSession() {
  return useQuery({ queryKey: ['session'], queryFn: () => fetchJson<Session>('/session'), retry: false, staleTime: 60_000 })
}

/** Moving to another workspace changes every page, so everything is asked again. */
export function useSwitchWorkspace() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => postJson<unknown>('/session/workspace', { id }),
    onSuccess: () => client.resetQueries(),
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({ mutationFn: () => removeAt('/session'), onSuccess: () => client.resetQueries() })
}

/** Example data goes in one piece; the server moves the session to another workspace. */
export function useRemoveWorkspace() {
  const client = useQueryClient()
  return useMutation({ mutationFn: (id: string) => removeAt(`/workspaces/${id}`), onSuccess: () => client.resetQueries() })
}
