import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

/** Runs a command and closes its output after the first words, as `| head` does. */
function runUntilFirstWords(args: readonly string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.stdout.once('data', () => child.stdout.destroy())
    child.once('close', (code) => done({ code, said }))
  })
}

test('a reader that has seen enough is no fault: no stack trace, exit code 0', async () => {
  // Far more than a pipe holds, so that the writing meets the closed end.
  const { code, said } = await runUntilFirstWords([
    'lint',
    fileURLToPath(new URL('../../../examples/exports/pugongying-creators.csv', import.meta.url)),
    '--format',
    'json',
  ])
  expect(said).toBe('')
  expect([0, 1]).toContain(code)
})
