import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')

test('examples/accounts.jsonl is what importing the example exports gives today', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kolibra-fresh-'))
  try {
    const code = await runCli(
      ['import', 'examples/exports/xingtu-search.json', 'examples/exports/pugongying-creators.csv', '--out', folder],
      {
        cwd: root,
        isTerminal: false,
        now: () => Date.parse('2026-11-22T04:00:00Z'),
        out: () => undefined,
        note: () => undefined,
        readStdin: async () => new Uint8Array(),
      },
    )
    expect(code).toBe(0)
    const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n')
    const [fresh, held] = [linesOf(join(folder, 'accounts.jsonl')), linesOf(join(root, 'examples/accounts.jsonl'))]
    // By line, so that a stale file shows which account is stale instead of two walls of text.
    expect(held.length).toBe(fresh.length)
    expect(held.filter((line, at) => line !== fresh[at]).map((line) => line.slice(0, 120))).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
