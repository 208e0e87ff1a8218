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
  const text = renderImport([{ report: read.value.report, isUndated: hasUndated(read.value) }], 'en')
  expect(text).toContain('import it again. Say with --observed-on DAY')
  expect(text).toContain('record 1, 平台: The platform is missing or one we do not know. It reads "某某".')
  const inChinese = renderImport([{ report: read.value.report, isUndated: hasUndated(read.value) }], 'zh')
  expect(inChinese).toContain('第 1 条，平台：平台缺失或无法识别。原值为“某某”。')
  expect(inChinese).toContain('下一步：在原文件中更正未采用的记录后重新导入。用 --observed-on DAY 说明数据日期')
  expect(inChinese).not.toMatch(/\{\w+\}|platform\.unknown/)
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
  expect(await runCli(['import', '-', '--dry-run', '--lang', 'zh'], io)).toBe(2)
  expect(notes.at(-1)).toMatch(/[一-龥].*--mapping FILE/)
  expect(await runCli(['import', '-', '--dry-run', '--lang', 'fr'], io)).toBe(2)
  expect(notes.at(-1)).toContain('--lang is en or zh')
})
