import type { Next } from 'hono'
import type { HttpContext } from './http.ts'
import { RequestError } from './request-error.ts'

// Styles may be inline because the component kit computes them; scripts may not.
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
}
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Puts the security headers on every answer; API answers are not kept by caches, but for what says itself that its reader may keep it. */
export async function setSecureHeaders(c: HttpContext, next: Next): Promise<void> {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
  const isPrivate = c.res.headers.get('Cache-Control')?.startsWith('private') === true
  if (!isPrivate && (c.req.path.startsWith('/api/') || c.req.path.startsWith('/login/'))) c.header('Cache-Control', 'no-store')
}

/** A page of another site may not use the visitor's cookie: browsers say where a request comes from. Programs send neither header. */
export function refuseForeignOrigin(c: HttpContext): void {
  if (SAFE_METHODS.has(c.req.method)) return
  const site = c.req.header('Sec-Fetch-Site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new RequestError('request.foreign_origin', { site })
  const origin = c.req.header('Origin')
  if (origin === undefined) return
  const ours = [new URL(c.get('server').publicUrl).host, c.req.header('Host')]
  if (!URL.canParse(origin) || !ours.includes(new URL(origin).host)) throw new RequestError('request.foreign_origin', { origin })
}
