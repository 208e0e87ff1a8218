import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

// The pages of the documentation are run as they stand: files are written where they say, commands are given as they say.
const docs = join(dirname(fileURLToPath(import.meta.url)), '../../../docs')
const page = readFileSync(join(docs, 'custom-rules.md'), 'utf8')
const cwd = mkdtempSync(join(tmpdir(), 'kolibra-custom-rules-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

for (const [, name = '', text = ''] of page.matchAll(/^`(own\/[a-z]+\.yaml)`:\n\n```yaml\n([^]*?)```/gm)) {
  mkdirSync(join(cwd, name, '..'), { recursive: true })
  writeFileSync(join(cwd, name), text)
}
writeFileSync(join(cwd, 'draft.md'), '这款杯子比示例競牌轻一半。\n')

async function run(line: string) {
  const output = { out: '', note: '' }
  const code = await runCli(line.split(' '), {
    cwd,
    isTerminal: false,
    now: () => Date.parse('2026-11-22T04:00:00Z'),
    out: (text) => void (output.out += text),
    note: (text) => void (output.note += text),
    readStdin: async () => new Uint8Array(),
  })
  return { code, ...output }
}

describe('docs/custom-rules.md', () => {
  const lines = [...page.matchAll(/^npx kolibra (.+)$/gm)].map(([, line = '']) => line)
  test('has three commands', () => expect(lines).toHaveLength(3))
  test.each(lines)('kolibra %s', async (line) => {
    const { code, note } = await run(line)
    expect({ code, note }).toEqual({ code: 0, note: '' })
  })
  test('its rule finds a competitor in another spelling', async () => {
    const { out } = await run('lint draft.md --rules own --format json')
    expect(JSON.parse(out)).toMatchObject({ items: [{ findings: [{ ruleId: 'own.rival', match: '比示例競牌' }] }] })
  })
  test('its disabled rule is gone', async () => {
    const shown = await run('rules show xhs.limits --rules own')
    expect(shown).toMatchObject({ code: 2, note: expect.stringContaining('no entry "xhs.limits"') })
  })
  test('its mark of a version is what a check carries', async () => {
    expect(JSON.parse((await run('lint draft.md --rules own --format json')).out)).toMatchObject({
      rulebook: expect.stringMatching(/^\d{4}-\d\d-\d\d\+[0-9a-f]{8}$/),
    })
  })
})
