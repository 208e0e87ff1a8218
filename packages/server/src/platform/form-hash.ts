import type { HonoRequest } from 'hono'

const HASHES = new WeakMap<FormData, string>()

/** Notes the hash of everything in a form, names of fields and files and their bytes. */
export function noteFormHash(form: FormData, hash: string): void {
  HASHES.set(form, hash)
}

/** What tells the form of a request from another one; null when the request has none. */
export async function hashOfForm({ bodyCache }: HonoRequest): Promise<string | null> {
  const form = await bodyCache.formData
  return form === undefined ? null : (HASHES.get(form) ?? null)
}
