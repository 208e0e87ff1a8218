import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newAccount, type ImportedFile } from '@kolibra/core/imports'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { UsageError } from './command.ts'
import { findOlderFiles, writeImports } from './write-imports.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'kolibra-write-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const EMPTY = { accounts: [], posts: [], comments: [], orders: [], series: [] }
const MERGED = { ...EMPTY, accounts: [newAccount({ platform: 'xiaohongshu', accountId: 'a1', displayName: '示例·小鹿' })] }

function makeFile(rejects: ImportedFile['rejects'] = []): ImportedFile {
  const report = {
    file: 'list.csv',
    source: { id: 'agency.list', confidence: 1 },
    encoding: 'utf-8',
    records: 1 + rejects.length,
    accepted: { accounts: 1, posts: 0, comments: 0, orders: 0 },
    duplicates: 0,
    rejected: rejects.length,
    problems: [],
    observations: 1,
    units: [],
    unmapped: [],
    notes: [],
  }
  return { report, ...MERGED, rejects }
}

const reject = { record: 2, code: 'id.missing', column: '小红书号', original: { 昵称: '=示例', 粉丝数: 12, tags: ['a'] } }
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

describe('writing an import', () => {
  test('only what holds something, whole lines, nothing temporary left', async () => {
    const written = writeImports(folder, [makeFile()], MERGED)
    expect(readdirSync(folder).sort()).toEqual(['accounts.jsonl', 'report.json'])
    expect(written).toEqual([
      { name: 'accounts.jsonl', records: 1 },
      { name: 'report.json', records: 1 },
    ])
    expect(JSON.parse(read('accounts.jsonl'))).toMatchObject({ accountId: 'a1', followers: null })
    expect(JSON.parse(read('report.json'))).toMatchObject({ files: [{ file: 'list.csv' }] })
  })

  test('rejects come with their reason and as they were, no cell runs as a formula', async () => {
    writeImports(folder, [makeFile([reject])], MERGED)
    expect(
      read('rejects.csv')
        .replace(/^\ufeff/, '')
        .split('\r\n'),
    ).toEqual(['file,record,reason,column,昵称,粉丝数,tags', `list.csv,2,id.missing,小红书号,'=示例,12,"[""a""]"`, ''])
  })

  test('a folder that is not there yet is made', async () => {
    const inner = join(folder, 'a', 'b')
    writeImports(inner, [makeFile()], MERGED)
    expect(readdirSync(inner)).toContain('report.json')
  })

  test('rejects of an earlier import go, its other files stay and are named', async () => {
    writeImports(folder, [makeFile([reject])], MERGED)
    writeFileSync(join(folder, 'posts.jsonl'), '{}\n')
    const written = writeImports(folder, [makeFile()], MERGED)
    expect(readdirSync(folder).sort()).toEqual(['accounts.jsonl', 'posts.jsonl', 'report.json'])
    expect(findOlderFiles(folder, written)).toEqual(['posts.jsonl'])
  })

  test('a place that is no folder is refused by name and left as it was', async () => {
    const file = join(folder, 'taken')
    writeFileSync(file, 'mine')
    expect(() => writeImports(file, [makeFile()], MERGED)).toThrow(UsageError)
    expect(() => writeImports(file, [makeFile()], MERGED)).toThrow('choose another --out')
    expect(read('taken')).toBe('mine')
  })
})
