import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { needUpward } from '../platform/find-folder.ts'
import { checkDatabase, checkNode } from './doctor.ts'
import { readOptions } from './options.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kolibra-doctor-'))
  chmodSync(folder, 0o755)
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }))

describe('what the doctor says', () => {
  test.each([
    { version: '20.19.0', isFine: true },
    { version: '22.1.0', isFine: true },
    { version: '24.0.0', isFine: true },
    { version: '20.18.9', isFine: false },
    { version: '18.20.0', isFine: false },
  ])('Node $version: $isFine', ({ version, isFine }) => {
    expect(checkNode(version) === null).toBe(isFine)
  })

  test('of a folder that a running Kolibra holds: nothing is wrong', async () => {
    const script = needUpward('packages/server/src/test/start-and-wait.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = new Promise((done) => child.once('exit', done))
    await new Promise((ready) => child.stdout.once('data', ready))
    expect(await checkDatabase(readOptions(['--data', folder]))).toBeNull()
    child.kill('SIGKILL')
    await ended
    expect(await checkDatabase(readOptions(['--data', folder]))).toBeNull()
  })

  test('of a database that does not answer: one sentence', async () => {
    const options = readOptions(['--data', folder, '--database-url', 'postgres://nobody:x@127.0.0.1:1/none'])
    expect(await checkDatabase(options)).toMatch(/127\.0\.0\.1:1 does not answer/)
  })
})
