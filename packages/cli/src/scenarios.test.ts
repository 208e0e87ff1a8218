import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

// One scenario file = sections that start with "=== ": `file NAME`, `$ command line`, `stdout`, `stderr`, `exit N`.
// A line "..." in an expected text stands for any lines. {root} is the repository.
const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const folder = join(root, 'packages/cli/scenarios')
const AT = Date.parse('2026-11-22T04:00:00Z')
const made: string[] = []
afterAll(() => made.forEach((path) => rmSync(path, { recursive: true, force: true })))

interface Section {
  readonly head: string
  readonly body: string
}

function parseSections(text: string): Section[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n')
      return { head: part.slice(0, end).trim(), body: part.slice(end + 1) }
    })
}

function toPattern(expected: string): RegExp {
  const escaped = expected
    .trimEnd()
    .split('\n')
    .map((line) => (line.trim() === '...' ? '[\\s\\S]*?' : line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.*')))
  return new RegExp(`^${escaped.join('\\n')}$`)
}

const splitWords = (line: string) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '')

for (const name of readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .sort()) {
  describe(name, () => {
    const cwd = mkdtempSync(join(tmpdir(), 'kolibra-scenario-'))
    made.push(cwd)
    const sections = parseSections(readFileSync(join(folder, name), 'utf8').replaceAll('{root}', root))
    for (const { head, body } of sections) {
      if (!head.startsWith('file ')) continue
      const path = join(cwd, head.slice(5))
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, body)
    }
    const commands = sections.map((section, index) => ({ ...section, index })).filter(({ head }) => head.startsWith('$ '))
    for (const { head, body, index } of commands) {
      test(head, async () => {
        const output = { out: '', note: '' }
        const code = await runCli(splitWords(head.slice(2)).slice(1), {
          cwd,
          isTerminal: false,
          now: () => AT,
          out: (text) => {
            output.out += text
          },
          note: (text) => {
            output.note += text
          },
          readStdin: async () => new TextEncoder().encode(body),
        })
        for (const section of sections.slice(index + 1)) {
          if (section.head.startsWith('$ ')) break
          if (section.head === 'stdout') expect(output.out.trimEnd()).toMatch(toPattern(section.body))
          if (section.head === 'stderr') expect(output.note.trimEnd()).toMatch(toPattern(section.body))
          if (section.head.startsWith('exit ')) expect({ code, note: output.note }).toMatchObject({ code: Number(section.head.slice(5)) })
        }
      })
    }
  })
}
