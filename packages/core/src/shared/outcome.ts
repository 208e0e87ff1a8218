/** An expected refusal: a stable code and its data, no prose. Prose lives in the error catalogue. */
export interface Refusal {
  readonly code: string
  readonly [datum: string]: unknown
}

/** What a decision returns: accepted with a value, or refused with every reason at once. */
export type Outcome<T, R extends Refusal = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly R[] }

/** The accepted half of an Outcome. */
export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** The refused half of an Outcome: every reason at once, as codes and data. */
export function refuse<R extends Refusal>(...refusals: R[]): { readonly ok: false; readonly refusals: readonly R[] } {
  return { ok: false, refusals }
}
