import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres } from './embedded-postgres.ts'
import { needUpward } from './find-folder.ts'
import { migrateDatabase, roleUrls } from './migrate.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kolibra-embedded-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }))

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

test('what was acknowledged survives a kill -9 of the program that started it', async () => {
  const script = needUpward('packages/server/src/test/start-and-wait.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((ready, failed) => {
    child.stdout.once('data', (chunk: Buffer) => ready(chunk.toString().trim()))
    child.once('exit', (code) => failed(new Error(`ended early with ${code}`)))
  })
  await ask(url, 'CREATE TABLE kept AS SELECT 1 AS value')
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await ended
  const again = await startPostgres(folder, { fast: true })
  expect(await ask(again.url, 'SELECT value FROM kept')).toEqual([{ value: 1 }])
  expect(
    await ask(again.url, `SELECT current_setting('server_encoding') AS encoding, datcollate FROM pg_database WHERE datname = 'postgres'`),
  ).toEqual([{ encoding: 'UTF8', datcollate: 'C' }])
  await again.stop()
})

test('the secret is readable by its owner only', () => {
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
})

test('an account that may not create roles is refused in one sentence', async () => {
  const postgres = await startPostgres(folder, { fast: true })
  await ask(postgres.url, `CREATE ROLE poor LOGIN PASSWORD 'poor'`)
  const poor = new URL(postgres.url)
  poor.username = 'poor'
  poor.password = 'poor'
  await expect(migrateDatabase(poor.href, roleUrls(poor.href, ''))).rejects.toThrow(/may not create roles/)
  await postgres.stop()
})

test('a data folder of another major is refused and left alone', async () => {
  const path = join(folder, 'postgres/PG_VERSION')
  const version = readFileSync(path, 'utf8')
  writeFileSync(path, '15\n')
  await expect(startPostgres(folder)).rejects.toThrow(/written by PostgreSQL 15.*kolibra backup FILE.*kolibra restore FILE/)
  writeFileSync(path, version)
})

describe('a first start that was killed half way', () => {
  const start = async (dir: string) => {
    const postgres = await startPostgres(dir, { fast: true })
    const rows = await ask(postgres.url, 'SELECT 1 AS value')
    await postgres.stop()
    return rows
  }

  test('is begun again; what it left behind goes', async () => {
    const dir = mkdtempSync(join(folder, 'half-'))
    mkdirSync(join(dir, 'postgres.new-killed/base'), { recursive: true })
    writeFileSync(join(dir, 'postgres.new-killed/PG_VERSION'), '18\n')
    expect(await start(dir)).toEqual([{ value: 1 }])
    expect(readdirSync(dir).filter((name) => name.startsWith('postgres.new-'))).toEqual([])
  })

  test('never replaces files that somebody else put there', async () => {
    const dir = mkdtempSync(join(folder, 'other-'))
    mkdirSync(join(dir, 'postgres'))
    writeFileSync(join(dir, 'postgres/letter.txt'), 'mine')
    await expect(start(dir)).rejects.toThrow(/holds files that are no database/)
    expect(readFileSync(join(dir, 'postgres/letter.txt'), 'utf8')).toBe('mine')
  })
})
