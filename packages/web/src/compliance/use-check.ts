import { useMutation } from '@tanstack/react-query'
import type { ContentFacts, LintItem } from '@kolibra/core/compliance'
import { postJson } from '../api.ts'

/** Lints one draft on the server; nothing is stored. */
export function useCheck() {
  return useMutation({ mutationFn: (facts: ContentFacts) => postJson<LintItem>('/checks', facts) })
}
