import type { RequestInput, RequestKind } from '@kolibra/core/portal'

/** A request of a kind with what it says; what is not said is null. */
export function requestOf(kind: RequestKind, said: Partial<Omit<RequestInput, 'kind'>>): RequestInput {
  return { deliverableId: null, text: null, field: null, at: null, ...said, kind }
}
