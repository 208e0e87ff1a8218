import type { ErrorCode, Outcome, Refusal } from '@kolibra/core/shared'

/** Malformed input, unknown id, no permission: thrown by parse, load and authorize, caught once by the HTTP frame. */
export class RequestError extends Error {
  readonly code: ErrorCode
  readonly data: Readonly<Record<string, unknown>>
  constructor(code: ErrorCode, data: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.code = code
    this.data = data
  }
}

/** Carries an expected refusal out of its transaction, so that nothing of the request stays behind. */
export class RefusedRequest extends Error {
  readonly refusals: readonly Refusal[]
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.code).join(', '))
    this.refusals = refusals
  }
}

/** The value of an accepted outcome; a refused one ends the request with its problem. */
export function settle<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new RefusedRequest(outcome.refusals)
}

/** The row, or `request.not_found` naming what was asked for. */
export function found<T>(row: T | undefined, kind: string, id: string): T {
  if (row === undefined) throw new RequestError('request.not_found', { kind, id })
  return row
}
