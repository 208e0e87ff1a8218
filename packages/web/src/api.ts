import type { Finding } from '@kolibra/core/campaigns'

/** One reason of a refusal; gates add the findings that stop the act. */
export interface ProblemRefusal {
  readonly code: string
  readonly findings?: readonly Finding[]
}

/** What the server answers when it says no (RFC 9457): what happened (`title`) and how to fix it (`detail`), in both languages. */
export interface Problem {
  readonly title: string
  readonly titleZh?: string
  readonly detail?: string
  readonly detailZh?: string
  readonly status: number
  readonly code: string
  readonly requestId?: string
  readonly refusals?: readonly ProblemRefusal[]
  readonly fields?: unknown
}

/** A problem document as a thrown value; `offline` when no answer came at all. */
export class ApiError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'ApiError'
    this.problem = problem
  }
}

const OFFLINE: Problem = {
  title: 'The server did not answer.',
  status: 0,
  code: 'offline',
  titleZh: '服务器没有响应。',
  detail: 'Check that `kolibra serve` is running, then try again. What you typed stays here.',
  detailZh: '请确认 kolibra serve 正在运行，然后重试。已填写的内容还在。',
}

const PREFIX = '/api/v1'

async function readProblem(response: Response): Promise<Problem> {
  const plain: Problem = {
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
    code: `http.${response.status}`,
  }
  try {
    const body: unknown = await response.json()
    return typeof body === 'object' && body !== null ? { ...plain, ...body } : plain
  } catch {
    return plain
  }
}

async function send(path: string, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(PREFIX + path, { credentials: 'same-origin', ...init })
  } catch (error) {
    // Called off by ourselves, because something newer is asked.
    if (init.signal?.aborted) throw error
    throw new ApiError(OFFLINE)
  }
  if (!response.ok) throw new ApiError(await readProblem(response))
  return response
}

async function readJson<T>(response: Response): Promise<T> {
  const text = await response.text()
  return (text === '' ? null : JSON.parse(text)) as T
}

const withBody = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body ?? {}),
})

export async function fetchJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return readJson<T>(await send(path, signal ? { signal } : {}))
}

export async function postJson<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return readJson<T>(await send(path, { ...withBody('POST', body), ...(signal ? { signal } : {}) }))
}

/** A file that the server writes for what is asked. */
export async function fetchFile(path: string, body: unknown): Promise<Blob> {
  return (await send(path, withBody('POST', body))).blob()
}

// What browsers let outlive a page (Fetch standard, 4.5: 64 KiB for all such requests together).
const OUTLIVING_BYTES = 60_000

/** `outlivesPage`: goes out even when the page is being left, as far as browsers allow. */
export async function putJson<T>(path: string, body: unknown, { outlivesPage = false } = {}): Promise<T> {
  const init = withBody('PUT', body)
  const keepalive = outlivesPage && new Blob([String(init.body)]).size <= OUTLIVING_BYTES
  return readJson<T>(await send(path, { ...init, keepalive }))
}

export async function removeAt(path: string): Promise<void> {
  await send(path, { method: 'DELETE' })
}

export async function uploadForm<T>(path: string, form: FormData, signal?: AbortSignal): Promise<T> {
  return readJson<T>(await send(path, { method: 'POST', body: form, ...(signal ? { signal } : {}) }))
}

/** As `fetchJson`, but what does not exist yet is null instead of an error. */
export async function fetchIfThere<T>(path: string): Promise<T | null> {
  try {
    return await fetchJson<T>(path)
  } catch (error) {
    if (error instanceof ApiError && error.problem.status === 404) return null
    throw error
  }
}

/** The address of a download, for links that the browser follows by itself. */
export function linkTo(path: string): string {
  return PREFIX + path
}

/** `?a=1&b=2` from what is set; empty and null are left out. */
export function queryOf(values: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(values))
    if (value !== null && value !== undefined && value !== '') search.set(key, String(value))
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}
