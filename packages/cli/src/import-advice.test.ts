import { importRecords } from '@kolibra/core/imports'
import { expect, test } from 'vitest'
import { hasUndated, renderImport } from './render-import.ts'
import { runCli } from './run-cli.ts'

test('each step of what to do next begins as a sentence', () => {
  const header = ['平台', '达人ID', '昵称', '报价']
  const rows = [
    ['某某', '1', '示例·辛', 100],
    ['抖音', '2', '示例·壬', 100],
  ]
  const file = { name: 'a.csv', encoding: 'utf-8', shape: 'table', tables: [{ name: 'a.csv', header, rows }] } as const
  const read = importRecords(file, { source: 'auto', importId: 'sha256:00' })
  if (!read.ok) throw new Error('the list is not understood')
  const text = renderImport([{ report: read.value.report, isUndated: hasUndated(read.value) }], (id) => id)
  expect(text).toContain('import it again. Say with --observed-on DAY')
})

test('an unknown table is answered with --mapping before --source', async () => {
  const notes: string[] = []
  const io = {
    cwd: '.',
    out: () => {},
    note: (text: string) => void notes.push(text),
    isTerminal: false,
    now: () => 0,
    readStdin: () => Promise.resolve(new TextEncoder().encode('身高,体重\n1.7米,很轻\n')),
  }
  expect(await runCli(['import', '-', '--dry-run'], io)).toBe(2)
  expect(notes.join('')).toMatch(/--mapping FILE .*--source ID/)
})
