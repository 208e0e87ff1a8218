import type { CreatorRequest } from '@kolibra/core/portal'

/** What a creator last said of a post, from their requests about it, newest first; null when they said neither. */
export function lastAnswer(requests: readonly Pick<CreatorRequest, 'kind'>[]): 'accept' | 'decline' | null {
  for (const { kind } of requests) if (kind === 'accept' || kind === 'decline') return kind
  return null
}
