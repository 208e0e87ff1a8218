import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from './commands/index.ts'
import { runCli } from './run-cli.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const AT = Date.parse('2026-11-22T04:00:00Z')

/** Every `npx kolibra …` line of the shell blocks of a text. */
const findExamples = (text: string) =>
  [...text.matchAll(/^\s*(?:\$ )?npx kolibra (.+)$/gm)].map((match) => (match[1] ?? '').replace(/\s+#.*$/, ''))

async function runLine(line: string) {
  const output = { out: '', note: '' }
  const code = await runCli(line.split(/\s+/), {
    cwd: root,
    isTerminal: false,
    now: () => AT,
    out: (text) => void (output.out += text),
    note: (text) => void (output.note += text),
    readStdin: async () => new Uint8Array(),
  })
  return { code, ...output }
}

describe('examples in the README run as they stand', () => {
  const examples = findExamples(readFileSync(join(root, 'README.md'), 'utf8')).filter((line) => !line.startsWith('--'))
  test('there are three', () => expect(examples).toHaveLength(3))
  test.each(examples)('kolibra %s', async (line) => {
    const { code, out, note } = await runLine(line)
    expect({ code, note }).toMatchObject({ code: line.startsWith('lint') ? 1 : 0 })
    expect(out.length).toBeGreaterThan(100)
  })
})

describe('every --help shows an example that works', () => {
  test.each(COMMANDS.map((command) => command.name))('kolibra %s --help', async (name) => {
    const { code, out } = await runLine(`${name} --help`)
    expect(code).toBe(0)
    expect(findExamples(out).length).toBeGreaterThan(0)
    for (const example of findExamples(out)) expect((await runLine(example)).code).toBeLessThanOrEqual(1)
  })
})
