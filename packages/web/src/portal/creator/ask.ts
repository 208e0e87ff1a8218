import { ApiError, fetchJson } from '../../api.ts'

const PREFIX = '/api/v1/portal/'

/** A random key, as of a sending that is to be done once; old browsers have no UUIDs. */
export function mintKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

// A sending whose answer got lost is sent again under its key: the server does it once.
const keys = new Map<string, string>()

const OFFLINE = { title: '', status: 0, code: 'offline' }

async function send(path: string, body: BodyInit, headers: Record<string, string>): Promise<Response> {
  try {
    return await fetch(PREFIX + path, { method: 'POST', credentials: 'same-origin', body, headers })
  } catch {
    throw new ApiError(OFFLINE)
  }
}

async function readAnswer<T>(answer: Response): Promise<T> {
  const text = await answer.text()
  const body = text === '' ? null : JSON.parse(text)
  if (!answer.ok) throw new ApiError({ title: `HTTP ${answer.status}`, status: answer.status, code: '', ...body })
  return body as T
}

/** Reads below `/portal`. */
export function readPart<T>(path: string): Promise<T> {
  return fetchJson<T>(`/portal/${path}`)
}

/** Sends below `/portal`; the same content again after a lost answer is done once. */
export async function sendPart<T>(path: string, content: unknown): Promise<T> {
  const body = JSON.stringify(content)
  const what = path + body
  const key = keys.get(what) ?? mintKey()
  keys.set(what, key)
  const answer = await send(path, body, { 'content-type': 'application/json', 'idempotency-key': key })
  keys.delete(what)
  return readAnswer<T>(answer)
}

/** Uploads a file below `/portal`. */
export async function uploadPart<T>(path: string, form: FormData): Promise<T> {
  return readAnswer<T>(await send(path, form, {}))
}
