import { ok } from 'node:assert'
import type { BrowserContext } from 'playwright-core'

/** One request as the signed-in person makes it; fails with all the server said when it says no. */
export type Send = <T = { readonly id: string }>(method: string, path: string, data?: unknown) => Promise<T>

export function makeSend(context: BrowserContext, url: string): Send {
  return async (method, path, data) => {
    const answer = await context.request.fetch(`${url}/api/v1${path}`, { method, data, headers: { origin: url } })
    const text = await answer.text()
    ok(answer.ok(), `${method} ${path}: ${text}`)
    return JSON.parse(text)
  }
}

/** Keeps a file for good, and is sure that it was. */
export async function importText(context: BrowserContext, url: string, { name, text }: { name: string; text: string }): Promise<void> {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') }
  const answer = await context.request.post(`${url}/api/v1/imports`, { multipart: { dryRun: 'false', file }, headers: { origin: url } })
  const said = await answer.text()
  ok(answer.ok(), said)
  ok(JSON.parse(said).committed, said.slice(0, 600))
}

/** Keeps a document in the dossier of a creator. */
export async function keepDocument(
  context: BrowserContext,
  url: string,
  { id, name, ...fields }: { id: string; name: string; kind: string; expiresOn: string },
): Promise<void> {
  const file = { name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${name}`) }
  const answer = await context.request.post(`${url}/api/v1/creators/${id}/documents`, {
    multipart: { ...fields, file },
    headers: { origin: url },
  })
  ok(answer.ok(), await answer.text())
}
