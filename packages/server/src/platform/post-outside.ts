import { lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPrivateAddress } from './private-address.ts'

const TIMEOUT_MS = 10_000
const LARGEST_ANSWER = 64 * 1024

/** Why nothing came back; `code` is `network.…` and the only thing that is kept of it. */
export class NoAnswer extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** What goes out. Private addresses are refused unless the operator lets them; https is demanded with them. */
export interface Posting {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly allowPrivate: boolean
}

// Judged on the address that is connected to, so that a name cannot answer twice with different ones.
const lookupPublic: LookupFunction = (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? []
    if (error !== null || first === undefined) return done(error ?? new NoAnswer('network.unknown_host'), '', 4)
    if (found.some(({ address }) => isPrivateAddress(address))) return done(new NoAnswer('network.private_address'), '', 4)
    return options.all === true ? done(null, found) : done(null, first.address, first.family)
  })

/** Posts JSON to an address outside. Follows no redirect, waits ten seconds, reads 64 KB. Throws `NoAnswer`. */
export function postOutside({ url, headers, body, allowPrivate }: Posting): Promise<{ status: number; body: string }> {
  const target = new URL(url)
  const host = target.hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivate && target.protocol !== 'https:') return Promise.reject(new NoAnswer('network.not_https'))
  if (!allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) return Promise.reject(new NoAnswer('network.private_address'))
  const send = target.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const asked = send(
      target,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': String(Buffer.byteLength(body)), ...headers },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        agent: false,
        ...(allowPrivate ? {} : { lookup: lookupPublic }),
      },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part: string) => {
          if (text.length < LARGEST_ANSWER) text += part
          else answer.destroy(new NoAnswer('network.long_answer'))
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }))
        answer.on('error', (error) => reject(nameFault(error)))
      },
    )
    asked.on('error', (error) => reject(nameFault(error)))
    asked.end(body)
  })
}

const FAULTS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'network.unknown_host',
  ECONNREFUSED: 'network.refused',
  ECONNRESET: 'network.broken',
  ABORT_ERR: 'network.timeout',
}

function nameFault(error: Error): NoAnswer {
  if (error instanceof NoAnswer) return error
  const code = 'code' in error ? String(error.code) : ''
  return new NoAnswer(error.name === 'TimeoutError' ? 'network.timeout' : (FAULTS[code] ?? 'network.failed'))
}
