import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { RefusedStart } from '../platform/refused-start.ts'
import { checkNode } from './doctor.ts'
import { readOptions } from './options.ts'

describe('options of serve', () => {
  test('have defaults that open on this machine only', () => {
    expect(readOptions([], {})).toEqual({
      host: '127.0.0.1',
      port: 4700,
      url: null,
      dataDir: resolve('data'),
      databaseUrl: null,
      demo: false,
      outside: { allowPrivate: false, mail: null },
    })
  })

  test('a flag wins over the environment', () => {
    const env = { KOLIBRA_URL: 'https://env.example', KOLIBRA_DATABASE_URL: 'postgres://u:p@h/d' }
    expect(readOptions([], env)).toMatchObject({ url: 'https://env.example', databaseUrl: 'postgres://u:p@h/d' })
    expect(readOptions(['--url', 'https://kol.example.com/'], env).url).toBe('https://kol.example.com')
  })

  test('mail and private addresses come from the environment', () => {
    const mail = { url: 'smtps://u:p@mail.example.com', from: 'kolibra@example.com' }
    const env = { KOLIBRA_SMTP_URL: mail.url, KOLIBRA_MAIL_FROM: mail.from, KOLIBRA_ALLOW_PRIVATE_WEBHOOKS: '1' }
    expect(readOptions([], env).outside).toEqual({ allowPrivate: true, mail })
    expect(() => readOptions([], { KOLIBRA_SMTP_URL: mail.url })).toThrow(/go together/)
    expect(() => readOptions([], { ...env, KOLIBRA_SMTP_URL: 'mail.example.com' })).toThrow(/KOLIBRA_SMTP_URL is not/)
  })

  test.each([
    [['--port', 'abc'], '--port abc is not a port'],
    [['--port', '70000'], '--port 70000 is not a port'],
    [['--port', '0'], '--port 0 is not a port'],
    [['--port', ''], '--port "" is not a port'],
    [['--url', 'kol.example.com'], '--url kol.example.com is not an address'],
    [['--database-url', 'mysql://h/d'], '--database-url is not an address of PostgreSQL'],
    [['--demoo'], 'demoo'],
    [['extra'], 'extra'],
  ])('%j is refused in one sentence', (args, words) => {
    expect(() => readOptions(args, {})).toThrow(RefusedStart)
    expect(() => readOptions(args, {})).toThrow(words)
  })
})

test.each([
  ['20.19.0', true],
  ['20.18.9', false],
  ['18.20.0', false],
  ['22.0.0', true],
])('Node %s is new enough: %s', (version, isEnough) => {
  expect(checkNode(version) === null).toBe(isEnough)
})
