import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { packDocument } from '../../test/pack-document.ts'
import { runCli } from '../run-cli.ts'

const cwd = mkdtempSync(join(tmpdir(), 'kolibra-docx-'))
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

async function run(name: string, bytes: Uint8Array) {
  writeFileSync(join(cwd, name), bytes)
  const output = { out: '', note: '' }
  const code = await runCli(['lint', name], {
    cwd,
    isTerminal: false,
    now: () => Date.parse('2026-11-22T04:00:00Z'),
    out: (text) => void (output.out += text),
    note: (text) => void (output.note += text),
    readStdin: async () => new Uint8Array(),
  })
  return { code, ...output }
}

const document = packDocument('word/document.xml', ['好面霜。', '全国最佳的面霜。'])

describe('a draft in Word', () => {
  test('is read paragraph by paragraph', async () => {
    const { code, out } = await run('draft.docx', document)
    expect({ code, place: /--> (.*)/.exec(out)?.[1] }).toEqual({ code: 1, place: 'draft.docx:2:3' })
  })

  test('is known by its bytes, not by its name', async () => {
    expect((await run('draft.md', document)).out).toContain('draft.md:2:3')
  })

  test('a workbook is refused in one sentence', async () => {
    const { code, note } = await run('book.docx', packDocument('xl/workbook.xml', []))
    expect({ code, note }).toEqual({
      code: 2,
      note: 'kolibra lint: book.docx is an archive and no Word document; save the text as .docx, .md or .txt.\n',
    })
  })
})
