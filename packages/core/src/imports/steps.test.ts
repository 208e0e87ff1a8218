import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { importInSteps, importRecords, pickRows, previewRecords, recogniseSource, runSteps, sampleFile, type DecodedFile } from './index.ts'
import { stepThrough, type Steps } from './steps.ts'

const OPTIONS = { source: 'auto', importId: 'sha256:00', sha256: (content: string) => content }
const HEADER = ['平台', '昵称', '账号ID', '粉丝数', '图文报价']
const row = (at: number) => ['小红书', `示例·${at}`, `id-${at}`, 1000 + at, 500]
const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => row(from + at))
const workbook: DecodedFile = {
  name: 'a.xlsx',
  encoding: 'xlsx',
  shape: 'table',
  tables: [
    { name: '一', header: HEADER, rows: rows(0, 3000) },
    { name: '二', header: HEADER, rows: rows(3000, 6000) },
  ],
}
const note = (at: number) => ({ note_id: `n${at}`, time: 1_700_000_000, user_id: `u${at}`, liked_count: 1, collected_count: 2 })
const notes = Array.from({ length: 6000 }, (_, at) => note(at))
const list: DecodedFile = { name: 'a.json', encoding: 'utf-8', shape: 'json', documents: [notes] }
const lines: DecodedFile = { name: 'a.jsonl', encoding: 'utf-8', shape: 'jsonl', documents: notes }

const author = (at: number) => ({
  star_id: `s${at}`,
  attribute_datas: { nick_name: `示例·${at}`, follower: '1000', core_user_id: `c${at}` },
})
const response: DecodedFile = {
  name: 'a.json',
  encoding: 'utf-8',
  shape: 'json',
  documents: [{ data: { authors: Array.from({ length: 6000 }, (_, at) => author(at)) } }],
}

const sharesOf = (steps: Steps<unknown>) => [...steps]

test.each([
  ['a workbook of several sheets', workbook],
  ['a JSON list', list],
  ['JSON lines', lines],
  ['a stored response', response],
])('%s is understood, previewed and picked from in many steps that only go on', (_, file) => {
  const shares = sharesOf(importInSteps(file, OPTIONS))
  expect(shares.length).toBeGreaterThan(60)
  expect(shares.at(-1)).toBe(1)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(sharesOf(previewRecords(file, OPTIONS, { count: 5, units: [] })).length).toBeGreaterThan(40)
  expect(sharesOf(pickRows(file, OPTIONS, new Set([1]))).length).toBeGreaterThan(40)
  const read = importRecords(file, OPTIONS)
  expect(read.ok && read.value.report.records).toBe(6000)
})

test('a sample is of the source the whole is of, and a key that comes late is in it', () => {
  for (const file of [workbook, list, lines, response]) {
    const whole = recogniseSource(file).map(({ source, confidence }) => ({ id: source.id, confidence }))
    const sampled = recogniseSource(runSteps(sampleFile(file))).map(({ source, confidence }) => ({ id: source.id, confidence }))
    expect(sampled).toEqual(whole)
  }
  const late: DecodedFile = { ...lines, documents: [...notes, { ...note(6000), creator_hash: 'x' }] }
  const sample = runSteps(sampleFile(late))
  expect(sample.shape === 'table' ? null : sample.documents.at(-1)).toHaveProperty('creator_hash')
})

test('property: every item is taken once and in order, and the shares rise to the last', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 1000 }), (items) => {
      const taken: number[] = []
      const shares = sharesOf(stepThrough(items, (item) => taken.push(item), [0.2, 0.7]))
      expect(taken).toEqual(items)
      expect(shares).toEqual(shares.toSorted((a, b) => a - b))
      expect(items.length === 0 || Math.abs((shares.at(-1) ?? 0) - 0.7) < 1e-9).toBe(true)
    }),
  )
})
