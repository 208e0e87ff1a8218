import { useMutation, useQueryClient } from '@tanstack/react-query'
import { postJson, removeAt } from '../../api.ts'

// Also when somebody was faster the page is asked again: posts count in its medians, its vetting and its image.
function useChange(creatorId: string, change: (postId: string) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSettled: () => client.invalidateQueries({ queryKey: ['creator', creatorId] }) })
}

/** Takes one post off the account it was matched to. */
export function useSplitPost(creatorId: string) {
  return useChange(creatorId, (postId) => postJson(`/creators/${creatorId}/split-posts`, { postId }))
}

/** Puts such a post back. */
export function useRejoinPost(creatorId: string) {
  return useChange(creatorId, (postId) => removeAt(`/creators/${creatorId}/split-posts/${encodeURIComponent(postId)}`))
}
