import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { RefusedStart } from '../platform/refused-start.ts'
import type { Outside } from '../platform/send-message.ts'

export interface ServeOptions {
  readonly host: string
  readonly port: number
  /** Null: links open on this machine only. */
  readonly url: string | null
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly demo: boolean
  readonly outside: Outside
}

export const SERVE_HELP = `kolibra serve [--host 127.0.0.1] [--port 4700] [--url https://kol.example.com] [--data ./data] [--database-url URL] [--demo]
kolibra migrate [--data ./data] [--database-url URL]
kolibra doctor  [--data ./data] [--database-url URL]

  --host          address to listen on; 0.0.0.0 to be reached from other machines
  --port          port to listen on
  --url           address under which people open this server; every link is built from it (also KOLIBRA_URL)
  --data          folder for the built-in PostgreSQL and the secrets
  --database-url  any PostgreSQL from 15 on instead of the built-in one (also KOLIBRA_DATABASE_URL)
  --demo          load the example campaign into a workspace of its own

Example: kolibra serve --demo
`

/** Reads the words after the command; a word that does not fit is refused in one sentence. */
export function readOptions(args: string[], env: NodeJS.ProcessEnv = process.env): ServeOptions {
  const values = parseWords(args)
  const port = Number(values.port ?? 4700)
  // 0 would let the system choose, and every link would name port 0.
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new RefusedStart(`--port ${values.port || '""'} is not a port; give a number from 1 to 65535.`)
  const url = values.url ?? env['KOLIBRA_URL'] ?? null
  const databaseUrl = values['database-url'] ?? env['KOLIBRA_DATABASE_URL'] ?? null
  if (url !== null && !/^https?:$/.test(protocolOf(url)))
    throw new RefusedStart(`--url ${url} is not an address; write it like https://kol.example.com.`)
  if (databaseUrl !== null && !/^postgres(ql)?:$/.test(protocolOf(databaseUrl)))
    throw new RefusedStart('--database-url is not an address of PostgreSQL; write it like postgres://user:password@host:5432/kolibra.')
  return {
    host: values.host ?? '127.0.0.1',
    port,
    url: url === null ? null : new URL(url).origin,
    dataDir: resolve(values.data ?? './data'),
    databaseUrl,
    demo: values.demo === true,
    outside: readOutside(env),
  }
}

// Mail and what may be reached hold secrets or open doors: they come from the environment, never from the command line.
function readOutside(env: NodeJS.ProcessEnv): Outside {
  const [url, from] = [env['KOLIBRA_SMTP_URL'], env['KOLIBRA_MAIL_FROM']]
  if (url !== undefined && !/^smtps?:$/.test(protocolOf(url)))
    throw new RefusedStart('KOLIBRA_SMTP_URL is not an address of a mail server; write it like smtps://user:password@mail.example.com.')
  if ((url === undefined) !== (from === undefined))
    throw new RefusedStart('KOLIBRA_SMTP_URL and KOLIBRA_MAIL_FROM go together: set both, or neither.')
  const mail = url === undefined || from === undefined ? null : { url, from }
  return { allowPrivate: env['KOLIBRA_ALLOW_PRIVATE_WEBHOOKS'] === '1', mail }
}

function parseWords(args: string[]) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args, options: { host: text, port: text, url: text, data: text, 'database-url': text, demo: { type: 'boolean' } } })
      .values
  } catch (error) {
    throw new RefusedStart(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error))
  }
}

function protocolOf(address: string): string {
  return URL.canParse(address) ? new URL(address).protocol : ''
}
