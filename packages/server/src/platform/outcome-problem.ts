import { ERRORS, localizedSchema, type ErrorCode, type ErrorEntry, type Refusal } from '@kolibra/core/shared'

/** RFC 9457. `title` and `detail` are English, `titleZh` and `detailZh` Chinese; the rest is data. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly titleZh: string
  readonly detail: string
  readonly detailZh: string
  readonly status: number
  readonly code: string
  readonly requestId: string
  readonly [datum: string]: unknown
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERRORS, code)
}

/** A code and its data as a problem. */
export function problemOf(code: ErrorCode, requestId: string, data: Readonly<Record<string, unknown>> = {}): Problem {
  const { status, title, fix }: ErrorEntry = ERRORS[code]
  const { sentence, ...rest } = data
  // Where the request itself says more than the catalogue can, its sentence is the detail.
  const detail = localizedSchema.safeParse(sentence).data ?? fix
  return {
    ...rest,
    type: `urn:kolibra:error:${code}`,
    title: title.en,
    titleZh: title.zh,
    detail: detail.en,
    detailZh: detail.zh,
    status,
    code,
    requestId,
  }
}

/** All refusals of one outcome: the first gives code and status, the list keeps every one with its data. */
export function problemOfRefusals(refusals: readonly Refusal[], requestId: string): Problem {
  const first = refusals[0]
  if (first === undefined) throw new Error('an outcome was refused without a reason')
  // A code without an entry in the catalogue would be a bug of ours, not of the person who asks.
  if (!isErrorCode(first.code)) throw new Error(`${first.code} is missing from the error catalogue`)
  const { code, ...data } = first
  return problemOf(code, requestId, { ...data, refusals })
}
