import type { HttpContext } from './http.ts'

/** A kept file as it came in. Saved, never shown: what somebody uploaded does not run as a page of ours. */
export function answerFile(c: HttpContext, file: { readonly fileName: string; readonly contentType: string; readonly bytes: Uint8Array }) {
  const name = encodeURIComponent(file.fileName).replaceAll("'", '%27')
  c.header('Content-Disposition', `attachment; filename*=UTF-8''${name}`)
  return c.body(Uint8Array.from(file.bytes), 200, { 'Content-Type': file.contentType })
}
