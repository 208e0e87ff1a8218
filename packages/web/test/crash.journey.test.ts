import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDataFolder, removeDataFolder, startServer, type RunningServer } from './start-server.ts'

const EXPORTS = join(import.meta.dirname, '../../../examples/exports')
const MANY = 20_000

let folder: string
let server: RunningServer

beforeAll(async () => {
  folder = await makeDataFolder()
  server = await startServer(folder)
})
afterAll(async () => {
  await server?.stop()
  await removeDataFolder(folder)
})

async function signIn(): Promise<string> {
  const answer = await fetch(server.loginLink, { redirect: 'manual' })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

function upload(cookie: string, name: string, text: string): Promise<Response> {
  const form = new FormData()
  form.set('observedOn', '2026-11-20')
  form.set('file', new File([text], name))
  return fetch(`${server.url}/api/v1/imports`, { method: 'POST', headers: { cookie }, body: form })
}

async function listImports(cookie: string): Promise<string[]> {
  const answer = await fetch(`${server.url}/api/v1/imports`, { headers: { cookie } })
  const { items } = await answer.json()
  return items.map(({ file }: { file: string }) => file)
}

async function countCreators(cookie: string): Promise<number> {
  const headers = { cookie, 'content-type': 'application/json' }
  const answer = await fetch(`${server.url}/api/v1/creator-searches`, { method: 'POST', headers, body: '{}' })
  const { items } = await answer.json()
  return items.length
}

/** The example's first line again and again, each time another account. */
async function makeBigExport(): Promise<string> {
  const [header = '', line = ''] = (await readFile(join(EXPORTS, 'pugongying-creators.csv'), 'utf8')).split(/\r?\n/)
  const rows = Array.from({ length: MANY }, (_, index) =>
    line.replace('9620432143', String(9_000_000_000 + index)).replace('5ee5a79eed6fe6bd536df1f4', index.toString(16).padStart(24, '5')),
  )
  return [header, ...rows].join('\n')
}

test('a server killed during a big import keeps what it acknowledged and nothing of the rest', async () => {
  const cookie = await signIn()
  const first = await upload(cookie, 'xingtu-search.json', await readFile(join(EXPORTS, 'xingtu-search.json'), 'utf8'))
  expect(first.status).toBe(200)
  const before = await countCreators(cookie)
  expect(before).toBeGreaterThan(0)
  const outcome = upload(cookie, 'big.csv', await makeBigExport()).then(
    ({ status }) => `answered ${status}`,
    () => 'cut off',
  )
  await listImports(cookie)
  await server.killHard()
  expect(await outcome).toBe('cut off')
  server = await startServer(folder)
  const again = await signIn()
  expect(await listImports(again)).toEqual(['xingtu-search.json'])
  expect(await countCreators(again)).toBe(before)
})
