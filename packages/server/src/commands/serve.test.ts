import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFreePort } from '../platform/find-free-port.ts'
import { startCommand, waitForLink } from '../test/start-serve.ts'
import { openTestHouse, type TestHouse } from '../test/test-house.ts'

let house: TestHouse
let folder: string
beforeAll(async () => {
  house = await openTestHouse()
  folder = mkdtempSync(join(tmpdir(), 'kolibra-serve-'))
  // The roles of this database have passwords made from the secret of the tests.
  writeFileSync(join(folder, 'secret'), 'of the tests\n')
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

async function serve() {
  const port = await findFreePort()
  const running = startCommand(['serve', '--data', folder, '--database-url', house.adminUrl, '--port', String(port)])
  const link = await waitForLink(running)
  return { ...running, port, link, url: `http://127.0.0.1:${port}` }
}

/** Sends the head of an upload and half of its body; `finish` sends the rest and gives the status line. */
async function beginUpload(port: number, cookie: string) {
  const boundary = 'between'
  const body = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n1,2\r\n--${boundary}--\r\n`
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const head = [
    'POST /api/v1/imports HTTP/1.1',
    'Host: 127.0.0.1',
    `Cookie: ${cookie}`,
    `Content-Type: multipart/form-data; boundary=${boundary}`,
    `Content-Length: ${body.length}`,
    '\r\n',
  ]
  socket.write(head.join('\r\n') + body.slice(0, 40))
  return async () => {
    socket.write(body.slice(40))
    const [answer] = await once(socket, 'data')
    socket.destroy()
    return String(answer).split('\r\n')[0]
  }
}

describe('kolibra serve', () => {
  test('prints a link that works once, ends requests that run, then itself, and says nothing of it', async () => {
    const running = await serve()
    const first = await fetch(running.link, { redirect: 'manual' })
    expect(first.status).toBe(303)
    expect((await fetch(running.link, { redirect: 'manual' })).status).toBe(410)
    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const finish = await beginUpload(running.port, cookie)
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200)
    running.child.kill('SIGTERM')
    expect(await finish()).toBe('HTTP/1.1 422 Unprocessable Entity')
    expect(await running.ended).toBe(0)
    expect(running.said.err).toBe('')
    await expect(fetch(`${running.url}/healthz`)).rejects.toThrow()
  })

  test('does not wait after a second signal', async () => {
    const running = await serve()
    const cookie = (await fetch(running.link, { redirect: 'manual' })).headers.getSetCookie()[0]?.split(';')[0] ?? ''
    await beginUpload(running.port, cookie)
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200)
    running.child.kill('SIGINT')
    await expect
      .poll(() =>
        fetch(`${running.url}/healthz`).then(
          () => 'open',
          () => 'closed',
        ),
      )
      .toBe('closed')
    running.child.kill('SIGINT')
    expect(await running.ended).toBe(1)
  })
})

describe('a signal while it is starting', () => {
  const NAME = 'kolibra_ended_early'
  const admin = async <T extends object>(text: string, url = house.adminUrl): Promise<T[]> => {
    const client = new Client({ connectionString: url })
    await client.connect()
    return client
      .query<T>(text)
      .then(({ rows }) => rows)
      .finally(() => client.end())
  }
  const freshUrl = () => house.adminUrl.replace(/\/[^/]+$/, `/${NAME}`)
  beforeAll(() => admin(`CREATE DATABASE ${NAME}`))
  afterAll(() => admin(`DROP DATABASE ${NAME} WITH (FORCE)`))

  test('ends it cleanly: exit code 0, no word, no migration by half, no connection left, the port free', async () => {
    const port = await findFreePort()
    const { child, said, ended } = startCommand(['serve', '--data', folder, '--database-url', freshUrl(), '--port', String(port)])
    const countDone = async () =>
      Number((await admin<{ n: string }>('SELECT count(*) AS n FROM kolibra_history.migrations', freshUrl()).catch(() => []))[0]?.n ?? 0)
    await expect.poll(countDone, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(said).toEqual({ out: '', err: '' })
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow()
    expect(await admin(`SELECT pid FROM pg_stat_activity WHERE datname = '${NAME}'`)).toEqual([])
    const again = startCommand(['migrate', '--data', folder, '--database-url', freshUrl()])
    expect([await again.ended, again.said.out]).toEqual([0, 'kolibra migrate: the database was up to date\n'])
  })
})

describe('a start that cannot be is refused in one sentence, exit code 2', () => {
  let taken: Server
  let takenPort: number
  beforeAll(async () => {
    taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    takenPort = typeof address === 'object' && address !== null ? address.port : 0
  })
  afterAll(() => void taken.close())

  test.each<[string, () => readonly string[], RegExp]>([
    ['a port in use', () => ['--database-url', house.adminUrl, '--port', String(takenPort)], /^kolibra serve: Port \d+ is in use; .+\.$/],
    [
      'an address of another machine',
      () => ['--database-url', house.adminUrl, '--host', '192.0.2.1'],
      /192\.0\.2\.1 is no address of this machine/,
    ],
    ['a wrong password', () => ['--database-url', house.adminUrl.replace(/:[^:@/]+@/, ':topsecret@')], /does not answer as asked/],
    ['a database that is not there', () => ['--database-url', house.adminUrl.replace(/\/[^/]+$/, '/nowhere')], /does not answer as asked/],
  ])('%s', async (_, words, sentence) => {
    const { said, ended } = startCommand(['serve', '--data', folder, ...words()])
    expect(await ended).toBe(2)
    expect(said.err.trimEnd()).toMatch(sentence)
    expect(said.err.trimEnd().split('\n')).toHaveLength(1)
    expect(said.err).not.toMatch(/topsecret|\.ts:\d+/)
    expect(said.out).toBe('')
  })

  test('a data folder that is a file', async () => {
    const { said, ended } = startCommand(['serve', '--data', join(folder, 'secret')])
    expect(await ended).toBe(2)
    expect(said.err).toMatch(/^kolibra serve: The data folder .+ cannot be made/)
  })
})

test('kolibra migrate says that there was nothing to do, and leaves the database as it was', async () => {
  const { said, ended } = startCommand(['migrate', '--data', folder, '--database-url', house.adminUrl])
  expect([await ended, said.out, said.err]).toEqual([0, 'kolibra migrate: the database was up to date\n', ''])
})
